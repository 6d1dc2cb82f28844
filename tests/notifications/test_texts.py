"""The words: of every kind, in every language, in both forms, and short for a telephone"""

import re

import pytest
from django.conf import settings as django_settings
from django.utils import translation

from clinic.models import Clinic
from notifications.models import ABOUT_VISITS, Channel, Kind
from notifications.rendering import letter_of, sms_of
from notifications.texts import WORDS
from tests.notifications.writing import FACTS, message

# Of the alphabet of GSM 03.38 what our own words need. One other character, and an SMS holds 70.
GSM = re.compile(r"[A-Za-z0-9 .,:;!?'\"()/@$%&+*=<>#\-_\n]*")
LANGUAGES = [code for code, _name in django_settings.LANGUAGES]
MARA = Clinic(name="Mara Clinic", address="Moi Avenue 12", phone_number="254201234567")


def letter(kind, language="en", **facts):
    written = message(kind=kind, language=language, facts={**FACTS.get(kind, {}), **facts})
    return letter_of(written, MARA)


def test_every_kind_has_words():
    assert {*WORDS} == {*Kind}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", Kind)
def test_a_mail_says_all_in_both_forms(links, kind, language):
    mail = letter(kind, language)
    html = mail.alternatives[0].content

    assert 10 <= len(mail.subject) <= 90
    assert "\n" not in mail.subject
    assert f'lang="{language}"' in html
    for line in filter(None, mail.body.splitlines()):
        if line != "-- ":
            assert line.removesuffix(":").replace("'", "&#x27;") in html
    assert "%(" not in mail.body + mail.subject
    assert len(html) < 4000


@pytest.mark.parametrize("kind", Kind)
def test_a_swahili_reader_gets_other_words(links, kind):
    english, swahili = letter(kind, "en"), letter(kind, "sw")

    assert english.subject != swahili.subject
    shared = {*english.body.splitlines()} & {*swahili.body.splitlines()}
    assert {line for line in shared if not line.startswith(("http", "+", "-- ", "Mara", "Moi"))} == {""}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [*sorted(ABOUT_VISITS), Kind.TEST])
def test_an_sms_fits_into_one(links, kind, language):
    text = sms_of(message(kind=kind, language=language, channel=Channel.SMS), MARA)

    assert text.startswith("Mara Clinic: ")
    assert len(text) <= 160
    assert GSM.fullmatch(text), text


@pytest.mark.parametrize(
    "language, told",
    [
        ("en", "Your visit with Achieng Odhiambo is booked for Tuesday 1 December 2026, 08:00."),
        ("sw", "Miadi yako na Achieng Odhiambo imewekwa: Jumanne 1 Disemba 2026, 08:00."),
    ],
)
def test_a_time_is_the_clinics_in_the_readers_language(language, told):
    with translation.override("en"):  # whatever the worker did before
        assert told in letter(Kind.VISIT_BOOKED, language).body


def test_by_whom_is_said_where_it_was_somebody_else():
    assert "By " not in letter(Kind.VISIT_CANCELLED).body
    assert "\n\nBy Naomi Cherono.\n\n" in letter(Kind.VISIT_CANCELLED, by="Naomi Cherono").body


def test_a_move_says_from_when_to_when():
    assert (
        "Your visit with Achieng Odhiambo was moved from Monday 30 November 2026, 16:30"
        " to Tuesday 1 December 2026, 08:00." in letter(Kind.VISIT_MOVED).body
    )


@pytest.mark.parametrize(
    "minutes, told", [(1, "about 1 minute late today"), (20, "about 20 minutes late today")]
)
def test_how_late_somebody_is(minutes, told):
    assert told in letter(Kind.VISIT_LATE, minutes=minutes).body


def test_a_reminder_offers_what_can_be_answered(links):
    body = letter(Kind.VISIT_REMINDER).body

    for words, link in [
        ("I will come", "confirm"),
        ("Move the visit", "move"),
        ("Cancel the visit", "cancel"),
    ]:
        assert f"{words}:\nhttps://clinic.example/{link}\n" in body
    text = sms_of(message(kind=Kind.VISIT_REMINDER, channel=Channel.SMS), MARA)
    assert text.endswith(" https://clinic.example/answer")


def test_a_reminder_without_such_links_leads_to_the_visit():
    assert "See the visit:\nhttp://localhost:8000/visits/12\n" in letter(Kind.VISIT_REMINDER).body


@pytest.mark.parametrize("kind", [Kind.PASSWORD_RESET, Kind.ACCOUNT_CREATED])
def test_a_password_is_chosen_behind_the_link_that_was_made_for_it(links, kind):
    assert "https://clinic.example/reset" in letter(kind).body
