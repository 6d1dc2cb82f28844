"""What load balancers ask."""

import pytest
from django.db import connection, connections
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from config.health import ReadyView


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
    assert response.json() == {"success": True, "message": "", "data": {"status": "ready"}}
    assert response["Cache-Control"] == "no-store"


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
