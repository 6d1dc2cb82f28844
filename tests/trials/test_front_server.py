"""The front server of docs/operations.md: what it hands on, and what it answers itself."""

import os
import signal

import pytest

from tests.e2e.live import free_port
from tests.trials import raw
from tests.trials.books import assert_nothing_is_lost
from tests.trials.client import Client
from tests.trials.front import front_server
from tests.trials.load import Load
from tests.trials.people import fill
from tests.trials.waiting import pass_by, wait_until

PATIENTS = 8
RELOADS = 3
IDLE = 3  # seconds, longer than gunicorn keeps a connection unless it is told to
INVENTED = "203.0.113.7"
LAST_ADDRESS = "SELECT address FROM activity_entry ORDER BY id DESC LIMIT 1"


@pytest.fixture(scope="module")
def crowd(open_live):
    with open_live(TRUSTED_PROXIES="1") as clinic:
        yield fill(clinic, doctors=4, patients=PATIENTS + 1)


@pytest.fixture(scope="module")
def fronted(crowd, nginx):
    """The same crowd, before the front server."""
    with front_server(nginx, crowd.clinic.folder / "nginx", crowd.clinic.port) as port:
        yield crowd.at(port)


def test_its_own_answers(crowd, fronted, nginx, say):
    port = fronted.clinic.port
    require_envelope(fronted.client(0).post("appointments/", {"reason": "x" * 2**20}), 413, "too_large")
    with front_server(nginx, crowd.clinic.folder / "alone", free_port()) as alone:
        unavailable = Client(alone).get("clinic/", Connection="close")
    require_envelope(unavailable, 503, "unavailable")
    assert int(unavailable.headers["Retry-After"]) >= 1
    unreadable = raw.answer(raw.send(port, b"GET /api/clinic/ HTTP/1.1\r\nHost: a b\r\n\r\n"))
    assert unreadable.startswith(b"HTTP/1.1 400 ")
    assert b'"code":"malformed"' in unreadable
    say("413 above 1 MiB, 503 with no clinic behind, 400 for what is no HTTP: each in the envelope")


def require_envelope(answer, status, code):
    assert (answer.status, answer.code) == (status, code)
    assert list(answer.json) == ["success", "message", "code", "data"]
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["Cache-Control"] == "no-store"
    assert len(answer.headers["X-Request-ID"]) == 32


def test_the_callers_address(fronted, say):
    """What a caller says of himself is appended to, and does not count."""
    guess = {"national_id": "87654321", "password": "not-the-password"}
    answer = fronted.clinic.client().post("auth/login/", guess, X_Forwarded_For=INVENTED)
    assert answer.status == 401
    with fronted.clinic.sql() as database:
        (address,) = database.execute(
            "SELECT address FROM activity_entry ORDER BY id DESC LIMIT 1"
        ).fetchone()
    say(f"a caller who says he is {INVENTED} is written down as {address}")
    assert str(address) == "127.0.0.1"


def test_a_connection_that_was_idle(crowd, say):
    """The clinic keeps it longer than the front server, which so never hands on to one that is closing."""
    client, times = crowd.client(PATIENTS), crowd.times(PATIENTS)
    first = client.post("appointments/", next(times)).status
    pass_by(IDLE)
    second = client.post("appointments/", next(times)).status
    say(f"booked twice on one connection with {IDLE} s between: {first}, {second}")
    assert (first, second) == (201, 201)


def test_a_reload_behind_it(crowd, fronted, say):
    with Load(fronted, patients=PATIENTS) as load:
        for _ in range(RELOADS):
            before = set(crowd.clinic.workers)
            os.kill(crowd.clinic.master, signal.SIGHUP)
            wait_until(lambda before=before: not before & set(crowd.clinic.workers))
            load.wait_for(PATIENTS)
    say(f"{RELOADS} reloads behind the front server; answers: {load.told()}")
    assert load.failed() == []
    assert_nothing_is_lost(load)
