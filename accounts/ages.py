"""How old someone is. Pure."""

from __future__ import annotations

from datetime import date

OLDEST = 130


def age_on(born: date, today: date) -> int:
    """Whole years; who was born on 29 February has a birthday on 1 March in other years."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def is_plausible(born: date, today: date) -> bool:
    """Whether someone born then can be alive: not born in the future, and at most 130 years ago."""
    return born <= today and (today.year - OLDEST, today.month, today.day) <= (
        born.year,
        born.month,
        born.day,
    )
