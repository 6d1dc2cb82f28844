"""GET auth/sessions/, DELETE auth/sessions/{id}/"""

from datetime import UTC, datetime, timedelta

import pytest
from rest_framework.test import APIClient

from accounts.models import Session
from tests import factories
from tests.accounts.cast import NOT_AUTHENTICATED, NOT_FOUND, TOKEN_INVALID, logged, signed_in_since

URL = "/api/auth/sessions/"
MONDAY = datetime(2026, 11, 30, 4, 0, tzinfo=UTC)


@pytest.fixture
def opened(patient):
    return signed_in_since(patient, MONDAY)


@pytest.fixture
def client(opened):
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {opened[1].access}")
    return client


def test_ones_own_sessions_are_listed_the_latest_first(opened, client, patient, other_patient):
    phone = factories.SessionFactory(
        user=patient, device="Phone", address=None, last_seen=MONDAY - timedelta(hours=2)
    )
    factories.SessionFactory(user=patient, ended_at=MONDAY)
    factories.SessionFactory(user=patient, rotated_at=MONDAY - timedelta(days=1))
    factories.SessionFactory(user=other_patient)
    answer = client.get(URL)
    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "message": "",
        "data": [
            {
                "id": opened[0].pk,
                "device": "Firefox",
                "address": "127.0.0.1",
                "created_at": "2026-11-30T07:00:00+03:00",
                "last_seen": "2026-11-30T07:00:00+03:00",
                "current": True,
            },
            {
                "id": phone.pk,
                "device": "Phone",
                "address": None,
                "created_at": "2026-11-30T07:00:00+03:00",
                "last_seen": "2026-11-30T05:00:00+03:00",
                "current": False,
            },
        ],
        "meta": {"page": 1, "page_size": 20, "total": 2},
    }


@pytest.mark.parametrize("more", [0, 2])
def test_it_costs_the_same_however_many(client, patient, more, django_assert_num_queries):
    factories.SessionFactory.create_batch(more, user=patient)
    with django_assert_num_queries(4):
        assert len(client.get(URL).json()["data"]) == 1 + more


def test_one_is_ended(client, patient):
    phone = factories.SessionFactory(user=patient)
    answer = client.delete(f"{URL}{phone.pk}/")
    assert (answer.status_code, answer.json()) == (200, {"success": True, "message": "", "data": None})
    phone.refresh_from_db()
    assert phone.ended_at == MONDAY
    assert logged() == [("session.ended", f"session:{phone.pk}", patient.pk)]
    assert client.get(URL).json()["meta"]["total"] == 1


def test_the_current_one_may_be_ended_too(opened, client):
    assert client.delete(f"{URL}{opened[0].pk}/").status_code == 200
    assert client.get(URL).json() == TOKEN_INVALID


def test_what_is_not_ones_own_does_not_exist(client, patient, other_patient):
    foreign = factories.SessionFactory(user=other_patient)
    over = factories.SessionFactory(user=patient, ended_at=MONDAY)
    answers = [client.delete(f"{URL}{pk}/") for pk in (foreign.pk, over.pk, 10**6, 2**63, 10**400)]
    assert {(answer.status_code, answer.content) for answer in answers} == {(404, answers[0].content)}
    assert answers[0].json() == NOT_FOUND
    assert Session.objects.filter(ended_at=None).count() == 2


def test_they_are_for_the_signed_in(clinic, anonymous):
    for answer in (anonymous.get(URL), anonymous.delete(f"{URL}1/")):
        assert (answer.status_code, answer.json()) == (401, NOT_AUTHENTICATED)
