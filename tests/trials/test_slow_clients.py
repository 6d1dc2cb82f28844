"""Clients that begin a request and do not end it, with the front server of docs/operations.md and without."""

import time
from contextlib import ExitStack, contextmanager

import pytest

from tests.trials import raw
from tests.trials.books import assert_nothing_is_lost
from tests.trials.front import front_server
from tests.trials.load import Load
from tests.trials.people import fill
from tests.trials.waiting import pass_by

SLOW = 32  # of each kind, and as many threads as there are
SECONDS = 15  # longer than the front server waits for them
SHORTER = 5
PATIENTS = 2
SOON = 1  # second


@pytest.fixture
def crowd(open_live):
    with open_live(TRUSTED_PROXIES="1") as clinic:
        yield fill(clinic, doctors=4, patients=PATIENTS + 1)


@pytest.fixture
def fronted(crowd, nginx):
    """The same crowd, before the front server."""
    with front_server(nginx, crowd.clinic.folder / "nginx", crowd.clinic.port) as port:
        yield crowd.at(port)


@contextmanager
def slow_clients(port, crowd):
    """Half of them stop in their headers, half in their body; all stay."""
    whole = raw.request(crowd.patients[PATIENTS].token, next(crowd.times(PATIENTS)))
    headers, body = whole[: whole.index(b"\r\n\r\n") - 9], whole[:-9]
    with ExitStack() as until_the_end:
        for part in (headers, body) * SLOW:
            until_the_end.enter_context(raw.send(port, part))
        yield


def test_slow_clients_before_the_front_server(fronted, say):
    """Others are answered within a second; or, on a machine too busy for that, as soon as without them."""
    with Load(fronted, patients=PATIENTS) as load:
        pass_by(SHORTER)
        begun = time.monotonic()
        with slow_clients(fronted.clinic.port, fronted):
            pass_by(SECONDS)
    before = slowest(t for t in load.tries if t.ended < begun)
    beside = slowest(t for t in load.tries if t.ended > begun)
    say(f"{2 * SLOW} slow clients for {SECONDS} s; others: {load.told()}")
    say(f"the slowest after {beside:.2f} s, without slow clients {before:.2f} s")
    assert load.failed() == []
    assert beside <= max(SOON, 2 * before)
    assert_nothing_is_lost(load)


def test_slow_clients_without_it(crowd, say):
    """They hold the threads while they stay; whoever waited is served when they leave."""
    with Load(crowd, patients=PATIENTS) as load:
        with slow_clients(crowd.clinic.port, crowd):
            pass_by(SHORTER)
            settled = time.monotonic()
            pass_by(SHORTER)
        left = time.monotonic()
        load.wait_for(2 * PATIENTS)
    meanwhile = sum(settled < t.ended < left for t in load.tries)
    waited = max(t.ended for t in load.tries if t.begun < left) - left
    say(f"{2 * SLOW} slow clients; {meanwhile} others answered in {SHORTER} s, all {waited:.2f} s later")
    assert load.failed() == []
    assert waited <= 2 * SOON
    assert_nothing_is_lost(load)


def slowest(tries):
    return max(tried.seconds for tried in tries)
