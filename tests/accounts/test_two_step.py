"""auth/two-step/: switching two-step sign-in on and off"""

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import override_settings
from pyotp import TOTP

from accounts.models import Authenticator, RecoveryCode, Session, User
from activity.models import Entry
from clinic.models import Clinic
from tests import factories
from tests.accounts.cast import (
    LOCKED_OUT,
    NOT_AUTHENTICATED,
    TOKEN_INVALID,
    WRONG_STATUS,
    failures,
    invalid,
    kept_of_two_step,
    logged,
)
from tests.factories import PASSWORD, code

URL = "/api/auth/two-step/"
CONFIRM = "/api/auth/two-step/confirm/"
WRONG_CODE = invalid(code="That code is not right, or was used before.")
MONDAY = datetime(2026, 11, 30, 4, 0, tzinfo=UTC)


def standing(client):
    return client.get(URL).json()["data"]


def test_nobody_has_it_at_first(client_of, patient):
    assert standing(client_of(patient)) == {"on": False, "required": False, "recovery_codes_left": 0}


def test_a_secret_is_made_for_the_app(client_of, patient):
    Clinic.objects.update(name="Mara & Co: Clinic")
    client = client_of(patient)
    answer = client.post(URL)
    data = answer.json()["data"]
    assert (answer.status_code, list(data)) == (200, ["secret", "otpauth_url"])
    address = urlsplit(data["otpauth_url"])
    assert (address.scheme, address.netloc) == ("otpauth", "totp")
    assert parse_qs(address.query) == {"secret": [data["secret"]], "issuer": ["Mara & Co: Clinic"]}
    assert address.path == f"/Mara%20%26%20Co%3A%20Clinic:{patient.national_id}"
    assert not standing(client)["on"]
    assert logged() == [("two_step.prepared", f"user:{patient.pk}", patient.pk)]


def test_the_apps_first_code_switches_it_on(client_of, patient):
    client = client_of(patient)
    secret = client.post(URL).json()["data"]["secret"]
    answer = client.post(CONFIRM, {"code": TOTP(secret).at(MONDAY)})
    codes = answer.json()["data"]["recovery_codes"]
    assert (answer.status_code, list(answer.json()["data"])) == (200, ["recovery_codes"])
    assert len({*codes}) == 10
    assert {len(shown) for shown in codes} == {11}
    assert standing(client) == {"on": True, "required": False, "recovery_codes_left": 10}
    assert User.objects.get(pk=patient.pk).two_step_since == MONDAY
    assert logged()[1:] == [("two_step.switched_on", f"user:{patient.pk}", patient.pk)]


def test_a_secret_made_anew_is_the_one_that_counts(client_of, patient):
    client = client_of(patient)
    first, second = (client.post(URL).json()["data"]["secret"] for _ in range(2))
    refused = client.post(CONFIRM, {"code": TOTP(first).at(MONDAY)})
    assert (refused.status_code, refused.json()) == (400, WRONG_CODE)
    assert client.post(CONFIRM, {"code": TOTP(second).at(MONDAY)}).status_code == 200


@pytest.mark.parametrize("typed", ["000000", "12345", "not a code", "٣٠٣٠٣٠", "x" * 100])
def test_a_wrong_first_code_switches_nothing_on(client_of, patient, typed):
    factories.AuthenticatorFactory(user=patient)
    client, before = client_of(patient), kept_of_two_step()
    answer = client.post(CONFIRM, {"code": typed})
    assert (answer.status_code, answer.json()) == (400, WRONG_CODE)
    assert (kept_of_two_step(), logged(), failures()) == (before, [], [])


def test_without_a_secret_there_is_nothing_to_confirm(client_of, patient):
    answer = client_of(patient).post(CONFIRM, {"code": "000000"})
    assert (answer.status_code, answer.json()) == (409, WRONG_STATUS)


def test_what_is_on_cannot_be_made_anew_nor_confirmed(client_of, patient):
    client = client_of(factories.two_step_on(patient))
    before = kept_of_two_step()
    for answer in (client.post(URL), client.post(CONFIRM, {"code": code()})):
        assert (answer.status_code, answer.json()) == (409, WRONG_STATUS)
    assert (kept_of_two_step(), logged()) == (before, [])


def test_password_and_code_switch_it_off_and_end_the_other_sessions(client_of, patient):
    factories.two_step_on(patient)
    here, elsewhere = client_of(patient), client_of(patient)
    RecoveryCode.objects.create(user=patient, hashed="x")
    answer = here.delete(URL, {"password": PASSWORD, "code": code()})
    assert (answer.status_code, answer.json()) == (200, {"success": True, "message": "", "data": None})
    assert standing(here) == {"on": False, "required": False, "recovery_codes_left": 0}
    assert not Authenticator.objects.exists()
    assert elsewhere.get(URL).json() == TOKEN_INVALID
    assert logged() == [("two_step.switched_off", f"user:{patient.pk}", patient.pk)]


@pytest.mark.parametrize(
    "body, fields",
    [
        ({}, {"code": "This field is required.", "password": "This field is required."}),
        ({"password": PASSWORD, "code": ""}, {"code": "This field may not be blank."}),
    ],
)
def test_both_are_wanted(client_of, patient, body, fields):
    answer = client_of(factories.two_step_on(patient)).delete(URL, body)
    assert (answer.status_code, answer.json()) == (400, invalid(**fields))
    assert failures() == []


@pytest.mark.parametrize(
    "password, typed, refusal",
    [
        ("not-his-password", None, invalid(password="That is not your password.")),
        (PASSWORD, "000000", WRONG_CODE),
    ],
)
def test_what_is_wrong_is_named_and_counted(client_of, patient, password, typed, refusal):
    client = client_of(factories.two_step_on(patient))
    before = (kept_of_two_step(), Session.objects.count())
    answer = client.delete(URL, {"password": password, "code": typed or code()})
    assert (answer.status_code, answer.json()) == (400, refusal)
    assert (kept_of_two_step(), Session.objects.filter(ended_at=None).count()) == before
    assert failures() == [("", 1, 0), ("127.0.0.1", 1, 0)]
    assert logged() == [("two_step.failed", f"user:{patient.pk}", patient.pk)]


def test_who_guesses_at_it_waits(client_of, patient):
    client = client_of(factories.two_step_on(patient))
    body = {"password": PASSWORD, "code": "000000"}
    assert [client.delete(URL, body).status_code for _ in range(5)] == [400] * 5
    answer = client.delete(URL, {"password": PASSWORD, "code": code()})
    assert (answer.status_code, answer.json()) == (429, LOCKED_OUT)
    assert standing(client)["on"]


def test_what_is_off_cannot_be_switched_off(client_of, patient):
    answer = client_of(patient).delete(URL, {"password": PASSWORD, "code": "000000"})
    assert (answer.status_code, answer.json(), failures()) == (409, WRONG_STATUS, [])


@pytest.mark.parametrize("method, url", [("get", URL), ("post", URL), ("delete", URL), ("post", CONFIRM)])
def test_it_is_for_the_signed_in(clinic, anonymous, method, url):
    answer = getattr(anonymous, method)(url)
    assert (answer.status_code, answer.json()) == (401, NOT_AUTHENTICATED)


def test_no_secret_is_kept_in_clear_nor_logged(client_of, patient):
    client = client_of(patient)
    secret = client.post(URL).json()["data"]["secret"]
    codes = client.post(CONFIRM, {"code": TOTP(secret).at(MONDAY)}).json()["data"]["recovery_codes"]
    kept = str([kept_of_two_step(), [*Entry.objects.values()]])
    assert [word for word in (secret, *codes) if word in kept or word.replace("-", "") in kept] == []


def test_under_another_secret_key_no_code_is_right_but_the_recovery_codes_are(client_of, patient, anonymous):
    client = client_of(patient)
    secret = client.post(URL).json()["data"]["secret"]
    recovery = client.post(CONFIRM, {"code": TOTP(secret).at(MONDAY)}).json()["data"]["recovery_codes"][0]
    body = {"national_id": patient.national_id, "password": PASSWORD}
    later = TOTP(secret).at(MONDAY, counter_offset=1)
    with override_settings(SECRET_KEY="k" * 32):
        assert anonymous.post("/api/auth/login/", {**body, "code": later}).status_code == 401
        assert anonymous.post("/api/auth/login/", {**body, "code": recovery}).status_code == 200


def test_after_a_change_of_secret_key_the_old_one_still_opens(client_of, patient, anonymous, settings):
    factories.two_step_on(patient)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "k" * 32, [settings.SECRET_KEY]
    body = {"national_id": patient.national_id, "password": PASSWORD, "code": code()}
    assert anonymous.post("/api/auth/login/", body).status_code == 200
