"""The lock-out of POST auth/login/ after failures."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from django.db import transaction
from rest_framework.test import APIClient

from accounts import lockout
from accounts.models import Session
from accounts.refusals import LockedOut
from tests import factories
from tests.accounts.cast import LOCKED_OUT, failures, logged
from tests.factories import PASSWORD
from tests.racing import race

URL = "/api/auth/login/"
HERE = "127.0.0.1"
FOREIGN = "192.0.2.7"


def attempt(national_id, password="not-the-password", address=HERE):
    return APIClient().post(URL, {"national_id": national_id, "password": password}, REMOTE_ADDR=address)


def fail(national_id, times, address=HERE):
    return [attempt(national_id, address=address).status_code for _ in range(times)]


def assert_waits(national_id, seconds, password=PASSWORD, address=HERE):
    answer = attempt(national_id, password, address)
    assert (answer.status_code, answer.json()) == (429, LOCKED_OUT)
    assert answer.headers["Retry-After"] == str(seconds)


def test_five_failures_make_the_pair_wait_half_a_minute(patient, clock):
    assert fail(patient.national_id, 5) == [401] * 5
    assert_waits(patient.national_id, 30)
    assert not Session.objects.exists()
    assert logged()[-1] == ("sign_in.locked_out", f"user:{patient.pk}", None)
    clock.shift(29.5)
    assert_waits(patient.national_id, 1)
    clock.shift(0.5)
    assert attempt(patient.national_id, PASSWORD).status_code == 200


def test_an_unknown_id_waits_alike(clinic):
    assert fail("99999999", 5) == [401] * 5
    assert_waits("99999999", 30)
    assert logged()[-1] == ("sign_in.locked_out", "", None)


def test_the_same_id_typed_otherwise_is_the_same_id(clinic):
    assert fail("ab 123-456", 5) == [401] * 5
    assert_waits("AB123456", 30)


def test_each_further_failure_doubles_the_wait_up_to_fifteen_minutes(patient, clock):
    fail(patient.national_id, 5)
    for seconds in (30, 60, 120, 240, 480, 900, 900):
        assert_waits(patient.national_id, seconds)
        clock.shift(seconds)
        assert fail(patient.national_id, 1) == [401]
    clock.shift(900)
    assert attempt(patient.national_id, PASSWORD).status_code == 200


def test_attempts_while_waiting_are_not_counted(patient, clock):
    fail(patient.national_id, 5)
    before = (failures(), logged())
    assert_waits(patient.national_id, 30, "not-the-password")
    assert (failures(), logged()) == before


def test_four_failures_in_any_fifteen_minutes_do_not_count(patient, clock):
    for _ in range(10):
        assert fail(patient.national_id, 1) == [401]
        clock.shift(226)
    assert attempt(patient.national_id, PASSWORD).status_code == 200


def test_it_is_forgotten_after_fifteen_quiet_minutes_past_the_wait(patient, clock):
    fail(patient.national_id, 6)
    clock.shift(30 + 15 * 60)
    assert fail(patient.national_id, 4) == [401] * 4
    assert attempt(patient.national_id, PASSWORD).status_code == 200


def test_it_is_not_forgotten_a_second_earlier(patient, clock):
    fail(patient.national_id, 5)
    clock.shift(30 + 15 * 60 - 1)
    assert fail(patient.national_id, 1) == [401]
    assert_waits(patient.national_id, 60)


def test_a_success_clears_the_pair(patient):
    fail(patient.national_id, 4)
    assert attempt(patient.national_id, PASSWORD).status_code == 200
    assert failures() == [("", 4, 0)]
    assert fail(patient.national_id, 4) == [401] * 4
    assert attempt(patient.national_id, PASSWORD).status_code == 200


def test_the_right_password_of_a_closed_account_is_no_failure(clinic):
    user = factories.RegistrationFactory().user
    assert [attempt(user.national_id, PASSWORD).status_code for _ in range(6)] == [403] * 6
    assert failures() == []


def test_another_address_and_another_person_do_not_wait(patient, other_patient):
    fail(patient.national_id, 5)
    assert attempt(patient.national_id, PASSWORD, FOREIGN).status_code == 200
    assert attempt(other_patient.national_id, PASSWORD).status_code == 200


def test_sessions_that_are_open_go_on(patient, client_of):
    client = client_of(patient)
    fail(patient.national_id, 5)
    assert client.get("/api/auth/me/").status_code == 200


def from_everywhere(patient, times):
    return [attempt(patient.national_id, address=f"198.51.100.{n // 4}").status_code for n in range(times)]


def test_fifty_in_an_hour_make_unknown_addresses_wait(patient):
    assert from_everywhere(patient, 50) == [401] * 50
    assert_waits(patient.national_id, 900, address=FOREIGN)
    assert not Session.objects.exists()


def test_and_not_those_from_which_the_person_has_signed_in(patient, clock):
    factories.SessionFactory(user=patient, address=HERE, created_at=datetime.now(UTC) - timedelta(days=89))
    from_everywhere(patient, 50)
    assert attempt(patient.national_id, PASSWORD, HERE).status_code == 200
    assert_waits(patient.national_id, 900, address=FOREIGN)


def test_an_address_is_forgotten_after_ninety_days(patient):
    factories.SessionFactory(user=patient, address=HERE, created_at=datetime.now(UTC) - timedelta(days=91))
    from_everywhere(patient, 50)
    assert_waits(patient.national_id, 900, address=HERE)


def test_another_persons_address_is_not_known(patient, other_patient):
    factories.SessionFactory(user=other_patient, address=HERE)
    from_everywhere(patient, 50)
    assert_waits(patient.national_id, 900, address=HERE)


def test_forty_nine_do_not_and_old_ones_are_dropped(patient, clock):
    from_everywhere(patient, 49)
    clock.shift(60 * 60)
    assert fail(patient.national_id, 1, "203.0.113.9") == [401]
    assert attempt(patient.national_id, PASSWORD, FOREIGN).status_code == 200
    assert failures()[0] == ("", 1, 0)


def test_without_an_address_the_pair_is_kept_apart_too(clinic):
    now = datetime.now(UTC)
    for _ in range(5):
        lockout.count_failure("12345678", None, now)
    assert failures() == [("", 5, 0), ("unknown", 5, 1)]


def test_an_attempt_that_is_refused_costs_one_statement(patient, django_assert_num_queries):
    fail(patient.national_id, 5)
    with django_assert_num_queries(1):
        assert_waits(patient.national_id, 30)


@pytest.mark.django_db(transaction=True)
def test_of_twenty_guesses_at_once_five_are_answered(patient):
    answers = race([lambda: attempt(patient.national_id).status_code] * 20)
    assert sorted(answers) == [401] * 5 + [429] * 15
    assert_waits(patient.national_id, 30)


@pytest.mark.django_db(transaction=True)
def test_sixteen_at_once_lose_no_count(clinic):
    now = datetime.now(UTC)

    def fail_three_times(address):
        for _ in range(3):
            lockout.count_failure("12345678", address, now)

    race([partial(fail_three_times, f"198.51.100.{n:02}") for n in range(16)])
    counted = {address: (count, waits) for address, count, waits in failures()}
    assert counted.pop("") == (48, 0)
    assert counted == {f"198.51.100.{n:02}": (3, 0) for n in range(16)}


@pytest.mark.django_db(transaction=True)
def test_a_right_guess_among_many_at_once_learns_nothing_once_the_wait_has_begun(patient):
    guesses = [lambda: attempt(patient.national_id).status_code] * 10
    rights = [lambda: attempt(patient.national_id, PASSWORD).status_code] * 5
    answers = race(guesses + rights)
    assert set(answers) <= {200, 401, 429}
    assert Session.objects.count() == answers.count(200)


def test_a_wait_that_began_while_the_password_was_checked_holds(patient):
    fail(patient.national_id, 5)
    with pytest.raises(LockedOut) as refused, transaction.atomic():
        lockout.clear(patient.national_id, HERE, datetime.now(UTC))
    assert refused.value.retry_after == 30
    assert failures() == [("", 5, 0), (HERE, 5, 1)]
