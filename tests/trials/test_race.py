"""Two hundred at once who want what only one of them can have."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from functools import partial
from itertools import cycle, islice
from threading import Barrier
from time import monotonic

import pytest

from tests.trials.books import assert_books_are_right
from tests.trials.people import fill, wish

ALL_AT_ONCE = 200
ONE_WINNER = {201: 1, 409: ALL_AT_ONCE - 1}
TURNS = range(2)


@pytest.fixture(scope="module", params=["2", "8"], ids=["2 workers", "8 workers"])
def crowd(open_live, request):
    """Two doctors whose visits last half an hour, and one whose visits last three quarters."""
    with open_live(WEB_CONCURRENCY=request.param) as clinic:
        crowd = fill(clinic, doctors=3, patients=ALL_AT_ONCE)
        with clinic.sql() as database:
            database.execute(
                "UPDATE accounts_doctorprofile SET slot_minutes = 45 WHERE user_id = %s", crowd.doctors[2:]
            )
        yield crowd


def race(clients, wishes, *besides):
    """The statuses that were answered, and the seconds from the first request to the last answer."""
    line = Barrier(ALL_AT_ONCE + len(besides) + 1)

    def run(act):
        line.wait(timeout=60)
        return act()

    acts = [
        partial(book, client, wanted)
        for client, wanted in zip(clients, islice(cycle(wishes), ALL_AT_ONCE), strict=True)
    ]
    with ThreadPoolExecutor(line.parties) as pool:
        running = [pool.submit(run, act) for act in [*acts, *besides]]
        line.wait(timeout=60)
        begun = monotonic()
        statuses = [act.result() for act in running]
    return Counter(statuses[:ALL_AT_ONCE]), monotonic() - begun


def book(client, wanted):
    with closing(client):
        return client.post("appointments/", wanted).status


def everybody(crowd):
    return [crowd.client(number) for number in range(ALL_AT_ONCE)]


def the_same_patient(crowd):
    return [crowd.client(0) for _ in range(ALL_AT_ONCE)]


def try_turns(crowd, say, clients, wishes_on, first_day):
    for turn in TURNS:
        statuses, seconds = race(clients(crowd), wishes_on(crowd.today + timedelta(days=first_day + turn)))
        say(f"{ALL_AT_ONCE} at once: {told(statuses)} in {seconds:.2f} s")
        assert statuses == ONE_WINNER
    assert_books_are_right(crowd.clinic)


def told(statuses):
    return ", ".join(f"{count} × {status}" for status, count in sorted(statuses.items()))


def test_one_time_of_one_doctor(crowd, say):
    doctor = crowd.doctors[0]
    try_turns(crowd, say, everybody, lambda day: [wish(doctor, day)], 2)


def test_one_time_of_two_doctors_for_one_patient(crowd, say):
    first, second, _long = crowd.doctors
    try_turns(crowd, say, the_same_patient, lambda day: [wish(first, day), wish(second, day)], 10)


def test_overlapping_times_of_two_doctors_for_one_patient(crowd, say):
    """From 09:00 to 09:30 with the one, from 08:45 to 09:30 with the other."""
    short, _other, long = crowd.doctors
    try_turns(crowd, say, the_same_patient, lambda day: [wish(short, day, 60), wish(long, day, 45)], 20)


def test_overlapping_times_of_a_doctor_whose_visits_become_shorter(crowd, say):
    """Who asks for a time of the other length is told that it is none (400); nothing overlaps."""
    doctor = crowd.doctors[1]
    client = crowd.client_of_doctor(doctor)
    lengths = cycle([20, 30])
    for turn in TURNS:
        day = crowd.today + timedelta(days=30 + turn)
        wishes = [wish(doctor, day, minutes) for minutes in (0, 20, 30, 40)]
        change = partial(client.ask, "PATCH", "doctors/me/", {"slot_minutes": next(lengths)})
        statuses, seconds = race(everybody(crowd), wishes, change)
        say(f"{ALL_AT_ONCE} at once: {told(statuses)} in {seconds:.2f} s")
        assert statuses.keys() <= {201, 400, 409}
        assert 1 <= statuses[201] <= len(wishes)
    assert_books_are_right(crowd.clinic)
