"""GET /api/activity/"""

from datetime import UTC, datetime, timedelta

import pytest

from activity import origin
from activity.log import record
from activity.models import Entry
from tests.conftest import MONDAY

URL = "/api/activity/"


@pytest.fixture
def told(admin, patient):
    """Sunday evening, Monday morning, and the last and the first instant around the end of Monday."""
    origin.address.set("192.0.2.7")
    midnight = datetime(2026, 11, 30, 21, 0, tzinfo=UTC)
    return [
        record("user.activated", patient, by=admin, at=MONDAY - timedelta(hours=12)),
        record("appointment.booked", "appointment:12", by=patient, at=MONDAY, doctor=2),
        record("appointment.cancelled", "appointment:12", by=admin, at=midnight - timedelta(seconds=1)),
        record("sign_in.failed", by=None, at=midnight),
    ]


def listed(answer, entries):
    return [[entry.pk for entry in entries].index(row["id"]) for row in answer.json()["data"]]


def test_the_newest_first_with_names(client_of, admin, patient, told):
    answer = client_of(admin).get(URL).json()
    assert answer["meta"] == {"page": 1, "page_size": 20, "total": 4}
    assert [row["id"] for row in answer["data"]] == [entry.pk for entry in reversed(told)]
    assert answer["data"][2] == {
        "id": told[1].pk,
        "at": "2026-11-30T07:00:00+03:00",
        "actor": patient.pk,
        "actor_name": "Mercy Wambui",
        "address": "192.0.2.7",
        "action": "appointment.booked",
        "target": "appointment:12",
        "details": {"doctor": 2},
    }
    assert (answer["data"][0]["actor"], answer["data"][0]["actor_name"]) == (None, "")


@pytest.mark.parametrize(
    "query,expected",
    [
        ("action=appointment.booked", [1]),
        ("action=appointment.eaten", []),
        ("target=appointment:12", [2, 1]),
        ("target=appointment:1", []),
        ("from=2026-11-30", [3, 2, 1]),
        ("to=2026-11-30", [2, 1, 0]),
        ("from=2026-11-30&to=2026-11-30", [2, 1]),
        ("from=2026-12-01&to=2026-11-30", []),
        ("target=appointment:12&action=appointment.cancelled", [2]),
        ("actor=999999999", []),
    ],
)
def test_filters(client_of, admin, told, query, expected):
    assert listed(client_of(admin).get(f"{URL}?{query}"), told) == expected


def test_by_actor(client_of, admin, told):
    assert listed(client_of(admin).get(URL, {"actor": admin.pk}), told) == [2, 0]


@pytest.mark.parametrize(
    "name,value",
    [
        ("actor", "me"),
        ("actor", "0"),
        ("actor", "1.5"),
        ("action", "a" * 61),
        ("action", "a\x00"),
        ("target", "a" * 61),
        ("target", "user:1\n2"),
        ("from", "yesterday"),
        ("to", "2026-02-30"),
        ("to", "9999-12-31"),
    ],
)
def test_malformed_filters_are_refused(client_of, admin, name, value):
    answer = client_of(admin).get(URL, {name: value})
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
    assert list(answer.json()["data"]) == [name]


@pytest.mark.parametrize("who", ["patient", "doctor"])
def test_for_admins_only(request, client_of, who):
    answer = client_of(request.getfixturevalue(who)).get(URL)
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


def test_signing_in_first(anonymous, db):
    answer = anonymous.get(URL)
    assert (answer.status_code, answer.json()["code"]) == (401, "not_authenticated")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_same_statements_however_many(client_of, admin, doctor, patient, django_assert_num_queries, rows):
    for person in (admin, doctor, patient)[:rows]:
        record("user.changed_own_details", person, by=person, at=MONDAY)
    client = client_of(admin)
    with django_assert_num_queries(4):
        assert len(client.get(URL).json()["data"]) == rows
    assert Entry.objects.count() == rows
