"""Whoever asks again with the same key gets the visit that was booked, also if a worker died meanwhile."""

import http.client
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from threading import Barrier

import pytest

from tests.trials.books import stored
from tests.trials.gate import gate_at
from tests.trials.live import freeze
from tests.trials.people import fill, wish
from tests.trials.waiting import wait_until

ROUNDS = 3
KEYS, TIMES = 20, 8


def test_a_worker_killed_between_commit_and_answer(open_live, say):
    with open_live(WEB_CONCURRENCY="1") as clinic, gate_at("commit", clinic) as gate:
        crowd = fill(clinic)
        for number in range(ROUNDS):
            wanted = wish(crowd.doctors[0], crowd.today + timedelta(days=2 + number))
            key = f"booking-number-{number}"
            with pytest.raises((OSError, http.client.HTTPException)):
                book_and_lose_the_answer(crowd, gate, wanted, key)
            again = crowd.client(0).post("appointments/", wanted, Idempotency_Key=key)
            assert again.status == 201
            assert [again.data["id"]] == stored(clinic)[number:]
            other = crowd.client(0).post("appointments/", {**wanted, "reason": "x"}, Idempotency_Key=key)
            assert other.status == 422
        say(f"{ROUNDS} workers killed after the commit; asked again with the key: 201 with the same visit")
        assert len(stored(clinic)) == ROUNDS


def book_and_lose_the_answer(crowd, gate, wanted, key):
    """The worker stands still while its commit goes through, and never wakes."""
    clinic = crowd.clinic
    (worker,) = clinic.workers
    before = stored(clinic)
    gate.close()
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(crowd.client(0).post, "appointments/", wanted, Idempotency_Key=key)
        gate.wait_for_booking()
        freeze(worker)
        gate.open()
        wait_until(lambda: stored(clinic) != before)
        os.kill(worker, signal.SIGKILL)
        return answer.result(timeout=30)


def test_one_key_many_times_at_once(live_clinic, say):
    crowd = fill(live_clinic, doctors=4, patients=KEYS)
    wanted = [next(crowd.times(number)) for number in range(KEYS)]
    line = Barrier(KEYS * TIMES)

    def book(request):
        number = request % KEYS
        line.wait(timeout=60)
        with closing(crowd.client(number)) as client:
            return client.post("appointments/", wanted[number], Idempotency_Key=f"key-number-{number}")

    with ThreadPoolExecutor(KEYS * TIMES) as pool:
        answers = list(pool.map(book, range(KEYS * TIMES)))
    ids = {answer.data["id"] for answer in answers if answer.status == 201}
    say(f"{KEYS} keys, each {TIMES} times at once: {len(answers)} answers, {len(ids)} visits")
    assert {answer.status for answer in answers} == {201}
    assert len({answer.body for answer in answers}) == KEYS
    assert sorted(ids) == stored(live_clinic)
