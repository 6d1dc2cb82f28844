"""Workers are killed, stopped and reloaded while patients book."""

import os
import signal
from functools import partial

import pytest

from tests.trials.books import assert_nothing_is_lost, stored
from tests.trials.load import Load
from tests.trials.people import fill
from tests.trials.waiting import wait_until

PATIENTS = 8
KILLS = 6
RELOADS = 3


@pytest.fixture
def crowd(open_live):
    with open_live() as clinic:
        yield fill(clinic, doctors=4, patients=PATIENTS)


def test_killed_workers(crowd, say):
    clinic = crowd.clinic
    back = []
    with Load(crowd, patients=PATIENTS) as load:
        for turn in range(KILLS):
            gone = clinic.workers[turn % 2]
            os.kill(gone, signal.SIGKILL)
            back.append(wait_until(partial(has_two_others, clinic, gone)))
            load.wait_for(PATIENTS)
    lost = [failure for failure in load.failed() if failure.answer is None]
    say(f"{KILLS} workers killed, back within {max(back):.2f} s; answers: {load.told()}")
    say(f"{len(load.booked())} visits acknowledged, {len(stored(clinic))} stored")
    assert lost == load.failed()
    assert len(lost) <= KILLS * PATIENTS
    assert_nothing_is_lost(load)


def has_two_others(clinic, gone):
    return len(clinic.workers) == 2 and gone not in clinic.workers


@pytest.mark.parametrize("keep", [True, False], ids=["kept connections", "new connections"])
def test_reload(crowd, say, keep):
    clinic = crowd.clinic
    with Load(crowd, patients=PATIENTS, keep=keep) as load:
        for _ in range(RELOADS):
            before = set(clinic.workers)
            os.kill(clinic.master, signal.SIGHUP)
            wait_until(lambda before=before: len(clinic.workers) == 2 and not before & set(clinic.workers))
            load.wait_for(PATIENTS)
    say(f"{RELOADS} reloads; answers: {load.told()}")
    assert load.failed() == []
    assert_nothing_is_lost(load)


def test_graceful_stop(crowd, say):
    """Whoever was let in is answered; who comes after that is not let in."""
    clinic = crowd.clinic
    with Load(crowd, patients=PATIENTS) as load:
        load.wait_for(3 * PATIENTS)
        clinic.process.send_signal(signal.SIGTERM)
        seconds = wait_until(lambda: clinic.process.poll() is not None, within=30)
    turned_away = [failure for failure in load.failed() if isinstance(failure.error, ConnectionRefusedError)]
    say(f"stopped in {seconds:.1f} s; {len(load.booked())} booked, {len(turned_away)} came too late")
    assert clinic.process.returncode == 0
    assert turned_away == load.failed()
    clinic.start()
    assert_nothing_is_lost(load)
