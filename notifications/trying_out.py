"""A test message, handed over while somebody waits for what the provider says. It is not kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.mail import mailers
from django.utils.translation import gettext as _

from clinic.models import Clinic
from notifications.channels import Post, answer_in, open_now
from notifications.models import Channel, Kind, Message
from notifications.outbox import new_message_id
from notifications.sending import hand_over


@dataclass(frozen=True, slots=True)
class Verdict:
    taken: bool
    answer: str


def try_out(*, channel: str, to: str, language: str, clinic: Clinic, now: datetime) -> Verdict:
    if channel not in open_now():
        return Verdict(taken=False, answer=_without_provider(channel))
    message = Message(
        kind=Kind.TEST,
        channel=channel,
        language=language,
        address=to,
        created_at=now,
        message_id=new_message_id(),
    )
    try:
        with Post() as post:
            hand_over(message, clinic, post)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the answer that was asked for
        return Verdict(taken=False, answer=answer_in(error))
    has_provider = "default" in mailers if channel == Channel.EMAIL else settings.SMS_URL
    return Verdict(taken=True, answer="" if has_provider else _without_provider(channel))


def _without_provider(channel: str) -> str:
    if settings.MAIL_DIR is not None:
        return _("There is no provider here: messages are only kept as files.")
    name = "EMAIL_URL" if channel == Channel.EMAIL else "SMS_URL"
    return _("%(name)s is not set on the server.") % {"name": name}
