"""Where messages go in these tests: a mail server and an SMS gateway of their own."""

from collections.abc import Iterator
from typing import Any

import pytest

from clinic.models import Clinic
from notifications import enclosures, truth
from notifications.enclosures import Enclosure
from tests.notifications.post_office import Gateway, MailServer, serving


@pytest.fixture
def mail_server(settings: Any) -> Iterator[MailServer]:
    with serving(MailServer()) as server:
        settings.MAILERS = {"default": {"OPTIONS": server.options}}
        settings.MAIL_DIR = None
        yield server


@pytest.fixture
def gateway(settings: Any) -> Iterator[Gateway]:
    with serving(Gateway()) as server:
        settings.SMS_URL = server.url
        settings.MAIL_DIR = None
        yield server


@pytest.fixture
def mail_dir(settings: Any, tmp_path: Any) -> Any:
    """As in local use, without a mail server and without a gateway."""
    settings.MAILERS, settings.SMS_URL = {}, ""
    settings.MAIL_DIR = tmp_path / "mail"
    return settings.MAIL_DIR


@pytest.fixture
def truths(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """What is still true of appointments."""
    true: set[str] = set()
    monkeypatch.setitem(truth._judges, "appointment", lambda message: message.about in true)
    return true


@pytest.fixture
def links(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    links = {
        name: f"https://clinic.example/{name}" for name in ("reset", "confirm", "move", "cancel", "answer")
    }
    for thing in ("appointment", "user"):
        monkeypatch.setitem(enclosures._enclosers, thing, lambda _: Enclosure(links))
    return links


@pytest.fixture
def reminding_at_any_hour(clinic):
    Clinic.objects.update(quiet_from=None, quiet_until=None)
