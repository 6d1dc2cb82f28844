"""Everything that the API says to people, it can say in Swahili."""

import string
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.utils import translation
from rest_framework import serializers
from rest_framework.test import APIClient

from config.environment import ROOT

APPS = ("accounts", "activity", "appointments", "clinic", "config", "doctors", "notifications")
TEXTS = ROOT / "clinic" / "locale" / "sw" / "LC_MESSAGES"
OURS = {"clinic.fields", "accounts.fields", "doctors.clinic_serializers"}
# What a field says of input that cannot reach it.
UNHEARD = {"max_string_length", "html_form", "empty", "date", "datetime", "make_aware", "overflow"}


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with (TEXTS / "django.po").open("rb") as file:
        return read_po(file, locale="sw", domain="django")


def sentences_of_the_code() -> set[Any]:
    python = [("**.py", "python")]
    return {found[2] for app in APPS for found in extract_from_dir(ROOT / app, python)}


def test_every_sentence_of_the_code_is_there_and_no_other(catalogue):
    assert {message.id for message in catalogue if message.id} == sentences_of_the_code()


def test_every_sentence_has_its_text(catalogue):
    for message in catalogue:
        texts = message.string if isinstance(message.string, tuple) else [message.string]
        assert all(texts), message.id
        assert not message.fuzzy, message.id


def test_a_text_names_nothing_that_its_sentence_does_not(catalogue):
    for message in catalogue:
        if isinstance(message.id, str) and message.id:
            assert named_in(message.string) <= named_in(message.id), message.id


def named_in(text: str) -> set[str]:
    """What is filled in, in either of the two ways."""
    braces = {name for _text, name, _format, _conversion in string.Formatter().parse(text) if name}
    return braces | {f"%({part.partition(')')[0]})" for part in text.split("%(")[1:]}


def test_what_is_compiled_is_fresh(catalogue):
    compiled = BytesIO()
    write_mo(compiled, catalogue)

    assert (TEXTS / "django.mo").read_bytes() == compiled.getvalue()


def fields_that_read() -> Iterator[serializers.Field]:
    for shape in {*_below(serializers.Serializer)}:
        if shape.__module__.partition(".")[0] in APPS:
            yield from (field for field in shape().get_fields().values() if type(field).__module__ in OURS)


def told_in(language: str) -> dict[tuple[str, str], str]:
    with translation.override(language):
        return {
            (type(field).__name__, code): str(words)
            for field in fields_that_read()
            for code, words in field.error_messages.items()
            if code not in UNHEARD
        }


def _below(kind: type) -> Iterator[type]:
    for direct in kind.__subclasses__():
        yield direct
        yield from _below(direct)


def test_what_a_field_refuses_it_refuses_in_swahili():
    english, swahili = told_in("en"), told_in("sw")

    assert len(english) > 50
    assert {what for what in english if english[what] == swahili[what]} == set()


def test_a_stranger_is_answered_in_the_language_of_his_browser(db):
    client = APIClient(HTTP_ACCEPT_LANGUAGE="sw-KE,sw;q=0.9,en;q=0.5")

    assert client.get("/api/users/").json()["message"] == "Ingia kwanza."
    assert client.post("/api/auth/login/", {}).json()["data"] == {
        "national_id": ["Sehemu hii inahitajika."],
        "password": ["Sehemu hii inahitajika."],
    }


def test_somebody_signed_in_is_answered_in_his_own(cast, patient):
    patient.language = "sw"
    patient.save(update_fields=["language"])
    client = cast.clients["patient"]
    client.credentials(**client._credentials, HTTP_ACCEPT_LANGUAGE="en")

    assert client.get("/api/users/").json()["message"] == "Huna ruhusa ya kufanya hivi."


def test_what_the_edge_refuses_it_refuses_in_that_language_too():
    with translation.override("en"):
        response = APIClient(HTTP_ACCEPT_LANGUAGE="sw").post(
            "/api/clinic/", b" " * 70_000, content_type="text/plain"
        )

    assert response.json()["message"] == "Umetuma data nyingi kuliko tunavyoweza kupokea kwa mara moja."
