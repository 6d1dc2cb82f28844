"""How much of a password is more than the obvious: words at hand, rows of keys, years. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate, takewhile

# What suggests itself to somebody who is asked for a password by a clinic, in English and Swahili.
WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        access account admin administrator afya appointment changeme clinic daktari doctor family friend
        health healthcare hello hospital hospitali jambo jesus karibu kenya kliniki letmein login love mama
        medical mgonjwa miadi mungu muuguzi nenosiri nurse passcode passphrase password patient qwerty
        secret siri sunshine tanzania temporary test uganda user welcome
        """,
    )
)
# Rows of keys, and what is counted and spelled; each is walked in both directions.
ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "1q2w3e4r5t6y7u8i9o0p",
)
WALKS = tuple(walk for row in ROWS for walk in (row, row[::-1]))
SHORTEST_WALK = 3
SHORTEST_WORD = 3
YEAR = re.compile(r"(19|20)\d\d")
NEITHER_LETTER_NOR_DIGIT = re.compile(r"[\W_]+")
# What is written for a letter; `1` and `!` stand for i as well as for l, so all of them are read as l.
READ_AS = str.maketrans("01i!|34@5$7", "olllleaasst")


def left_of(password: str, words: Iterable[str]) -> int:
    """How many letters and digits are left once the obvious is taken out.

    `words` are what else suggests itself, such as names.
    """
    text = _once(password.casefold())
    for word in sorted({word.casefold() for word in words} | WORDS, key=len, reverse=True):
        if len(word) >= SHORTEST_WORD:
            text = _without(word, text)
    text = _without_walks(YEAR.sub(" ", text))
    return len(NEITHER_LETTER_NOR_DIGIT.sub("", text))


def _once(text: str) -> str:
    """`abcd` of `abcdabcdab`: what is written again and again counts once."""
    for size in range(1, len(text) // 2 + 1):
        if (text[:size] * (len(text) // size + 1)).startswith(text):
            return text[:size]
    return text


def _without(word: str, text: str) -> str:
    """Also where it is written as `p@ssw0rd` is."""
    read = text.translate(READ_AS)
    starts = [found.start() for found in re.finditer(re.escape(word.translate(READ_AS)), read)]
    for start in starts:
        text = text[:start] + " " * len(word) + text[start + len(word) :]
    return text


def _without_walks(text: str) -> str:
    kept = []
    while text:
        length = _longest_walk(text)
        kept.append(" " if length >= SHORTEST_WALK else text[0])
        text = text[length if length >= SHORTEST_WALK else 1 :]
    return "".join(kept)


def _longest_walk(text: str) -> int:
    """How many characters from the start are a part of one row, or the same one again and again."""
    beginnings = takewhile(lambda part: any(part in walk for walk in WALKS), accumulate(text))
    return max(len(text) - len(text.lstrip(text[0])), sum(1 for _ in beginnings))
