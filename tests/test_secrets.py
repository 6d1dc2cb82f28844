"""No table holds what opens a door: passwords, tokens, secrets of authenticator apps and their codes."""

from datetime import timedelta

import pytest
from django.db import connection
from psycopg import sql
from pyotp import TOTP
from rest_framework.test import APIClient

from config.backup import catalogue
from tests.conftest import MONDAY
from tests.factories import PASSWORD

CHANGED = "another-long-secret"
WRONG = "a-long-enough-guess"
BOOKING = {"appointment_date": "2026-12-01", "appointment_time": "08:00"}


def everything_stored():
    """Every column of every row, as a dump would show it."""
    stored = []
    with connection.cursor() as cursor:
        for table in catalogue.tables():
            cursor.execute(sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(table.name)))
            stored += [f"{table.name}: {row}" for (row,) in cursor.fetchall()]
    return stored


def posted(client, path, body=None, **headers):
    answer = client.post(f"/api/{path}", body, headers=headers)
    assert answer.status_code in {200, 201}, answer.json()
    return answer.json()["data"]


def signed_in(client, user, password, **code):
    pair = posted(client, "auth/login/", {"national_id": user.national_id, "password": password, **code})
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {pair['access']}")
    return [pair["access"], pair["refresh"]]


@pytest.fixture
def secrets(doctor, patient, clock):
    """What one patient typed and was given, from a first sign-in to the last of two steps."""
    client = APIClient()
    assert (
        client.post("/api/auth/login/", {"national_id": patient.national_id, "password": WRONG}).status_code
        == 401
    )
    tokens = signed_in(client, patient, PASSWORD)
    pair = posted(client, "auth/token/refresh/", {"refresh": tokens[1]})
    tokens += [pair["access"], pair["refresh"]]
    posted(client, "appointments/", BOOKING | {"doctor": doctor.pk}, **{"Idempotency-Key": "a-key-of-mine"})
    pair = posted(client, "auth/password/change/", {"old_password": PASSWORD, "new_password": CHANGED})
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {pair['access']}")
    secret = posted(client, "auth/two-step/")["secret"]
    codes = posted(client, "auth/two-step/confirm/", {"code": TOTP(secret).at(MONDAY)})["recovery_codes"]
    clock.move_to(MONDAY + timedelta(minutes=1))
    tokens += signed_in(client, patient, CHANGED, code=codes[0])
    tokens += [pair["access"], pair["refresh"]]
    signatures = [token.rpartition(".")[2] for token in tokens]
    return [
        WRONG,
        PASSWORD,
        CHANGED,
        *tokens,
        *signatures,
        secret,
        *codes,
        *[c.replace("-", "") for c in codes],
    ]


def test_what_was_typed_and_given_is_stored_nowhere(secrets):
    stored = everything_stored()
    assert any("appointment.booked" in row for row in stored)
    assert [row for row in stored if any(secret.lower() in row.lower() for secret in secrets)] == []
