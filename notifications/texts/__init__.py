"""The words of each kind of message, in the language that is active; its two layouts are templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from clinic.models import Clinic
from notifications.models import Kind, Message
from notifications.texts import account, visit
from notifications.texts.telling import Button, Text, Told

__all__ = ["Button", "Text", "text_of"]

WORDS: dict[str, Callable[[Told], Text]] = {
    Kind.REGISTRATION_RECEIVED: account.registration_received,
    Kind.ACCOUNT_ACTIVATED: account.activated,
    Kind.ACCOUNT_REJECTED: account.rejected,
    Kind.ACCOUNT_DEACTIVATED: account.deactivated,
    Kind.ACCOUNT_CREATED: account.created,
    Kind.PASSWORD_RESET: account.password_reset,
    Kind.PASSWORD_CHANGED: account.password_changed,
    Kind.NEW_SIGN_IN: account.new_sign_in,
    Kind.VISIT_BOOKED: visit.booked,
    Kind.VISIT_MOVED: visit.moved,
    Kind.VISIT_CANCELLED: visit.cancelled,
    Kind.VISIT_REMINDER: visit.reminder,
    Kind.VISIT_LATE: visit.late,
    Kind.TEST: account.test,
}


def text_of(message: Message, clinic: Clinic, links: Mapping[str, str]) -> Text:
    return WORDS[message.kind](Told(message, clinic, links))
