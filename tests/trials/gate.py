"""A gate in the database at which a booking waits, so that a trial finds it exactly there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import sql

from tests.trials.live import LiveClinic
from tests.trials.waiting import wait_until

NUMBER = 42
PLACES = {
    "insert": "CREATE TRIGGER gate BEFORE INSERT ON appointments_appointment",
    "commit": "CREATE CONSTRAINT TRIGGER gate AFTER INSERT ON appointments_appointment INITIALLY DEFERRED",
}
PASS = """
    CREATE OR REPLACE FUNCTION gate() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_advisory_xact_lock({}); RETURN NEW; END $$
"""
WAITING = "SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = %s AND NOT granted"


class Gate:
    """Closed while the trial's own connection holds the lock that each booking has to take."""

    def __init__(self, keeper: psycopg.Connection) -> None:
        self.keeper = keeper

    def close(self) -> None:
        self.keeper.execute("SELECT pg_advisory_lock(%s)", [NUMBER])

    def open(self) -> None:
        self.keeper.execute("SELECT pg_advisory_unlock(%s)", [NUMBER])

    def wait_for_booking(self) -> None:
        wait_until(self.has_booking)

    def has_booking(self) -> bool:
        return self.keeper.execute(WAITING, [NUMBER]).rowcount > 0


@contextmanager
def gate_at(place: str, clinic: LiveClinic) -> Iterator[Gate]:
    """An open gate; once it is closed, bookings wait before their "insert" or inside their "commit"."""
    with clinic.sql() as keeper:
        keeper.execute(sql.SQL(PASS).format(NUMBER))
        keeper.execute(f"{PLACES[place]} FOR EACH ROW EXECUTE FUNCTION gate()")
        try:
            yield Gate(keeper)
        finally:
            keeper.execute("SELECT pg_advisory_unlock_all()")
            keeper.execute("DROP TRIGGER gate ON appointments_appointment")
