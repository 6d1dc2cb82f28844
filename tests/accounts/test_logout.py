"""POST auth/logout/"""

from datetime import UTC, datetime

import pytest
from rest_framework.test import APIClient

from accounts.models import Session
from tests.accounts.cast import (
    NOT_AUTHENTICATED,
    TOKEN_INVALID,
    invalid,
    logged,
    refusal,
    signed_in_since,
)

URL = "/api/auth/logout/"
MONDAY = datetime(2026, 11, 30, 4, 0, tzinfo=UTC)
COOKIE = {"X-Refresh-Cookie": "true"}
DONE = {"success": True, "message": "", "data": None}


@pytest.fixture
def opened(patient):
    return signed_in_since(patient, MONDAY)


def bearing(pair):
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {pair.access}")
    return client


def ended():
    return [session.ended_at is not None for session in Session.objects.order_by("pk")]


def test_it_ends_the_session(opened, patient):
    session, pair = opened
    client = bearing(pair)
    answer = client.post(URL, {"refresh": pair.refresh})
    assert (answer.status_code, answer.json(), ended()) == (200, DONE, [True])
    assert logged() == [("session.ended", f"session:{session.pk}", patient.pk)]
    assert client.get("/api/auth/me/").json() == TOKEN_INVALID
    spent = APIClient().post("/api/auth/token/refresh/", {"refresh": pair.refresh})
    assert (spent.status_code, spent.json()) == (401, TOKEN_INVALID)


def test_it_ends_the_session_that_the_token_names(opened, patient):
    _, other = signed_in_since(patient, MONDAY)
    assert bearing(opened[1]).post(URL, {"refresh": other.refresh}).status_code == 200
    assert ended() == [False, True]


def test_another_persons_session_stays(opened, other_patient):
    _, foreign = signed_in_since(other_patient, MONDAY)
    answer = bearing(opened[1]).post(URL, {"refresh": foreign.refresh})
    assert (answer.status_code, answer.json(), ended()) == (401, TOKEN_INVALID, [False, False])
    assert logged() == []


@pytest.mark.parametrize("refresh", ["x", "a.b.c"])
def test_what_is_no_token_is_refused(opened, refresh):
    answer = bearing(opened[1]).post(URL, {"refresh": refresh})
    assert (answer.status_code, answer.json(), ended()) == (401, TOKEN_INVALID, [False])


def test_without_a_token_it_is_asked_for(opened):
    answer = bearing(opened[1]).post(URL)
    assert (answer.status_code, answer.json()) == (400, invalid(refresh="This field is required."))
    assert ended() == [False]


def test_the_cookie_is_taken_and_forgotten(opened):
    client = bearing(opened[1])
    client.cookies["refresh"] = opened[1].refresh
    answer = client.post(URL, headers=COOKIE)
    assert (answer.status_code, answer.json(), ended()) == (200, DONE, [True])
    cookie = answer.cookies["refresh"]
    assert (cookie.value, cookie["max-age"], cookie["path"]) == ("", 0, "/api/auth/")


def test_the_cookie_without_its_header_is_refused(opened):
    client = bearing(opened[1])
    client.cookies["refresh"] = opened[1].refresh
    answer = client.post(URL)
    assert (answer.status_code, answer.json()) == (
        403,
        refusal("forbidden", "Requests that ride on the cookie carry the header X-Refresh-Cookie: true."),
    )
    assert ended() == [False]


def test_a_browser_that_has_lost_its_cookie_signs_out_here(opened):
    assert bearing(opened[1]).post(URL, headers=COOKIE).status_code == 200
    assert ended() == [True]


def test_it_is_for_the_signed_in(opened):
    answer = APIClient().post(URL, {"refresh": opened[1].refresh})
    assert (answer.status_code, answer.json(), ended()) == (401, NOT_AUTHENTICATED, [False])
