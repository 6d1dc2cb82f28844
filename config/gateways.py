"""The ways out for messages, EMAIL_URL and SMS_URL of the environment: read once and strictly."""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from config import environment
from config.environment import refuse

TIMEOUT = 20  # seconds for each answer of the mail server; far below the lease of a message that was taken
PORTS = {"smtps": 465, "smtp": 25}
PORT_WITH_TLS = 587
NUMBER = "{to}"
MAILBOX = re.compile(r"[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE | re.ASCII)


class MailServer(NamedTuple):
    options: dict[str, Any]  # of Django's SMTP backend
    sender: str


def mail_server(name: str) -> MailServer | None:
    """As in smtp://user:password@mail.example.org:587/?tls=true&from=clinic@example.org"""
    url = environment.text(name, "")
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        refuse(f"{name} must be an address such as smtp://user:password@mail.example.org:587/?tls=true.")
    asked = dict(parse_qsl(parts.query, keep_blank_values=True))
    if unknown := asked.keys() - {"tls", "from"}:
        refuse(f"{name} knows the parameters tls and from, not {', '.join(sorted(unknown))}.")
    if asked.get("tls", "true") not in {"true", "false"}:
        refuse(f"{name}: tls must be true or false.")
    tls = parts.scheme == "smtp" and asked.get("tls") == "true"
    require_no_password_in_clear(name, parts, tls=tls)
    return MailServer(options_of(name, parts, tls=tls), sender_of(name, parts, asked.get("from", "")))


def require_no_password_in_clear(name: str, parts: SplitResult, *, tls: bool) -> None:
    private = tls or parts.scheme == "smtps" or parts.hostname in {"localhost", "127.0.0.1", "::1"}
    if parts.password and not private:
        refuse(f"{name} would send its password in clear. Add tls=true, or begin with smtps://.")


def options_of(name: str, parts: SplitResult, *, tls: bool) -> dict[str, Any]:
    try:
        port = parts.port or (PORT_WITH_TLS if tls else PORTS[parts.scheme])
    except ValueError:
        refuse(f"{name} names a port that there cannot be.")
    return {
        "host": parts.hostname,
        "port": port,
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_tls": tls,
        "use_ssl": parts.scheme == "smtps",
        "timeout": TIMEOUT,
    }


def sender_of(name: str, parts: SplitResult, asked: str) -> str:
    """Whom mails are from. Many servers take an email address as the user's name, and it will do."""
    sender = asked or unquote(parts.username or "")
    if not MAILBOX.fullmatch(sender):
        refuse(f"{name} must say whom mails are from, as in ?from=clinic@example.org.")
    return sender


def sms_gateway(name: str) -> str:
    """Any URL of apprise, with {to} where the number goes, as in twilio://sid:token@15551234567/{to}"""
    url = environment.text(name, "")
    if url:
        from apprise import Apprise  # a second of imports, for those who have a gateway

        example = url.replace(NUMBER, "+254712345678")
        if NUMBER not in url or Apprise.instantiate(example, suppress_exceptions=True) is None:
            refuse(f"{name} must be a URL that apprise knows, with {NUMBER} in the place of the number.")
    return url
