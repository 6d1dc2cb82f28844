"""POST auth/login/ with two-step sign-in on"""

from datetime import UTC, datetime, timedelta

import pytest
from rest_framework.test import APIClient

from accounts import recovery_codes
from accounts.models import RecoveryCode, Session
from tests import factories
from tests.accounts.cast import BAD_CREDENTIALS, LOCKED_OUT, failures, logged, refusal
from tests.factories import PASSWORD, code
from tests.racing import race

URL = "/api/auth/login/"
HERE, FOREIGN = "127.0.0.1", "192.0.2.7"
CODE_REQUIRED = refusal("code_required", "Write the code that your authenticator app shows, too.")
HALF_A_MINUTE = timedelta(seconds=30)


@pytest.fixture
def careful(patient):
    return factories.two_step_on(patient)


def sign_in(user, typed=None, password=PASSWORD, address=HERE):
    body = {"national_id": user.national_id, "password": password}
    return APIClient().post(URL, body if typed is None else {**body, "code": typed}, REMOTE_ADDR=address)


def recovery_of(user):
    return recovery_codes.renew(user)


@pytest.mark.parametrize("typed", [None, ""])
def test_the_right_password_is_asked_for_a_code(careful, typed):
    answer = sign_in(careful, typed)
    assert (answer.status_code, answer.json()) == (401, CODE_REQUIRED)
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert (Session.objects.count(), failures(), logged()) == (0, [], [])


def test_a_wrong_password_is_not(careful):
    for typed in (None, code()):
        answer = sign_in(careful, typed, password="not-the-password")
        assert (answer.status_code, answer.json()) == (401, BAD_CREDENTIALS)
    assert failures() == [("", 2, 0), (HERE, 2, 0)]


def test_who_has_it_off_may_send_one_all_the_same(patient):
    assert sign_in(patient, "000000").status_code == 200


def test_both_open_a_session(careful):
    answer = sign_in(careful, f" {code()[:3]} {code()[3:]}")
    session = Session.objects.get()
    assert (answer.status_code, list(answer.json()["data"])) == (200, ["access", "refresh", "user"])
    assert session.stepped_up_at is None
    assert logged() == [("session.started", f"session:{session.pk}", careful.pk)]


def test_a_wrong_code_is_a_failed_sign_in(careful):
    answer = sign_in(careful, "000000")
    assert (answer.status_code, answer.json()) == (401, BAD_CREDENTIALS)
    assert failures() == [("", 1, 0), (HERE, 1, 0)]
    assert logged() == [("session.failed", f"user:{careful.pk}", None)]


def test_five_wrong_codes_make_the_pair_wait(careful):
    assert [sign_in(careful, "000000").status_code for _ in range(5)] == [401] * 5
    answer = sign_in(careful, code())
    assert (answer.status_code, answer.json()) == (429, LOCKED_OUT)


def test_the_password_alone_does_not_clear_them(careful):
    """Else whoever has the password could guess at the code for ever."""
    for _ in range(4):
        sign_in(careful, "000000")
    assert sign_in(careful).json() == CODE_REQUIRED
    assert failures() == [("", 4, 0), (HERE, 4, 0)]
    assert sign_in(careful, code()).status_code == 200
    assert failures() == [("", 4, 0)]


@pytest.mark.parametrize("seconds, status", [(-31, 401), (-30, 200), (0, 200), (30, 200), (60, 401)])
def test_a_clock_may_be_half_a_minute_wrong(careful, seconds, status):
    typed = code(datetime.now(UTC) + timedelta(seconds=seconds))
    assert sign_in(careful, typed).status_code == status


def test_a_code_is_good_once(careful, clock):
    typed = code()
    assert sign_in(careful, typed).status_code == 200
    assert sign_in(careful, typed).json() == BAD_CREDENTIALS
    clock.shift(HALF_A_MINUTE)
    assert sign_in(careful, typed).json() == BAD_CREDENTIALS
    assert sign_in(careful, code()).status_code == 200


def test_nor_is_one_from_before_it(careful):
    before = code(datetime.now(UTC) - HALF_A_MINUTE)
    assert sign_in(careful, code()).status_code == 200
    assert sign_in(careful, before).json() == BAD_CREDENTIALS


@pytest.mark.parametrize("form", [str, str.upper, lambda shown: shown.replace("-", " ")])
def test_a_recovery_code_is_good_once(careful, form):
    first, *_ = recovery_of(careful)
    assert sign_in(careful, form(first)).status_code == 200
    assert logged()[0] == ("two_step.recovery_code_used", f"user:{careful.pk}", careful.pk)
    assert RecoveryCode.objects.count() == 9
    assert sign_in(careful, first).json() == BAD_CREDENTIALS


def test_another_persons_codes_are_not_good(careful, other_patient):
    factories.two_step_on(other_patient)
    assert sign_in(careful, recovery_of(other_patient)[0]).json() == BAD_CREDENTIALS
    assert RecoveryCode.objects.count() == 10


def test_an_inactive_account_says_so_and_spends_no_code(careful):
    careful.state = "deactivated"
    careful.save(update_fields=["state"])
    assert sign_in(careful).json()["code"] == "account_deactivated"
    assert sign_in(careful, code()).json()["code"] == "account_deactivated"
    assert careful.authenticator.last_step == 0


def test_it_costs_eleven_statements(careful, django_assert_num_queries):
    with django_assert_num_queries(11):  # two more than without: the secret, and the code's being spent
        sign_in(careful, code())


@pytest.mark.django_db(transaction=True)
def test_of_eight_with_one_code_at_once_one_gets_in(careful):
    typed = code()
    answers = race([lambda: sign_in(careful, typed).status_code] * 8)
    assert answers.count(200) == 1
    assert set(answers) <= {200, 401, 429}
    assert Session.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_four_with_one_recovery_code_at_once_one_gets_in(careful):
    typed = recovery_of(careful)[0]
    answers = race([lambda: sign_in(careful, typed).status_code] * 4)
    assert sorted(answers) == [200, 401, 401, 401]
    assert RecoveryCode.objects.count() == 9
