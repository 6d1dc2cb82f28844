"""The writers: what people are to be told is written in the transaction of the act that it tells of."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from django.db import transaction

from notifications import channels
from notifications.jobs import enqueue
from notifications.models import ABOUT_VISITS, Channel, Message, State
from notifications.refusals import NotGivenUp
from notifications.tasks import send


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person as the accounts know him. `channels` are those that he wants to hear of his visits by."""

    person: int
    name: str
    language: str
    email: str
    phone: str
    channels: tuple[str, ...] = (Channel.EMAIL,)


@transaction.atomic
def tell(
    *, recipient: Recipient, kind: str, about: str, cause: str, facts: dict[str, Any], due_at: datetime
) -> None:
    """Let a person be told at once; `due_at` is the moment of the act.

    `about` is the thing, as the log names it (`appointment:12`), `cause` what happened (`entry:481`). Told
    again of the same cause, nobody hears of it again.
    """
    plan(recipient=recipient, kind=kind, about=about, cause=cause, facts=facts, due_at=due_at, now=due_at)
    enqueue(send, cause=cause)


def plan(
    *,
    recipient: Recipient,
    kind: str,
    about: str,
    cause: str,
    facts: dict[str, Any],
    due_at: datetime,
    now: datetime,
) -> None:
    """Let a person be told when the time has come, unless it is withdrawn before. One statement."""
    Message.objects.bulk_create(
        [
            Message(
                person=recipient.person,
                kind=kind,
                channel=channel,
                language=recipient.language,
                name=recipient.name,
                address=address,
                about=about,
                cause=cause,
                facts=facts,
                due_at=due_at,
                created_at=now,
                message_id=new_message_id(),
            )
            for channel, address in ways_to(recipient, kind)
        ],
        ignore_conflicts=True,
    )


def withdraw(*, about: str, kinds: Collection[str] | None = None) -> int:
    """Take back what was to be told about a thing and has not been yet; how many messages that were."""
    waiting = Message.objects.filter(about=about, state__in=[State.DUE, State.FAILED])
    if kinds is not None:
        waiting = waiting.filter(kind__in=kinds)
    return waiting.update(state=State.WITHDRAWN)


@transaction.atomic
def retry(*, message: Message, now: datetime) -> Message:
    """Let a message that was given up be tried anew, from its first attempt on; raises NotGivenUp."""
    message = Message.objects.select_for_update().get(pk=message.pk)
    if message.state != State.FAILED:
        raise NotGivenUp
    message.state, message.due_at, message.attempts = State.DUE, now, 0
    message.save(update_fields=["state", "due_at", "attempts"])
    enqueue(send, cause=message.cause)
    return message


def ways_to(recipient: Recipient, kind: str) -> list[tuple[str, str]]:
    """By which channels, and at which addresses. What concerns an account goes by email and nowhere else."""
    wanted = recipient.channels if kind in ABOUT_VISITS else (Channel.EMAIL,)
    addresses = {Channel.EMAIL: recipient.email, Channel.SMS: recipient.phone}
    return [(way, addresses[way]) for way in channels.offered() if way in wanted and addresses[way]]


def new_message_id() -> str:
    return f"<{uuid4().hex}@{urlsplit(settings.FRONTEND_URL).hostname}>"
