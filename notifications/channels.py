"""The ways to people: email by SMTP, SMS by a gateway, and in local use files for whoever looks at them."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from smtplib import SMTPRecipientsRefused, SMTPResponseException
from tempfile import NamedTemporaryFile
from typing import Any, Self

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, mailers

from notifications.models import Channel, Message

LONGEST_ANSWER = 500


class Refused(Exception):
    """The gateway did not take an SMS; its words say why."""


class Unreachable(Exception):
    """The mail server could not be greeted: no fault of the mail that was ready. The cause says why."""


def offered() -> list[Channel]:
    """The channels that this clinic has. It always has email: without a mail server yet, mails wait."""
    return [Channel.EMAIL, *([Channel.SMS] if settings.SMS_URL or settings.MAIL_DIR else [])]


def open_now() -> list[Channel]:
    """The channels that a message can leave by now."""
    return [way for way in offered() if way == Channel.SMS or "default" in mailers or settings.MAIL_DIR]


class Post:
    """One round of handing messages over: the mail server is greeted once, when the first mail is ready."""

    def __init__(self) -> None:
        self._server: Any = None
        self.is_closed = False  # the mail server could not be greeted; nobody need try again in this round

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._hang_up()

    def mail(self, message: Message, letter: EmailMultiAlternatives) -> None:
        keep(message, "eml", letter.message().as_bytes())
        if "default" not in mailers:
            return
        self._greet()
        try:
            self._server.send_messages([letter])
        except BaseException:
            self._hang_up()
            raise

    def sms(self, message: Message, text: str) -> None:
        keep(message, "txt", f"Number: +{message.address}\n\n{text}\n".encode())
        if not settings.SMS_URL:
            return
        from apprise import Apprise  # a second of imports, for those who have a gateway

        gateway = Apprise.instantiate(settings.SMS_URL.replace("{to}", f"+{message.address}"))
        with overheard() as said:
            taken = gateway is not None and gateway.notify(body=text)
        if not taken:
            raise Refused("; ".join(said) or "The gateway did not take it, and did not say why.")

    def _greet(self) -> None:
        if self._server is None:
            server = mailers.default
            try:
                server.open()
            except OSError as error:
                self.is_closed = True
                raise Unreachable from error
            self._server = server

    def _hang_up(self) -> None:
        """What was taken is taken: a server that does not say goodbye changes nothing."""
        server, self._server = self._server, None
        if server is not None:
            try:
                server.close()
            except OSError:
                logging.getLogger(__name__).info("the mail server was gone before it was left")


def keep(message: Message, ending: str, content: bytes) -> None:
    """In local use the message also lands as a file; it appears whole."""
    if settings.MAIL_DIR is None:
        return
    folder = Path(settings.MAIL_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{message.created_at:%Y%m%d-%H%M%S}-{message.pk or 0:06}-{message.kind}.{ending}"
    with NamedTemporaryFile(dir=folder, prefix=".", delete=False) as draft:
        draft.write(content)
    Path(draft.name).rename(folder / name)


class _Ear(logging.Handler):
    """Hears what is said in this thread."""

    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.said, self.thread = said, threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self.thread:
            self.said.append(record.getMessage())


@contextmanager
def overheard() -> Iterator[list[str]]:
    """Apprise says why it could not send nowhere but in its log."""
    said: list[str] = []
    ear, log = _Ear(said), logging.getLogger("apprise")
    log.addHandler(ear)
    try:
        yield said
    finally:
        log.removeHandler(ear)


def answer_in(error: BaseException) -> str:
    """What a provider said, in its own words."""
    if isinstance(error, Unreachable) and error.__cause__:
        return answer_in(error.__cause__)
    if isinstance(error, SMTPRecipientsRefused):
        code, words = next(iter(error.recipients.values()))
        told = f"{code} {_decoded(words)}"
    elif isinstance(error, SMTPResponseException):
        told = f"{error.smtp_code} {_decoded(error.smtp_error)}"
    else:
        told = str(error) or type(error).__name__
    return " ".join(told.split()).replace("\0", "")[:LONGEST_ANSWER]


def _decoded(words: bytes | str) -> str:
    return words.decode(errors="replace") if isinstance(words, bytes) else words
