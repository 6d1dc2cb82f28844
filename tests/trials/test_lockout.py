"""Sixteen who guess at once, at four workers, under addresses that they make up."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from statistics import median
from threading import Barrier
from time import perf_counter

import pytest

from tests import factories
from tests.factories import PASSWORD

GUESSERS = 16
GUESSES_EACH = 3
ALL_GUESSES = GUESSERS * GUESSES_EACH
USUAL = "198.51.100.1"
TIMED = 40


@pytest.fixture(scope="module")
def direct(open_live):
    """Nothing stands before it: what a caller says of his address is not believed."""
    with open_live(WEB_CONCURRENCY="4") as clinic:
        yield clinic


@pytest.fixture(scope="module")
def behind_a_proxy(open_live):
    """One proxy stands before it, and appends the address that it was called from."""
    with open_live(WEB_CONCURRENCY="4", TRUSTED_PROXIES="1") as clinic:
        yield clinic


def somebody(clinic, **how):
    """A person's national ID; `address` is where he has signed in before."""
    with clinic.tables():
        address = how.pop("address", None)
        user = factories.PatientFactory(**how).user
        if address:
            factories.SessionFactory(user=user, address=address)
        return user.national_id


def attempt(client, national_id, forwarded, password="not-the-password"):
    body = {"national_id": national_id, "password": password}
    return client.post("auth/login/", body, X_Forwarded_For=forwarded)


def guess_at_once(clinic, national_id, forwarded_of):
    """How often each status was answered, to guesses that start together."""
    line = Barrier(GUESSERS)

    def guess(number):
        with closing(clinic.client()) as client:
            line.wait(timeout=60)
            turns = range(number * GUESSES_EACH, (number + 1) * GUESSES_EACH)
            return [attempt(client, national_id, forwarded_of(turn)).status for turn in turns]

    with ThreadPoolExecutor(GUESSERS) as pool:
        return Counter(status for statuses in pool.map(guess, range(GUESSERS)) for status in statuses)


def kept(clinic):
    """Of each address, and of everywhere (''): how many failures are counted, and the waits in a row."""
    with clinic.sql() as database:
        rows = database.execute("SELECT address, cardinality(recent), waits FROM accounts_signinfailure")
        return {address: (failures, waits) for address, failures, waits in rows}


def logged(clinic):
    with clinic.sql() as database:
        rows = database.execute("SELECT action, count(*) FROM activity_entry GROUP BY action")
        return dict(rows.fetchall())


def forget(clinic):
    with clinic.sql() as database:
        database.execute("DELETE FROM accounts_signinfailure")


def told(statuses):
    return ", ".join(f"{count} × {status}" for status, count in sorted(statuses.items()))


def assert_five_are_answered(clinic, address, forwarded_of, say):
    forget(clinic)
    national_id, before = somebody(clinic), logged(clinic).get("session.failed", 0)

    statuses = guess_at_once(clinic, national_id, forwarded_of)

    counted, told_of = kept(clinic), logged(clinic)["session.failed"] - before
    say(f"{ALL_GUESSES} guesses, each from another claimed address: {told(statuses)}; counted: {counted}")
    assert statuses == {401: 5, 429: ALL_GUESSES - 5}
    assert counted == {address: (5, 1), "": (told_of, 0)}


def test_without_a_proxy_a_claimed_address_changes_nothing(direct, say):
    assert_five_are_answered(direct, "127.0.0.1", lambda turn: f"192.0.2.{turn}", say)


def test_behind_a_proxy_only_its_word_counts(behind_a_proxy, say):
    """The caller's own words stand to the left of what the proxy appends."""
    assert_five_are_answered(
        behind_a_proxy, "203.0.113.7", lambda turn: f"192.0.2.{turn}, 198.51.100.{turn}, 203.0.113.7", say
    )


def test_no_count_is_lost(behind_a_proxy, say):
    """Each guess from an address of its own: none waits, so each must be counted."""
    forget(behind_a_proxy)
    national_id = somebody(behind_a_proxy)

    statuses = guess_at_once(behind_a_proxy, national_id, lambda turn: f"192.0.2.{turn}")

    counted = kept(behind_a_proxy)
    everywhere = counted.pop("")
    say(f"{ALL_GUESSES} guesses from {len(counted)} addresses: {told(statuses)}; everywhere {everywhere}")
    assert statuses == {401: ALL_GUESSES}
    assert everywhere == (ALL_GUESSES, 0)
    assert set(counted.values()) == {(1, 0)}
    assert len(counted) == ALL_GUESSES


def test_nobody_is_locked_out_of_his_usual_address(behind_a_proxy, say):
    forget(behind_a_proxy)
    national_id = somebody(behind_a_proxy, address=USUAL)
    sign_in = partial(attempt, behind_a_proxy.client(), national_id, password=PASSWORD)
    guess_at_once(behind_a_proxy, national_id, lambda turn: f"192.0.2.{turn}")
    for turn in range(2):
        attempt(behind_a_proxy.client(), national_id, f"203.0.113.{turn}")

    elsewhere, usual = sign_in("203.0.113.99"), sign_in(USUAL)

    say(
        f"after {ALL_GUESSES + 2} guesses the right password is answered {elsewhere.status} elsewhere "
        f"(wait {elsewhere.headers['Retry-After']} s), {usual.status} at the usual address"
    )
    assert (elsewhere.status, elsewhere.code) == (429, "locked_out")
    assert usual.status == 200


def test_unknown_wrong_and_inactive_are_answered_alike(behind_a_proxy, say):
    """The times are told; that each path hashes once is held by tests/accounts/test_login.py."""
    asked = {
        "an unknown ID": [f"9{n:07}" for n in range(TIMED)],
        "a wrong password": [somebody(behind_a_proxy) for _ in range(TIMED)],
        "an inactive account": [somebody(behind_a_proxy, user__state="deactivated") for _ in range(TIMED)],
    }
    client, times, answers = behind_a_proxy.client(), {kind: [] for kind in asked}, set()

    for turn in range(TIMED):
        for place, (kind, ids) in enumerate(asked.items()):
            begun = perf_counter()
            answer = attempt(client, ids[turn], f"192.0.{place}.{turn}")
            times[kind].append(perf_counter() - begun)
            answers.add(all_told(answer))

    say("medians: " + ", ".join(f"{kind} {median(spent) * 1000:.1f} ms" for kind, spent in times.items()))
    assert len(answers) == 1


def all_told(answer):
    headers = [header for header in answer.headers.items() if header[0] not in ("Date", "X-Request-ID")]
    return answer.status, answer.body, tuple(headers)
