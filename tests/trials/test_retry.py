"""A worker dies between the commit and the answer; whoever asks again gets the visit that was booked."""

import http.client
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from tests.trials.books import stored
from tests.trials.gate import gate_at
from tests.trials.people import fill, wish
from tests.trials.waiting import wait_until

ROUNDS = 3


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
        os.kill(worker, signal.SIGSTOP)
        gate.open()
        wait_until(lambda: stored(clinic) != before)
        os.kill(worker, signal.SIGKILL)
        return answer.result(timeout=30)
