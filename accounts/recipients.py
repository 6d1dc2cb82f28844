"""A person as the messages know him."""

from __future__ import annotations

from accounts.models import User
from notifications.models import Channel
from notifications.outbox import Recipient


def recipient_of(user: User) -> Recipient:
    return Recipient(
        person=user.pk,
        name=user.full_name,
        language=user.language,
        email=user.email,
        phone=user.phone_number,
        channels=(Channel.EMAIL, Channel.SMS),
    )
