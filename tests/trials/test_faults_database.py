"""The database stops, cuts its connections, and takes in nobody more, while patients book."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import psycopg
import pytest

from tests.trials.books import assert_nothing_is_lost
from tests.trials.load import Load
from tests.trials.people import fill
from tests.trials.waiting import wait_until

PATIENTS = 8
STOPS = 2
CUTS = 4
PLACES = 12  # connections that the crowded database has at all
BACK_WITHIN = 2  # seconds
CUT_ALL = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'clinic'"


@pytest.fixture
def crowd(open_live):
    with open_live() as clinic:
        yield fill(clinic, doctors=4, patients=PATIENTS)


def test_stopped_and_started(crowd, say):
    clinic, back = crowd.clinic, []
    with Load(crowd, patients=PATIENTS) as load:
        for _ in range(STOPS):
            clinic.stop_database()
            failed = len(load.failed())
            wait_until(lambda failed=failed: len(load.failed()) >= failed + 5 * PATIENTS)
            assert clinic.status("health/live/") == 200
            assert clinic.status("health/ready/") == 503
            clinic.start_database()
            started = time.monotonic()
            load.wait_for(PATIENTS)
            back.append(min(t.ended for t in load.tries if t.is_booked and t.ended > started) - started)
    say(f"{STOPS} stops; booked again {max(back):.2f} s after the start; answers: {load.told()}")
    assert max(back) <= BACK_WITHIN
    assert_only_503(load.failed())
    assert_nothing_is_lost(load)


def test_cut_while_idle(crowd, say):
    """The next request on each finds out by itself, and nobody notices."""
    clients = [crowd.client(number) for number in range(PATIENTS)]
    with ThreadPoolExecutor(PATIENTS) as pool, crowd.clinic.sql() as database:
        before = list(pool.map(ask_often, clients))
        cut = database.execute(CUT_ALL).rowcount
        after = list(pool.map(ask_often, clients))
    say(f"{cut} idle connections cut; statuses after that: {set().union(*after)}")
    assert cut >= PATIENTS
    assert set().union(*before, *after) == {200}


def ask_often(client):
    return {client.get("appointments/").status for _ in range(8)}


def test_cut_under_load(crowd, say):
    cut = 0
    with Load(crowd, patients=PATIENTS) as load, crowd.clinic.sql() as database:
        for _ in range(CUTS):
            cut += database.execute(CUT_ALL).rowcount
            load.wait_for(2 * PATIENTS)
    say(f"{cut} connections cut; answers: {load.told()}")
    assert len(load.failed()) <= cut
    assert_only_503(load.failed())
    assert_nothing_is_lost(load)


def test_no_connection_left(open_live, say):
    with open_live(database={"max_connections": str(PLACES)}) as clinic:
        crowd = fill(clinic, doctors=4, patients=PATIENTS)
        slowest_live = 0.0
        with taking_all_places(clinic), Load(crowd, patients=PATIENTS, well=False) as load:
            while len(load.tries) < 8 * PATIENTS:
                begun = time.monotonic()
                assert clinic.status("health/live/") == 200
                slowest_live = max(slowest_live, time.monotonic() - begun)
        slowest = max(failure.seconds for failure in load.failed())
        say(f"all {PLACES} connections taken; answers: {load.told()}, the slowest after {slowest:.2f} s")
        say(f"health/live/ meanwhile: 200, the slowest after {slowest_live:.2f} s")
        assert load.booked() == []
        assert_only_503(load.failed())
        assert slowest <= BACK_WITHIN
        assert clinic.status("health/ready/") == 200
        assert crowd.client(0).post("appointments/", next(crowd.times(0))).status == 201


def taking_all_places(clinic):
    """Somebody else's connections: as many as the database gives."""
    taken = ExitStack()
    for _ in range(2 * PLACES):
        try:
            taken.enter_context(clinic.sql())
        except psycopg.OperationalError:
            return taken
    raise AssertionError("the database took in more than it should")


def assert_only_503(failures):
    assert failures
    assert [failure for failure in failures if not failure.is_envelope_503] == []
