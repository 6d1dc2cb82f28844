"""What is put into a message at the last moment, by the app that knows what it is about: links and files.

Secrets of links are made here and never stored with the message, and a link that works for an hour begins
its hour when the message is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from notifications.models import Message


@dataclass(frozen=True, slots=True)
class File:
    """What goes with a mail, such as a visit for a calendar."""

    name: str
    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Enclosure:
    """`links` are whole addresses by the names under which the texts ask for them (texts/)."""

    links: Mapping[str, str] = field(default_factory=dict)
    files: tuple[File, ...] = ()


Enclose = Callable[[Message], Enclosure]

_enclosers: dict[str, Enclose] = {}


def register(thing: str, enclose: Enclose) -> None:
    """Ask this function for what goes into every message about such a thing: `user` for `user:3`."""
    _enclosers[thing] = enclose


def of(message: Message) -> Enclosure:
    encloser = _enclosers.get(message.about.partition(":")[0])
    return encloser(message) if encloser else Enclosure()
