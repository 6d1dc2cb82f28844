"""EMAIL_URL and SMS_URL, read once and strictly"""

import pytest

from config.gateways import mail_server, sms_gateway
from tests.config.test_settings import DEPLOYED, setting

COMPLETE = "smtp://user:p%40ss@mail.example.org:2525/?tls=true&from=clinic@example.org"


def server(monkeypatch, url):
    monkeypatch.setenv("EMAIL_URL", url)
    return mail_server("EMAIL_URL")


def words(monkeypatch, url, read=mail_server, name="EMAIL_URL"):
    monkeypatch.setenv(name, url)
    with pytest.raises(SystemExit) as refused:
        read(name)
    return str(refused.value)


def test_a_deployed_clinic_keeps_no_message_as_a_file():
    assert setting("MAIL_DIR", **DEPLOYED) == "None"
    assert setting("MAIL_DIR", CLINIC_LOCAL="1", DATA_DIR="/data") == "/data/mail"


def test_without_one_there_is_none(monkeypatch):
    monkeypatch.delenv("EMAIL_URL", raising=False)
    monkeypatch.delenv("SMS_URL", raising=False)

    assert (mail_server("EMAIL_URL"), sms_gateway("SMS_URL")) == (None, "")


def test_a_whole_address(monkeypatch):
    found = server(monkeypatch, COMPLETE)

    assert found.sender == "clinic@example.org"
    assert found.options == {
        "host": "mail.example.org",
        "port": 2525,
        "username": "user",
        "password": "p@ss",
        "use_tls": True,
        "use_ssl": False,
        "timeout": 20,
    }


@pytest.mark.parametrize(
    "url, port, tls, ssl",
    [
        ("smtp://mail.example.org?from=a@b.example", 25, False, False),
        ("smtp://mail.example.org?from=a@b.example&tls=true", 587, True, False),
        ("smtps://mail.example.org?from=a@b.example", 465, False, True),
        ("smtp://a:b@localhost:1025?from=a@b.example", 1025, False, False),
    ],
)
def test_ports_and_privacy(monkeypatch, url, port, tls, ssl):
    options = server(monkeypatch, url).options

    assert (options["port"], options["use_tls"], options["use_ssl"]) == (port, tls, ssl)


def test_a_user_who_is_an_address_is_the_sender(monkeypatch):
    assert server(monkeypatch, "smtps://me%40b.example:x@mail.example.org").sender == "me@b.example"


@pytest.mark.parametrize(
    "url, part",
    [
        ("mail.example.org", "must be an address such as smtp://"),
        ("http://mail.example.org", "must be an address such as smtp://"),
        ("smtp:///?from=a@b.example", "must be an address such as smtp://"),
        ("smtp://mail.example.org:99999?from=a@b.example", "names a port that there cannot be"),
        ("smtp://mail.example.org?from=a@b.example&ssl=true", "knows the parameters tls and from, not ssl"),
        ("smtp://mail.example.org?from=a@b.example&tls=yes", "tls must be true or false"),
        ("smtp://u:secret@mail.example.org?from=a@b.example", "would send its password in clear"),
        ("smtp://mail.example.org", "must say whom mails are from"),
        ("smtp://mail.example.org?from=clinic", "must say whom mails are from"),
        ("smtp://mail.example.org?from=a@b.example,c@d.example", "must say whom mails are from"),
        ("smtp://mail.example.org?from=a%0d%0aBcc:x@b.example", "must say whom mails are from"),
    ],
)
def test_a_malformed_address_is_refused_in_one_line(monkeypatch, url, part):
    told = words(monkeypatch, url)

    assert told.startswith("The clinic cannot start: EMAIL_URL")
    assert part in told
    assert "\n" not in told
    assert "secret" not in told


@pytest.mark.parametrize(
    "url", ["json://gateway.example/{to}", "twilio://AC" + "1" * 32 + ":" + "a" * 32 + "@15551234567/{to}"]
)
def test_a_gateway_that_apprise_knows(monkeypatch, url):
    monkeypatch.setenv("SMS_URL", url)

    assert sms_gateway("SMS_URL") == url


@pytest.mark.parametrize(
    "url", ["json://gateway.example/", "sms://gateway.example/{to}", "twilio://secret/{to}"]
)
def test_another_one_is_refused_in_one_line(monkeypatch, url):
    assert words(monkeypatch, url, sms_gateway, "SMS_URL") == (
        "The clinic cannot start: "
        "SMS_URL must be a URL that apprise knows, with {to} in the place of the number."
    )
