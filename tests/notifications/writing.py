"""Messages to try the sending with, and a post office that takes, refuses or loses them."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import Any

from notifications.models import Channel, Kind, Message
from notifications.outbox import Recipient, new_message_id
from tests.conftest import MONDAY

MERCY = Recipient(
    person=7,
    name="Mercy Wambui",
    language="en",
    email="mercy@example.com",
    phone="254712345678",
    channels=(Channel.EMAIL, Channel.SMS),
)
VISIT = {"with": "Achieng Odhiambo", "starts_at": datetime(2026, 12, 1, 5, 0, tzinfo=UTC).isoformat()}
FACTS: dict[str, dict[str, Any]] = {
    Kind.ACCOUNT_REJECTED: {"reason": "The license number is not in the register."},
    Kind.PASSWORD_CHANGED: {"at": MONDAY.isoformat()},
    Kind.NEW_SIGN_IN: {"at": MONDAY.isoformat(), "device": "Firefox on Android", "address": "192.0.2.7"},
    Kind.VISIT_BOOKED: VISIT,
    Kind.VISIT_MOVED: {**VISIT, "was": datetime(2026, 11, 30, 13, 30, tzinfo=UTC).isoformat()},
    Kind.VISIT_CANCELLED: VISIT,
    Kind.VISIT_REMINDER: VISIT,
    Kind.VISIT_LATE: {**VISIT, "minutes": 20},
}
_numbers = count(1)


def message(**changes: Any) -> Message:
    """A message that is due now, unless something else is said."""
    kind = changes.get("kind", Kind.VISIT_BOOKED)
    channel = changes.get("channel", Channel.EMAIL)
    chosen = {
        "person": MERCY.person,
        "kind": kind,
        "channel": channel,
        "language": "en",
        "name": MERCY.name,
        "address": MERCY.phone if channel == Channel.SMS else MERCY.email,
        "about": "appointment:12",
        "cause": f"entry:{next(_numbers)}",
        "facts": FACTS.get(kind, {}),
        "due_at": MONDAY,
        "created_at": MONDAY,
        "message_id": new_message_id(),
    }
    return Message(**chosen | changes)


def posted(**changes: Any) -> Message:
    made = message(**changes)
    made.save()
    return made


def states() -> list[str]:
    return [row.state for row in Message.objects.order_by("pk")]
