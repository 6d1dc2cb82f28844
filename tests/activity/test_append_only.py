"""The tables of the log and of its seals take new rows, and nothing else."""

import pytest
from django.db import ProgrammingError, connection, transaction

from activity import origin
from activity.log import record
from activity.models import Entry, Seal
from activity.sealing import seal
from tests.conftest import MONDAY


@pytest.fixture
def rows(db):
    """What both tables hold."""
    origin.address.set("192.0.2.7")
    record("appointment.booked", "appointment:12", by=None, at=MONDAY, doctor=2)
    seal(MONDAY)
    return lambda: [*Entry.objects.values(), *Seal.objects.values()]


@pytest.mark.parametrize("role", ["origin", "replica"])
@pytest.mark.parametrize(
    "table,operation,statement",
    [
        ("activity_entry", "UPDATE", "UPDATE activity_entry SET action = 'appointment.cancelled'"),
        ("activity_entry", "UPDATE", "UPDATE activity_entry SET action = action"),
        ("activity_entry", "DELETE", "DELETE FROM activity_entry"),
        ("activity_entry", "TRUNCATE", "TRUNCATE activity_entry"),
        ("activity_seal", "UPDATE", "UPDATE activity_seal SET position = position"),
        ("activity_seal", "DELETE", "DELETE FROM activity_seal"),
        ("activity_seal", "TRUNCATE", "TRUNCATE activity_seal"),
    ],
)
def test_the_table_refuses(rows, table, operation, statement, role):
    before = rows()
    words = f"The activity log is append-only: {operation} of {table} is refused."
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('session_replication_role', %s, true)", [role])
        with pytest.raises(ProgrammingError, match=words), transaction.atomic():
            cursor.execute(statement)

    assert rows() == before
    assert [row["id"] for row in before if "id" in row] == [before[1]["entry"]]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_each_test_begins_with_an_empty_log_and_a_clinic(clinic, time):
    assert not Entry.objects.exists()
    assert not Seal.objects.exists()
    record("clinic.changed", clinic, by=None, at=MONDAY)
    seal(MONDAY)
    assert clinic.time_zone == "Africa/Nairobi"
