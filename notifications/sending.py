"""Handing messages over: each is taken, committed as taken, handed over, and only then marked as sent.

A process that dies in between leaves the message taken. After a lease somebody else takes it and sends it
with the same Message-ID: rather told twice than not at all.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from clinic.models import Clinic
from notifications import channels, rendering, truth
from notifications.channels import Post, Unreachable, answer_in
from notifications.models import NOT_AT_NIGHT, Channel, Message, MessageQuerySet, State
from notifications.pauses import pause
from notifications.quiet_hours import end_of_quiet

log = logging.getLogger(__name__)

ATTEMPTS = 12  # over some six hours

Clock = Callable[[], datetime]
Outcome = dict[str, Any]


def send_all(
    clock: Clock, *, cause: str | None = None, for_at_most: timedelta = timedelta(seconds=50)
) -> int:
    """Send what is due, or what one cause brought about, until nothing is left; how many were sent."""
    waiting = Message.objects.filter(channel__in=channels.open_now())
    if cause is not None:
        waiting = waiting.filter(cause=cause)
    ends, sent, clinic = clock() + for_at_most, 0, Clinic.objects.current()
    with Post() as post:
        while (now := clock()) < ends and (message := take(waiting, now)):
            outcome = _send(message, clinic, post, clock)
            sent += _leave(message, outcome) and outcome["state"] == State.SENT
            if post.is_closed:
                waiting = waiting.exclude(channel=Channel.EMAIL)  # all others would be in vain, too
    return sent


@transaction.atomic
def take(waiting: MessageQuerySet, now: datetime) -> Message | None:
    """The message that has been due for the longest, for us alone; others pass over it and take the next."""
    message = waiting.overdue(now).select_for_update(skip_locked=True).first()
    if message is not None:
        message.state, message.taken_at = State.SENDING, now
        message.attempts += 1
        message.save(update_fields=["state", "taken_at", "attempts"])
    return message


def _send(message: Message, clinic: Clinic, post: Post, clock: Clock) -> Outcome:
    now = clock()
    try:
        if not truth.is_still_true(message):
            return {"state": State.WITHDRAWN}
        if message.kind in NOT_AT_NIGHT and (morning := _end_of_quiet(clinic, now)) > now:
            return {"state": State.DUE, "due_at": morning, "attempts": message.attempts - 1}
        if message.attempts > ATTEMPTS:
            return {"state": State.FAILED, "last_error": "Whoever was sending it died each time."}
        hand_over(message, clinic, post)
    except Exception as error:  # noqa: BLE001 - whatever it is, it must neither be lost nor stop the others
        log.warning("message %s was not taken: %s", message.pk, type(error).__name__)
        return _after(error, message, clock())
    return {"state": State.SENT, "sent_at": clock(), "last_error": ""}


def _end_of_quiet(clinic: Clinic, now: datetime) -> datetime:
    return end_of_quiet(now, clinic.quiet_from, clinic.quiet_until, clinic.zone)


def hand_over(message: Message, clinic: Clinic, post: Post) -> None:
    """Give the provider the message in the words of its channel; raises whatever the provider says."""
    if message.channel == Channel.EMAIL:
        post.mail(message, rendering.letter_of(message, clinic))
    else:
        post.sms(message, rendering.sms_of(message, clinic))


def _after(error: Exception, message: Message, now: datetime) -> Outcome:
    """Tried again after a pause, or given up until an admin looks at it; never for a server that is away."""
    told = {"last_error": answer_in(error)}
    if message.attempts >= ATTEMPTS and not isinstance(error, Unreachable):
        return {"state": State.FAILED, **told}
    attempts = min(message.attempts, ATTEMPTS - 1)
    return {"state": State.DUE, "due_at": now + pause(attempts), "attempts": attempts, **told}


def _leave(message: Message, outcome: Outcome) -> bool:
    """Write down what became of a message that we took; whether it was still ours, for a lease ends."""
    ours = Message.objects.filter(pk=message.pk, state=State.SENDING, taken_at=message.taken_at)
    return ours.update(taken_at=None, **outcome) == 1
