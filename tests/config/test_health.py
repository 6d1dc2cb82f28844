"""What load balancers ask."""

from datetime import timedelta

import pytest
from django.db import connection, connections
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from config.health import ReadyView
from notifications.health import beat
from tests.conftest import MONDAY
from tests.notifications.writing import posted


@pytest.fixture(autouse=True)
def unasked(monkeypatch):
    monkeypatch.setattr(ReadyView, "migrated", False)


@pytest.fixture
def no_database(monkeypatch):
    """A server that answers nowhere: its address has changed under us."""
    connection.close()
    monkeypatch.setitem(connections["default"].settings_dict, "HOST", "/nowhere")


def test_live_asks_no_database():
    response = Client().get("/api/health/live/")

    assert response.status_code == 200
    assert response.json() == {"success": True, "message": "", "data": {"status": "live"}}


def test_ready_with_the_database_and_its_tables(db):
    response = Client().get("/api/health/ready/")

    assert response.status_code == 200
    assert response.json() == {
        "success": True,
        "message": "",
        "data": {
            "status": "ready",
            "worker_alive": False,
            "worker_beat_at": None,
            "oldest_due_at": None,
            "failed_messages": 0,
        },
    }
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("minutes, alive", [(2, True), (4, False)])
def test_how_the_messages_are_does_not_decide_whether_people_can_be_served(db, minutes, alive):
    beat(MONDAY - timedelta(minutes=minutes))
    posted(due_at=MONDAY - timedelta(hours=2), state="sending", taken_at=MONDAY)
    posted(due_at=MONDAY - timedelta(hours=1))
    posted(due_at=MONDAY - timedelta(hours=3), state="withdrawn")
    posted(due_at=MONDAY - timedelta(hours=3), state="failed")

    response = Client().get("/api/health/ready/")

    assert response.status_code == 200
    assert response.json()["data"] == {
        "status": "ready",
        "worker_alive": alive,
        "worker_beat_at": f"2026-11-30T03:{60 - minutes}:00+00:00",
        "oldest_due_at": "2026-11-30T02:00:00+00:00",
        "failed_messages": 1,
    }


def test_what_is_due_later_does_not_wait(db):
    posted(due_at=MONDAY + timedelta(minutes=1))

    assert Client().get("/api/health/ready/").json()["data"]["oldest_due_at"] is None


def test_not_ready_while_migrations_are_due(db):
    MigrationRecorder.Migration.objects.filter(app="appointments").delete()

    response = Client().get("/api/health/ready/")

    assert response.status_code == 503
    assert response.json()["code"] == "unavailable"
    assert int(response["Retry-After"]) > 0


def test_once_ready_the_migrations_are_not_read_again(db, django_assert_num_queries):
    Client().get("/api/health/ready/")

    with django_assert_num_queries(1):
        assert Client().get("/api/health/ready/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_not_ready_while_the_database_cannot_be_reached(no_database):
    response = Client().get("/api/health/ready/")

    assert response.status_code == 503
    assert response.json()["success"] is False
    assert response.json()["code"] == "unavailable"
    assert int(response["Retry-After"]) > 0


@pytest.mark.django_db(transaction=True)
def test_live_while_the_database_cannot_be_reached(no_database):
    assert Client().get("/api/health/live/").status_code == 200
