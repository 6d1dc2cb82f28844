"""What text may hold. Pure."""

from __future__ import annotations

import unicodedata

LINE_BREAKS_AND_TABS = "\n\r\t"
BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def is_plain(text: str, *, multiline: bool = False) -> bool:
    """Whether text is free of NUL, control characters, lone surrogates and bidirectional overrides.

    Line breaks and tabs are fine where `multiline`. The overrides are those of Unicode's UAX #9.
    """
    allowed = LINE_BREAKS_AND_TABS if multiline else ""
    return not any(
        char in BIDI_CONTROLS or (unicodedata.category(char) in ("Cc", "Cs") and char not in allowed)
        for char in text
    )


def composed(text: str) -> str:
    """Text in Unicode's normalisation form C."""
    return unicodedata.normalize("NFC", text)


def spaces_collapsed(text: str) -> str:
    return " ".join(text.split())
