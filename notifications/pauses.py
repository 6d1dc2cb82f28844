"""How long to wait before something is tried again: longer each time, and never just as long as others."""

from __future__ import annotations

from datetime import timedelta
from random import Random

FIRST = timedelta(minutes=1)
LONGEST = timedelta(hours=1)
JITTER = 0.25  # of a pause, up or down

# What broke for many at once must not be asked again by all of them at once.
_chance = Random()  # noqa: S311 - it spreads work, and guards nothing


def pause(attempts: int, chance: Random = _chance) -> timedelta:
    """The pause after so many attempts, at least one: about 1, 2, 4 … minutes, an hour at the most."""
    whole = min(FIRST * 2 ** min(attempts - 1, 10), LONGEST)
    return whole * chance.uniform(1 - JITTER, 1 + JITTER)
