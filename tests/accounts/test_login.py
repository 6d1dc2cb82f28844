"""POST auth/login/"""

import pytest
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken

from accounts.hashers import ClinicArgon2PasswordHasher
from accounts.models import PatientProfile, Session, User
from tests import factories
from tests.accounts.cast import BAD_CREDENTIALS, failures, invalid, logged, refusal
from tests.factories import PASSWORD

URL = "/api/auth/login/"


def test_a_patient_signs_in(patient, anonymous):
    PatientProfile.objects.update(medical_history="Asthma")
    answer = anonymous.post(
        URL, {"national_id": patient.national_id, "password": PASSWORD}, headers={"User-Agent": "Firefox"}
    )
    data = answer.json()["data"]
    session = Session.objects.get()
    assert answer.status_code == 200
    assert list(data) == ["access", "refresh", "user"]
    assert data["user"] == {
        "id": patient.pk,
        "email": patient.email,
        "full_name": "Mercy Wambui",
        "national_id": patient.national_id,
        "phone_number": patient.phone_number,
        "role": "patient",
        "profile_pic": "",
        "language": "en",
        "is_active": True,
        "doctor_profile": None,
        "patient_profile": {
            "user": patient.pk,
            "age": 36,
            "date_of_birth": "1990-05-17",
            "gender": "female",
            "medical_history": "Asthma",
        },
    }
    assert (session.user_id, session.device, session.address) == (patient.pk, "Firefox", "127.0.0.1")
    assert logged() == [("session.started", f"session:{session.pk}", patient.pk)]


def test_a_doctor_sees_his_license(doctor, anonymous):
    answer = anonymous.post(URL, {"national_id": doctor.national_id, "password": PASSWORD})
    assert answer.json()["data"]["user"]["doctor_profile"] == {
        "user": doctor.pk,
        "specialization": "General practice",
        "license_number": doctor.license_number,
        "availability": True,
        "slot_minutes": None,
    }


def test_the_tokens_say_who_and_for_how_long(patient, anonymous):
    data = anonymous.post(URL, {"national_id": patient.national_id, "password": PASSWORD}).json()["data"]
    session = Session.objects.get()
    access, refresh = AccessToken(data["access"]).payload, RefreshToken(data["refresh"]).payload
    named = {"user_id": str(patient.pk), "sid": session.pk, "email": patient.email, "role": "patient"}
    assert access.items() >= named.items()
    assert refresh.items() >= (named | {"jti": session.refresh_jti}).items()
    assert access["exp"] - access["iat"] == 3600
    assert refresh["exp"] - refresh["iat"] == 86400


def test_the_id_may_be_typed_as_on_the_card(clinic, anonymous):
    factories.PatientFactory(user__national_id="A12345678")
    assert anonymous.post(URL, {"national_id": " a12-345 678", "password": PASSWORD}).status_code == 200


def test_in_a_browser_the_refresh_token_is_in_the_cookie(patient, anonymous):
    answer = anonymous.post(
        URL, {"national_id": patient.national_id, "password": PASSWORD}, headers={"X-Refresh-Cookie": "true"}
    )
    assert list(answer.json()["data"]) == ["access", "user"]
    cookie = answer.cookies["refresh"]
    kept = {name: cookie[name] for name in ("path", "max-age", "httponly", "samesite", "secure", "domain")}
    assert kept == {
        "path": "/api/auth/",
        "max-age": 86400,
        "httponly": True,
        "samesite": "Strict",
        "secure": "",
        "domain": "",
    }
    assert RefreshToken(cookie.value)["jti"] == Session.objects.get().refresh_jti


def test_over_https_the_cookie_is_secure(patient, anonymous):
    answer = anonymous.post(
        URL,
        {"national_id": patient.national_id, "password": PASSWORD},
        headers={"X-Refresh-Cookie": "true"},
        secure=True,
    )
    assert list(answer.cookies) == ["__Secure-refresh"]
    assert answer.cookies["__Secure-refresh"]["secure"] is True


@pytest.mark.parametrize("national_id", ["known", "99999999", "?", "x" * 300])
def test_a_wrong_password_and_an_unknown_id_answer_alike(patient, anonymous, national_id):
    typed = patient.national_id if national_id == "known" else national_id
    answer = anonymous.post(URL, {"national_id": typed, "password": "not-his-password"})
    assert (answer.status_code, answer.json()) == (401, BAD_CREDENTIALS)
    assert not Session.objects.exists()
    assert logged() == [("session.failed", f"user:{patient.pk}" if national_id == "known" else "", None)]
    assert failures() == [("", 1, 0), ("127.0.0.1", 1, 0)]


def test_they_take_the_same_statements(patient, anonymous, django_assert_num_queries):
    for national_id in (patient.national_id, "99999999"):
        with django_assert_num_queries(6):
            anonymous.post(URL, {"national_id": national_id, "password": "not-his-password"})


class Counted(ClinicArgon2PasswordHasher):
    """The clinic's hasher, which counts how often it has hashed."""

    times = 0

    def encode(self, password, salt):
        Counted.times += 1
        return super().encode(password, salt)

    def verify(self, password, encoded):
        Counted.times += 1
        return super().verify(password, encoded)


@pytest.mark.parametrize("state", ["unknown", "active", "pending", "rejected", "deactivated", "two-step"])
def test_a_refusal_takes_one_hashing_whoever_it_is(clinic, anonymous, settings, state):
    """So that the time it takes tells nothing."""
    user = factories.UserFactory(state="active" if state in ("unknown", "two-step") else state)
    if state == "two-step":
        factories.two_step_on(user)
    settings.PASSWORD_HASHERS = [f"{__name__}.Counted"]
    Counted.times = 0
    typed = "99999999" if state == "unknown" else user.national_id
    answer = anonymous.post(URL, {"national_id": typed, "password": "not-his-password", "code": "000000"})
    assert (answer.json(), Counted.times) == (BAD_CREDENTIALS, 1)


@pytest.mark.parametrize(
    "state, code, message, data",
    [
        ("pending", "account_pending", "Your account waits to be activated by the clinic.", None),
        (
            "rejected",
            "account_rejected",
            "The clinic did not accept your registration.",
            {"reason": "Unknown license."},
        ),
        ("deactivated", "account_deactivated", "Your account has been deactivated. Ask the clinic.", None),
    ],
)
def test_the_right_password_learns_why_the_account_is_closed(clinic, anonymous, state, code, message, data):
    user = factories.UserFactory(state=state)
    factories.RegistrationFactory(user=user, rejection_reason="Unknown license." if data else "")
    answer = anonymous.post(URL, {"national_id": user.national_id, "password": PASSWORD})
    assert (answer.status_code, answer.json()) == (403, refusal(code, message, data))
    assert (Session.objects.count(), logged(), failures()) == (0, [], [])
    wrong = anonymous.post(URL, {"national_id": user.national_id, "password": "not-his-password"})
    assert (wrong.status_code, wrong.json()) == (401, BAD_CREDENTIALS)


def test_of_several_with_one_id_the_one_not_rejected_counts(patient, anonymous):
    for _ in range(2):
        factories.UserFactory(national_id=patient.national_id, state="rejected")
    answer = anonymous.post(URL, {"national_id": patient.national_id, "password": PASSWORD})
    assert answer.json()["data"]["user"]["id"] == patient.pk


def test_of_several_rejected_the_newest_counts(clinic, anonymous):
    for reason in ("First.", "Second."):
        user = factories.UserFactory(national_id="12345678", state="rejected")
        factories.RegistrationFactory(user=user, rejection_reason=reason)
    answer = anonymous.post(URL, {"national_id": "12345678", "password": PASSWORD})
    assert answer.json()["data"] == {"reason": "Second."}


@pytest.mark.parametrize(
    "body, fields",
    [
        ({}, {"national_id": "This field is required.", "password": "This field is required."}),
        ({"national_id": 1, "password": 2}, {"national_id": "Write text.", "password": "Write text."}),
        (
            {"national_id": "a\x00b", "password": "x"},
            {"national_id": "This contains characters that cannot be used here."},
        ),
    ],
)
def test_a_bad_shape_is_no_attempt(clinic, anonymous, body, fields):
    answer = anonymous.post(URL, body)
    assert (answer.status_code, answer.json()) == (400, invalid(**fields))
    assert (failures(), logged()) == ([], [])


def test_it_costs_nine_statements(patient, anonymous, django_assert_num_queries):
    with django_assert_num_queries(9):
        anonymous.post(URL, {"national_id": patient.national_id, "password": PASSWORD})


def test_what_was_typed_is_nowhere_kept(clinic, anonymous):
    anonymous.post(URL, {"national_id": "77777777", "password": "typed-by-mistake"})
    assert "77777777" not in str(logged()) + str(failures())
    assert not User.objects.exists()
