"""POST auth/token/refresh/"""

from datetime import UTC, datetime, timedelta

import pytest
from rest_framework.test import APIClient
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken

from accounts.models import Session, User
from tests.accounts.cast import (
    NOT_AUTHENTICATED,
    TOKEN_INVALID,
    invalid,
    logged,
    refusal,
    signed_in_since,
)

URL = "/api/auth/token/refresh/"
MONDAY = datetime(2026, 11, 30, 4, 0, tzinfo=UTC)
COOKIE = {"X-Refresh-Cookie": "true"}


@pytest.fixture
def opened(patient):
    return signed_in_since(patient, MONDAY)


def spend(refresh):
    return APIClient().post(URL, {"refresh": refresh})


def assert_refused(answer):
    assert (answer.status_code, answer.json()) == (401, TOKEN_INVALID)


def test_a_token_is_spent_for_a_fresh_pair(opened, clock):
    session, pair = opened
    clock.shift(600)
    answer = spend(pair.refresh)
    data = answer.json()["data"]
    session.refresh_from_db()
    assert (answer.status_code, list(data)) == (200, ["access", "refresh"])
    assert session.last_seen == session.rotated_at == MONDAY + timedelta(seconds=600)
    successor = RefreshToken(data["refresh"])
    assert successor["jti"] == session.refresh_jti != RefreshToken(pair.refresh)["jti"]
    assert successor["exp"] == int((MONDAY + timedelta(days=1, seconds=600)).timestamp())
    assert AccessToken(data["access"])["sid"] == session.pk


def test_a_session_slides_from_day_to_day(opened, clock):
    refresh = opened[1].refresh
    for _ in range(5):
        clock.shift(23 * 60 * 60)
        answer = spend(refresh)
        assert answer.status_code == 200
        refresh = answer.json()["data"]["refresh"]


def test_within_ten_seconds_the_spent_one_answers_with_the_same_successor(opened, clock):
    first = spend(opened[1].refresh).json()["data"]
    clock.shift(10)
    again = spend(opened[1].refresh).json()["data"]
    assert again["refresh"] == first["refresh"]
    assert AccessToken(again["access"])["exp"] == AccessToken(first["access"])["exp"] + 10
    assert spend(again["refresh"]).status_code == 200


def assert_ended(session):
    session.refresh_from_db()
    assert session.ended_at is not None
    assert logged()[-1] == ("session.reused", f"session:{session.pk}", session.user_id)


def test_after_ten_seconds_the_spent_one_ends_the_session(opened, clock):
    session, pair = opened
    successor = spend(pair.refresh).json()["data"]
    clock.shift(10.1)
    assert_refused(spend(pair.refresh))
    assert_ended(session)
    assert_refused(spend(successor["refresh"]))
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {successor['access']}")
    assert_refused(client.get("/api/auth/me/"))


def test_once_the_successor_is_spent_the_first_one_ends_the_session(opened):
    session, pair = opened
    successor = spend(pair.refresh).json()["data"]["refresh"]
    assert spend(successor).status_code == 200
    assert_refused(spend(pair.refresh))
    assert_ended(session)


def test_an_older_one_ends_the_session(opened, clock):
    session, pair = opened
    refresh = pair.refresh
    for _ in range(3):
        clock.shift(60)
        refresh = spend(refresh).json()["data"]["refresh"]
    assert_refused(spend(pair.refresh))
    assert_ended(session)


def test_after_a_day_it_is_over(opened, clock):
    session, pair = opened
    clock.shift(24 * 60 * 60)
    assert_refused(spend(pair.refresh))
    session.refresh_from_db()
    assert session.ended_at is None


def test_what_is_no_refresh_token_of_ours_is_refused(opened, patient):
    session, pair = opened
    foreign = RefreshToken(pair.refresh)
    foreign["sid"] = session.pk + 1
    nameless = RefreshToken()
    for token in ("x", "a.b.c", pair.access, pair.refresh[:-2], str(foreign), str(nameless)):
        assert_refused(spend(token))
    session.refresh_from_db()
    assert (session.ended_at, logged()) == (None, [])


@pytest.mark.parametrize("state", ["deactivated", "pending"])
def test_an_inactive_person_is_refused(opened, patient, state):
    User.objects.filter(pk=patient.pk).update(state=state)
    assert_refused(spend(opened[1].refresh))


def test_a_person_who_is_gone_is_refused(opened, patient):
    Session.objects.all().delete()
    patient.patient_profile.delete()
    patient.delete()
    assert_refused(spend(opened[1].refresh))


def test_an_ended_session_is_refused_for_good(opened):
    _session, pair = opened
    Session.objects.update(ended_at=MONDAY)
    assert_refused(spend(pair.refresh))


def test_without_a_token_it_is_asked_for(clinic, anonymous):
    answer = anonymous.post(URL)
    assert (answer.status_code, answer.json()) == (400, invalid(refresh="This field is required."))


def test_the_cookie_rides_with_its_header(opened):
    client = APIClient()
    client.cookies["refresh"] = opened[1].refresh
    answer = client.post(URL, headers=COOKIE)
    assert (answer.status_code, list(answer.json()["data"])) == (200, ["access"])
    assert RefreshToken(answer.cookies["refresh"].value)["jti"] == Session.objects.get().refresh_jti


def test_the_cookie_without_its_header_is_refused(opened):
    client = APIClient()
    client.cookies["refresh"] = opened[1].refresh
    answer = client.post(URL)
    assert (answer.status_code, answer.json()) == (
        403,
        refusal("forbidden", "Requests that ride on the cookie carry the header X-Refresh-Cookie: true."),
    )
    assert Session.objects.get().spent_jti == ""


def test_over_https_only_the_secure_cookie_counts(opened):
    client = APIClient()
    client.cookies["refresh"] = opened[1].refresh
    answer = client.post(URL, headers=COOKIE, secure=True)
    assert (answer.status_code, answer.json()) == (401, NOT_AUTHENTICATED)
    client.cookies["__Secure-refresh"] = opened[1].refresh
    assert client.post(URL, headers=COOKIE, secure=True).status_code == 200


def test_a_browser_without_a_cookie_is_not_signed_in(clinic, anonymous):
    answer = anonymous.post(URL, headers=COOKIE)
    assert (answer.status_code, answer.json()) == (401, NOT_AUTHENTICATED)


def test_of_a_thief_and_the_owner_neither_keeps_the_session(opened, clock):
    """Whoever comes second shows that there are two: whichever of them was the thief, both are out."""
    session, pair = opened
    of_the_thief = spend(pair.refresh).json()["data"]
    clock.shift(3600)
    assert_refused(spend(pair.refresh))
    assert_ended(session)
    assert_refused(spend(of_the_thief["refresh"]))
