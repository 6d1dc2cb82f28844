"""What must be true of a clinic's visits after any trial."""

from __future__ import annotations

from tests.trials.live import LiveClinic
from tests.trials.load import Load

SHARED = """
    SELECT count(*) FROM appointments_appointment one JOIN appointments_appointment two
    ON one.id < two.id AND one.starts_at < two.ends_at AND two.starts_at < one.ends_at
    AND (one.doctor_id = two.doctor_id OR one.patient_id = two.patient_id)
"""
# A booking, its entry in the log and nothing else are one transaction.
WITHOUT_ENTRY = """
    SELECT count(*) FROM appointments_appointment visit WHERE NOT EXISTS (
        SELECT FROM activity_entry WHERE action = 'appointment.booked' AND target = 'appointment:' || visit.id
    )
"""


def stored(clinic: LiveClinic) -> list[int]:
    with clinic.sql() as database:
        return [row[0] for row in database.execute("SELECT id FROM appointments_appointment ORDER BY id")]


def assert_books_are_right(clinic: LiveClinic) -> None:
    """Nobody is booked twice for one time, every visit is in the log, and nothing ended in a deadlock."""
    with clinic.sql() as database:
        assert database.execute(SHARED).fetchone() == (0,)
        assert database.execute(WITHOUT_ENTRY).fetchone() == (0,)
    assert "deadlock" not in clinic.database_log


def assert_nothing_is_lost(load: Load) -> None:
    """Every visit that somebody was told of is there, once."""
    told = load.booked()
    assert len(told) == len(set(told))
    assert set(told) <= set(stored(load.crowd.clinic))
    assert_books_are_right(load.crowd.clinic)
