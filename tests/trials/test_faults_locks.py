"""A process dies, or falls silent, while it holds the doctor whom all others want."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from tests.trials.books import assert_books_are_right, assert_nothing_is_lost, stored
from tests.trials.gate import gate_at
from tests.trials.live import freeze
from tests.trials.load import Load, attempt
from tests.trials.people import fill
from tests.trials.waiting import wait_until

PATIENTS = 8
GOES_ON_WITHIN = 2  # seconds
LOCK_SECONDS, SILENT_SECONDS = 2, 5
HOLD = """
import psycopg, sys
with psycopg.connect(sys.argv[1]) as connection:
    connection.execute("SELECT FROM accounts_doctorprofile FOR UPDATE")
    print("held", flush=True)
    sys.stdin.read()
"""


def test_killed_while_it_holds_a_lock(open_live, say):
    with open_live() as clinic:
        crowd = fill(clinic, patients=PATIENTS)
        with Load(crowd, patients=PATIENTS) as load, holding_the_doctors(clinic) as holder:
            wait_until(lambda: waiting_for_a_lock(clinic) >= PATIENTS)
            holder.send_signal(signal.SIGKILL)
            killed = time.monotonic()
            load.wait_for(PATIENTS)
        seconds = max(t.ended for t in load.tries if t.begun < killed) - killed
        say(f"{PATIENTS} bookings waited; all answered {seconds:.2f} s after the holder was killed")
        assert load.failed() == []
        assert seconds <= GOES_ON_WITHIN
        assert_nothing_is_lost(load)


@contextmanager
def holding_the_doctors(clinic):
    command = [sys.executable, "-c", HOLD, clinic.database_url]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        try:
            yield holder
        finally:
            holder.kill()


def waiting_for_a_lock(clinic):
    with clinic.sql() as database:
        return database.execute("SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'").rowcount


@pytest.fixture
def silent(open_live):
    """Two servers over one database; one has a single worker, which is to fall silent."""
    times = {
        "LOCK_TIMEOUT_MS": str(1000 * LOCK_SECONDS),
        "IDLE_IN_TRANSACTION_TIMEOUT_MS": str(1000 * SILENT_SECONDS),
    }
    with open_live(WEB_CONCURRENCY="1", **times) as clinic, clinic.another_server() as other:
        yield clinic, other


def test_silent_while_it_holds_a_lock(silent, say):
    """As a machine that has lost its network does. The database lets go of what it held."""
    clinic, other = silent
    crowd = fill(clinic, patients=2)
    (worker,) = clinic.workers
    first, second = next(crowd.times(0)), crowd.times(1)
    with gate_at("insert", clinic) as gate, ThreadPoolExecutor(1) as pool:
        gate.close()
        answer = pool.submit(attempt, crowd.client(0), first)
        gate.wait_for_booking()
        freeze(worker)
        gate.open()
        fell_silent = time.monotonic()
        tries = [attempt(other.client(crowd.patients[1].token), next(second))]
        while not tries[-1].is_booked:
            assert tries[-1].is_envelope_503
            tries.append(attempt(other.client(crowd.patients[1].token), next(second)))
        seconds = tries[-1].ended - fell_silent
        os.kill(worker, signal.SIGCONT)
        woken = answer.result(timeout=30)
    say(f"others: {len(tries) - 1} × 503, then booked {seconds:.1f} s after the holder fell silent")
    say(f"the holder, woken: {woken.answer.status if woken.answer else woken.error!r}")
    assert len(tries) > 1
    assert seconds <= SILENT_SECONDS + LOCK_SECONDS
    assert woken.is_envelope_503
    assert stored(clinic) == [tries[-1].answer.data["id"]]
    assert attempt(crowd.client(0), first).is_booked
    assert_books_are_right(clinic)
