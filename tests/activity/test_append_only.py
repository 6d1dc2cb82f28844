"""The table of the log takes new entries, and nothing else."""

import pytest
from django.db import ProgrammingError, connection, transaction

from activity import origin
from activity.log import record
from activity.models import Entry
from tests.conftest import MONDAY


@pytest.fixture
def entry(db):
    origin.address.set("192.0.2.7")
    return record("appointment.booked", "appointment:12", by=None, at=MONDAY, doctor=2)


@pytest.mark.parametrize("role", ["origin", "replica"])
@pytest.mark.parametrize(
    "operation,statement",
    [
        ("UPDATE", "UPDATE activity_entry SET action = 'appointment.cancelled'"),
        ("UPDATE", "UPDATE activity_entry SET action = action"),
        ("DELETE", "DELETE FROM activity_entry"),
        ("TRUNCATE", "TRUNCATE activity_entry"),
    ],
)
def test_the_table_refuses(entry, operation, statement, role):
    words = f"The activity log is append-only: {operation} of activity_entry is refused."
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('session_replication_role', %s, true)", [role])
        with pytest.raises(ProgrammingError, match=words), transaction.atomic():
            cursor.execute(statement)

    assert list(Entry.objects.values()) == [
        {
            "id": entry.pk,
            "at": MONDAY,
            "actor": None,
            "address": "192.0.2.7",
            "action": "appointment.booked",
            "target": "appointment:12",
            "details": {"doctor": 2},
        }
    ]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_each_test_begins_with_an_empty_log_and_a_clinic(clinic, time):
    assert not Entry.objects.exists()
    record("clinic.changed", clinic, by=None, at=MONDAY)
    assert clinic.time_zone == "Africa/Nairobi"
