"""POST auth/password/change/"""

from datetime import UTC, datetime

import pytest
from rest_framework.test import APIClient

from accounts.models import Session, User
from tests.accounts.cast import NOT_AUTHENTICATED, TOKEN_INVALID, invalid, logged, people, signed_in_since
from tests.factories import PASSWORD
from tests.racing import race

URL = "/api/auth/password/change/"
MONDAY = datetime(2026, 11, 30, 4, 0, tzinfo=UTC)
FRESH = "another-long-secret"


@pytest.fixture
def opened(patient):
    return signed_in_since(patient, MONDAY)


def bearing(access):
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {access}")
    return client


def test_every_session_ends_and_a_fresh_one_begins(opened, patient):
    _, elsewhere = signed_in_since(patient, MONDAY)
    answer = bearing(opened[1].access).post(URL, {"old_password": PASSWORD, "new_password": FRESH})
    data = answer.json()["data"]
    assert (answer.status_code, list(data)) == (200, ["access", "refresh"])
    patient.refresh_from_db()
    assert patient.check_password(FRESH)
    assert [session.ended_at is None for session in Session.objects.order_by("pk")] == [False, False, True]
    for pair in (opened[1], elsewhere):
        assert bearing(pair.access).get("/api/auth/me/").json() == TOKEN_INVALID
        spent = APIClient().post("/api/auth/token/refresh/", {"refresh": pair.refresh})
        assert (spent.status_code, spent.json()) == (401, TOKEN_INVALID)
    assert bearing(data["access"]).get("/api/auth/me/").status_code == 200
    assert Session.objects.latest("pk").device == "Firefox"
    assert logged() == [("password.changed", f"user:{patient.pk}", patient.pk)]


def test_in_a_browser_the_fresh_token_is_in_the_cookie(opened):
    answer = bearing(opened[1].access).post(
        URL, {"old_password": PASSWORD, "new_password": FRESH}, headers={"X-Refresh-Cookie": "true"}
    )
    assert list(answer.json()["data"]) == ["access"]
    assert answer.cookies["refresh"].value


@pytest.mark.parametrize(
    "body, fields",
    [
        ({}, {"old_password": "This field is required.", "new_password": "This field is required."}),
        (
            {"old_password": "not-his-password", "new_password": FRESH},
            {"old_password": "That is not your password."},
        ),
        (
            {"old_password": PASSWORD, "new_password": "short"},
            {"new_password": "This password is too short. It must contain at least 10 characters."},
        ),
        (
            {"old_password": PASSWORD, "new_password": "mercy wambui"},
            {"new_password": "The password is too similar to the full name."},
        ),
    ],
)
def test_what_needs_another_look_is_named(opened, body, fields):
    before = people()
    answer = bearing(opened[1].access).post(URL, body)
    assert (answer.status_code, answer.json()) == (400, invalid(**fields))
    assert (people(), logged()) == (before, [])


def test_it_is_for_the_signed_in(clinic, anonymous):
    answer = anonymous.post(URL, {"old_password": PASSWORD, "new_password": FRESH})
    assert (answer.status_code, answer.json()) == (401, NOT_AUTHENTICATED)


@pytest.mark.django_db(transaction=True)
def test_no_session_of_the_old_password_outlives_it(opened, patient):
    def sign_in():
        body = {"national_id": patient.national_id, "password": PASSWORD}
        return APIClient().post("/api/auth/login/", body).status_code

    def change():
        body = {"old_password": PASSWORD, "new_password": FRESH}
        return bearing(opened[1].access).post(URL, body).status_code

    answers = race([change] + [sign_in] * 4)
    assert answers[0] == 200
    assert set(answers[1:]) <= {200, 401}
    assert Session.objects.filter(ended_at=None).count() == 1
    assert User.objects.get(pk=patient.pk).check_password(FRESH)
