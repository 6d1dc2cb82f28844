"""Who is asking: what the Authorization header may hold, and what the session's row says of it."""

import base64
import json
from datetime import UTC, datetime

import jwt
import pytest
from rest_framework.test import APIClient
from rest_framework_simplejwt.tokens import AccessToken

from accounts.models import Session, User
from tests.accounts.cast import NOT_AUTHENTICATED, TOKEN_INVALID, signed_in_since

URL = "/api/auth/me/"
MONDAY = datetime(2026, 11, 30, 4, 0, tzinfo=UTC)


@pytest.fixture
def opened(patient):
    return signed_in_since(patient, MONDAY)


def ask(header):
    return APIClient().get(URL, headers={} if header is None else {"Authorization": header})


def assert_refused(answer):
    assert (answer.status_code, answer.json()) == (401, TOKEN_INVALID)
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("header", [None, ""])
def test_nobody_is_asked_to_sign_in(clinic, header):
    answer = ask(header)
    assert (answer.status_code, answer.json()) == (401, NOT_AUTHENTICATED)
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
def test_a_token_is_taken(opened, scheme):
    assert ask(f"{scheme} {opened[1].access}").status_code == 200


@pytest.mark.parametrize(
    "header",
    [
        "Bearer",
        "Bearer a b",
        "Bearer a.b.c",
        "Basic YTpi",
        "garbage",
        " ",
        "Bearer x,Bearer y",
        "Bearer é.é.é",
        "Bearer ..",
        "Bearer null",
    ],
)
def test_garbage_is_refused(opened, header):
    assert_refused(ask(header))


def test_two_tokens_are_refused(opened):
    assert_refused(ask(f"Bearer {opened[1].access} {opened[1].access}"))
    assert_refused(ask(f"Token {opened[1].access}"))


def test_a_refresh_token_is_no_access_token(opened):
    assert_refused(ask(f"Bearer {opened[1].refresh}"))


def test_it_is_good_for_an_hour(opened, clock):
    clock.shift(3599)
    assert ask(f"Bearer {opened[1].access}").status_code == 200
    clock.shift(1)
    assert_refused(ask(f"Bearer {opened[1].access}"))


def test_another_key_and_no_algorithm_are_refused(opened):
    payload = AccessToken(opened[1].access).payload
    assert_refused(ask(f"Bearer {jwt.encode(payload, 'k' * 32, algorithm='HS256')}"))
    assert_refused(ask(f"Bearer {jwt.encode(payload, None, algorithm='none')}"))
    deep = base64.urlsafe_b64encode(b"[" * 5000).decode().rstrip("=")
    assert_refused(ask(f"Bearer {deep}.e30.AA"))


def test_a_changed_payload_is_refused(opened, admin):
    head, payload, signature = opened[1].access.split(".")
    said = json.loads(base64.urlsafe_b64decode(payload + "=="))
    forged = base64.urlsafe_b64encode(json.dumps(said | {"user_id": str(admin.pk)}).encode()).decode()
    assert_refused(ask(f"Bearer {head}.{forged.rstrip('=')}.{signature}"))


@pytest.mark.parametrize(
    "claims", [{"sid": None}, {"sid": "x"}, {"sid": 10**30}, {"user_id": "0"}, {"user_id": "x"}, {"sid": [1]}]
)
def test_a_token_of_ours_that_names_no_session_is_refused(opened, claims):
    token = AccessToken(opened[1].access)
    token.payload |= claims
    assert_refused(ask(f"Bearer {token}"))


def test_a_token_without_a_session_is_refused(patient):
    assert_refused(ask(f"Bearer {AccessToken.for_user(patient)}"))


def test_an_ended_session_stops_at_once(opened):
    Session.objects.update(ended_at=MONDAY)
    assert_refused(ask(f"Bearer {opened[1].access}"))


@pytest.mark.parametrize("state", ["pending", "rejected", "deactivated"])
def test_an_inactive_person_stops_at_once(opened, patient, state):
    User.objects.filter(pk=patient.pk).update(state=state)
    assert_refused(ask(f"Bearer {opened[1].access}"))


def test_the_role_that_counts_is_the_one_of_the_database(opened, patient):
    token = AccessToken(opened[1].access)
    token["role"] = "admin"
    answer = APIClient().get("/api/users/", headers={"Authorization": f"Bearer {token}"})
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


def test_messages_come_in_the_persons_language(opened, patient):
    User.objects.filter(pk=patient.pk).update(language="sw")
    answer = ask(f"Bearer {opened[1].access}")
    assert answer.headers["Content-Language"] == "sw"
    assert ask(None).headers["Content-Language"] == "en"


def test_it_costs_one_statement(opened, django_assert_num_queries):
    with django_assert_num_queries(3):  # and the clinic's calendar day, and one's own page
        ask(f"Bearer {opened[1].access}")
