"""What the words of a message are made from, and what they are made into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.dateformat import format as written
from django.utils.dateparse import parse_datetime

from clinic.models import Clinic
from notifications.models import Message

LONG, SHORT = "l j F Y, H:i", "D j M Y, H:i"


@dataclass(frozen=True, slots=True)
class Button:
    words: str
    link: str


@dataclass(frozen=True, slots=True)
class Text:
    """`sms` says the same in 160 characters or fewer, unless a name is long."""

    subject: str
    paragraphs: tuple[str, ...]
    buttons: tuple[Button, ...] = ()
    sms: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A message with the clinic as it is now and the links that were made for it."""

    message: Message
    clinic: Clinic
    links: Mapping[str, str]

    def fact(self, name: str) -> str:
        """A fact of the message; an empty text where there is none."""
        return str(self.message.facts.get(name, ""))

    def when(self, name: str, form: str = LONG) -> str:
        """An instant among the facts, as the clinic's clock shows it, in the reader's language."""
        instant = parse_datetime(self.fact(name))
        assert instant is not None, f"{name} is no instant"
        return self.clock(instant, form)

    def clock(self, instant: datetime, form: str = LONG) -> str:
        return written(self.clinic.wall(instant), form)

    def page(self, path: str) -> str:
        return f"{settings.FRONTEND_URL}{path}"

    def sms(self, sentence: str, link: str = "") -> str:
        return " ".join(filter(None, (f"{self.clinic.name}: {sentence}", link)))
