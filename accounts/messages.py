"""What admins do about messages. It stands here and not beside them because it is logged."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from accounts.models import User
from activity.log import record
from clinic.models import Clinic
from notifications import outbox, trying_out
from notifications.models import Message
from notifications.trying_out import Verdict


@transaction.atomic
def retry(*, message: Message, by: User, now: datetime) -> Message:
    """Let a message that was given up be tried again; raises NotGivenUp."""
    message = outbox.retry(message=message, now=now)
    record("message.retried", message, by=by, at=now)
    return message


def try_out(*, channel: str, to: str, by: User, now: datetime) -> Verdict:
    """Send a test message while the admin waits, and say what the provider said."""
    verdict = trying_out.try_out(
        channel=channel, to=to, language=by.language, clinic=Clinic.objects.current(), now=now
    )
    record("message.tested", by=by, at=now, channel=channel, taken=verdict.taken)
    return verdict
