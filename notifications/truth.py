"""Whether a message is still true when its time has come: asked of the app that knows what it is about."""

from __future__ import annotations

from collections.abc import Callable

from notifications.models import Message

StillTrue = Callable[[Message], bool]

_judges: dict[str, StillTrue] = {}


def register(thing: str, still_true: StillTrue) -> None:
    """Ask this function about every message about such a thing: `appointment` for `appointment:12`."""
    _judges[thing] = still_true


def is_still_true(message: Message) -> bool:
    judge = _judges.get(message.about.partition(":")[0])
    return judge is None or judge(message)
