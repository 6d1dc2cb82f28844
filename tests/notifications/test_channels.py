"""The ways to people, each to its end"""

import smtplib
from email import message_from_bytes, policy

import pytest
from django.utils import timezone

from notifications import enclosures
from notifications.channels import answer_in, offered, open_now
from notifications.enclosures import Enclosure, File
from notifications.models import Channel, Message, State
from notifications.rendering import letter_of
from notifications.sending import send_all
from tests.notifications.writing import message, posted


@pytest.fixture(autouse=True)
def named_clinic(clinic):
    clinic.name, clinic.email = "Kliniki ya Mara", "desk@mara.example"
    clinic.save()


def test_a_mail_has_two_forms_and_says_that_a_program_wrote_it(mail_server, settings):
    settings.DEFAULT_FROM_EMAIL = "visits@mara.example"
    posted(name="Jiří O'Neill, Jr.")

    send_all(timezone.now)

    [mail] = mail_server.mails
    assert mail["From"] == "Kliniki ya Mara <visits@mara.example>"
    assert mail["To"] == '"Jiří O\'Neill, Jr." <mercy@example.com>'
    assert mail["Reply-To"] == "desk@mara.example"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    plain, html = (mail.get_body([kind]).get_content() for kind in ("plain", "html"))
    assert "http://localhost:8000/visits/12" in plain
    assert 'href="http://localhost:8000/visits/12"' in html


def test_what_people_are_called_is_text_in_a_page(db, clinic):
    written = message(facts={"with": "<script>alert(1)</script>", "starts_at": timezone.now().isoformat()})

    letter = letter_of(written, clinic)

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in letter.alternatives[0].content
    assert "<script>" not in letter.alternatives[0].content
    assert "<script>alert(1)</script>" in letter.body


def test_a_name_cannot_add_a_header(mail_server):
    posted(name="Mercy\r\nBcc: everybody@example.com")

    assert send_all(timezone.now) == 0
    assert Message.objects.get().state == State.DUE
    assert mail_server.taken == []


def test_files_go_with_a_mail(mail_server, monkeypatch):
    visit = File("visit.ics", b"BEGIN:VCALENDAR\r\n", "text/calendar")
    monkeypatch.setitem(enclosures._enclosers, "appointment", lambda _: Enclosure(files=(visit,)))
    posted()

    send_all(timezone.now)

    [attached] = mail_server.mails[0].iter_attachments()
    assert (attached.get_filename(), attached.get_content_type()) == ("visit.ics", "text/calendar")


def test_an_sms_goes_to_the_gateway(gateway):
    posted(channel=Channel.SMS)

    assert send_all(timezone.now) == 1

    assert gateway.taken == [
        (
            "/sms/+254712345678",
            "Kliniki ya Mara: Visit with Achieng Odhiambo booked for Tue 1 Dec 2026, 08:00.",
        )
    ]


def test_what_the_gateway_says_is_kept(gateway):
    gateway.status = 402
    posted(channel=Channel.SMS)

    assert send_all(timezone.now) == 0

    waiting = Message.objects.get()
    assert waiting.state == State.DUE
    assert "402" in waiting.last_error


def test_a_gateway_that_is_away(gateway):
    gateway.shutdown()
    gateway.server_close()
    posted(channel=Channel.SMS)

    assert send_all(timezone.now) == 0
    assert Message.objects.get().last_error != ""


def test_in_local_use_each_message_is_a_file(mail_dir):
    mail, sms = posted(), posted(channel=Channel.SMS)

    assert send_all(timezone.now) == 2

    eml, txt = sorted(mail_dir.iterdir())
    assert eml.name == f"20261130-040000-{mail.pk:06}-visit_booked.eml"
    assert txt.name == f"20261130-040000-{sms.pk:06}-visit_booked.txt"
    assert message_from_bytes(eml.read_bytes(), policy=policy.default)["Message-ID"] == mail.message_id
    assert txt.read_text() == (
        "Number: +254712345678\n\n"
        "Kliniki ya Mara: Visit with Achieng Odhiambo booked for Tue 1 Dec 2026, 08:00.\n"
    )


def test_in_local_use_a_mail_server_is_used_too(mail_server, settings, tmp_path):
    settings.MAIL_DIR = tmp_path
    posted()

    send_all(timezone.now)

    assert (len(mail_server.taken), len(list(tmp_path.iterdir()))) == (1, 1)


@pytest.mark.parametrize(
    "mailers, sms_url, local, offers, opens",
    [
        ({}, "", False, ["email"], []),
        ({}, "", True, ["email", "sms"], ["email", "sms"]),
        ({"default": {}}, "", False, ["email"], ["email"]),
        ({}, "json://gateway.example/{to}", False, ["email", "sms"], ["sms"]),
        ({"default": {}}, "json://gateway.example/{to}", False, ["email", "sms"], ["email", "sms"]),
    ],
)
def test_which_channels_there_are(settings, tmp_path, mailers, sms_url, local, offers, opens):
    settings.MAILERS, settings.SMS_URL, settings.MAIL_DIR = mailers, sms_url, tmp_path if local else None

    assert (offered(), open_now()) == (offers, opens)


@pytest.mark.parametrize(
    "error, told",
    [
        (
            smtplib.SMTPRecipientsRefused({"a@b.example": (550, b"5.1.1 No such user")}),
            "550 5.1.1 No such user",
        ),
        (smtplib.SMTPAuthenticationError(535, b"5.7.8 Bad\r\ncredentials"), "535 5.7.8 Bad credentials"),
        (smtplib.SMTPDataError(554, "5.7.1 Spam\xff\0"), "554 5.7.1 Spam\xff"),
        (TimeoutError(), "TimeoutError"),
        (ConnectionRefusedError(111, "Connection refused"), "[Errno 111] Connection refused"),
        (ValueError("x" * 900), "x" * 500),
    ],
)
def test_a_provider_is_quoted_in_one_line(error, told):
    assert answer_in(error) == told
