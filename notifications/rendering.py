"""From a message's row to what is sent: a mail in two forms, or the text of an SMS."""

from __future__ import annotations

from email.headerregistry import Address

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

from clinic.models import Clinic
from notifications import enclosures
from notifications.models import Message
from notifications.texts import text_of

# Programs that answer mails by themselves leave these alone (RFC 3834).
AUTOMATIC = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def letter_of(message: Message, clinic: Clinic) -> EmailMultiAlternatives:
    enclosure = enclosures.of(message)
    with translation.override(message.language):
        text = text_of(message, clinic, enclosure.links)
        shown = {"text": text, "clinic": clinic, "language": message.language}
        plain = render_to_string("notifications/message.txt", shown)
        html = render_to_string("notifications/message.html", shown)
    letter = EmailMultiAlternatives(
        subject=text.subject,
        body=plain,
        from_email=str(Address(display_name=clinic.name, addr_spec=settings.DEFAULT_FROM_EMAIL)),
        to=[str(Address(display_name=message.name, addr_spec=message.address))],
        reply_to=[clinic.email] if clinic.email else None,
        headers={"Message-ID": message.message_id, **AUTOMATIC},
    )
    letter.attach_alternative(html, "text/html")
    for file in enclosure.files:
        letter.attach(file.name, file.content, file.media_type)
    return letter


def sms_of(message: Message, clinic: Clinic) -> str:
    links = enclosures.of(message).links
    with translation.override(message.language):
        return text_of(message, clinic, links).sms
