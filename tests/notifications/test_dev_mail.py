"""/dev/mail: what was sent, in local use only"""

import importlib
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import clear_url_caches
from django.utils import timezone

from config import urls
from notifications.models import Channel
from notifications.sending import send_all
from tests.notifications.writing import posted

FOLDER = "/dev/mail"


@pytest.fixture
def sent(mail_dir, clinic):
    """A mail and an SMS, as files."""
    posted()
    posted(channel=Channel.SMS)
    send_all(timezone.now)
    return sorted(file.name for file in mail_dir.iterdir())


@pytest.fixture
def deployed(settings) -> Iterator[None]:
    settings.LOCAL = False
    reread_urls()
    yield
    settings.LOCAL = True
    reread_urls()


def reread_urls():
    importlib.reload(urls)
    clear_url_caches()


def page(path):
    response = Client().get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_an_empty_folder_says_what_to_do(mail_dir):
    assert "Nothing has been sent yet." in page(FOLDER)


def test_all_messages_stand_in_the_folder(sent):
    shown = page(FOLDER)

    assert "2 so far" in shown
    assert "Your visit on Tuesday 1 December 2026, 08:00" in shown
    for name in sent:
        assert f'href="/dev/mail/{name}"' in shown


def test_a_mail_and_how_a_mail_program_shows_it(sent):
    shown = page(f"{FOLDER}/{sent[0]}")

    assert "Your visit with Achieng Odhiambo is booked for" in shown
    assert "<dt>To</dt><dd>Mercy Wambui &lt;mercy@example.com&gt;</dd>" in shown
    assert 'href="http://localhost:8000/visits/12"' in shown
    assert f'href="/dev/mail/{sent[0]}/page"' in shown
    assert page(f"{FOLDER}/{sent[0]}/page").startswith("<!doctype html>")


def test_an_sms(sent):
    shown = page(f"{FOLDER}/{sent[1]}")

    assert "+254712345678" in shown
    assert "Visit with Achieng Odhiambo booked for Tue 1 Dec 2026, 08:00." in shown
    assert Client().get(f"{FOLDER}/{sent[1]}/page").status_code == 404


def test_the_pages_keep_to_the_content_security_policy(sent):
    response = Client().get(FOLDER)

    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "<script" not in response.content.decode()
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    "name", ["20261130-040000-000001-visit_booked.eml", "..%2Fsecrets.env", "secrets.env", "x" * 300]
)
def test_no_other_file_is_shown(sent, mail_dir, name):
    (mail_dir / "secrets.env").write_text("SECRET_KEY=x")
    (mail_dir.parent / "secrets.env").write_text("SECRET_KEY=x")
    if name not in sent:
        assert Client().get(f"{FOLDER}/{name}").status_code == 404


def test_it_is_read_only(sent):
    assert Client().post(FOLDER).status_code == 405


def test_a_deployed_clinic_does_not_have_it(sent, deployed):
    for path in (FOLDER, f"{FOLDER}/{sent[0]}", f"{FOLDER}/{sent[0]}/page"):
        assert Client().get(path).status_code == 404
