"""POST auth/step-up/, and activating an admin"""

import pytest

from accounts import recovery_codes
from accounts.models import RecoveryCode, Session, User
from tests import factories
from tests.accounts.cast import (
    FORBIDDEN,
    LOCKED_OUT,
    NOT_AUTHENTICATED,
    WRONG_STATUS,
    failures,
    invalid,
    logged,
    refusal,
)
from tests.factories import code

URL = "/api/auth/step-up/"
STEP_UP_REQUIRED = refusal("step_up_required", "Confirm with a code of your authenticator app first.")
TEN_MINUTES = 600


@pytest.fixture
def newcomer(clinic):
    user = factories.UserFactory(role="admin", state="pending")
    return factories.RegistrationFactory(user=user, date_of_birth=None, gender="").user


@pytest.fixture
def careful(admin):
    return factories.two_step_on(admin)


def activate(client, user):
    return client.post(f"/api/users/{user.pk}/activate/")


def test_an_admin_is_let_in_after_a_code(client_of, careful, newcomer):
    client = client_of(careful)
    answer = activate(client, newcomer)
    assert (answer.status_code, answer.json()) == (403, STEP_UP_REQUIRED)
    assert User.objects.get(pk=newcomer.pk).state == "pending"
    stepped = client.post(URL, {"code": code()})
    assert (stepped.status_code, stepped.json()) == (200, {"success": True, "message": "", "data": None})
    assert activate(client, newcomer).json()["data"]["state"] == "active"
    session = Session.objects.get()
    assert logged() == [
        ("session.stepped_up", f"session:{session.pk}", careful.pk),
        ("user.activated", f"user:{newcomer.pk}", careful.pk),
    ]


def test_it_lasts_ten_minutes(client_of, careful, newcomer, clock):
    client = client_of(careful)
    client.post(URL, {"code": code()})
    clock.shift(TEN_MINUTES)
    assert activate(client, newcomer).json() == STEP_UP_REQUIRED
    client.post(URL, {"code": code()})
    clock.shift(TEN_MINUTES - 1)
    assert activate(client, newcomer).status_code == 200


def test_it_is_for_this_session_only(client_of, careful, newcomer):
    here, elsewhere = client_of(careful), client_of(careful)
    here.post(URL, {"code": code()})
    assert activate(elsewhere, newcomer).json() == STEP_UP_REQUIRED


def test_who_has_it_off_is_not_asked(client_of, admin, newcomer):
    assert activate(client_of(admin), newcomer).status_code == 200


def test_for_others_than_admins_nobody_is_asked(client_of, careful):
    assert activate(client_of(careful), factories.RegistrationFactory().user).status_code == 200


def test_who_may_not_at_all_is_told_that(client_of, doctor, newcomer):
    answer = activate(client_of(factories.two_step_on(doctor)), newcomer)
    assert (answer.status_code, answer.json()) == (403, FORBIDDEN)


def test_a_recovery_code_will_do(client_of, careful, newcomer):
    first, *_ = recovery_codes.renew(careful)
    client = client_of(careful)
    assert client.post(URL, {"code": first}).status_code == 200
    assert RecoveryCode.objects.count() == 9
    assert activate(client, newcomer).status_code == 200


def test_a_wrong_code_is_named_and_counted(client_of, careful, newcomer):
    client = client_of(careful)
    answer = client.post(URL, {"code": "000000"})
    assert (answer.status_code, answer.json()) == (
        400,
        invalid(code="That code is not right, or was used before."),
    )
    assert failures() == [("", 1, 0), ("127.0.0.1", 1, 0)]
    assert logged() == [("two_step.failed", f"user:{careful.pk}", careful.pk)]
    assert activate(client, newcomer).json() == STEP_UP_REQUIRED


def test_a_code_that_was_used_is_wrong(client_of, careful):
    client, typed = client_of(careful), code()
    assert [client.post(URL, {"code": typed}).status_code for _ in range(2)] == [200, 400]


def test_who_guesses_waits_and_a_success_clears(client_of, careful):
    client = client_of(careful)
    for _ in range(4):
        client.post(URL, {"code": "000000"})
    recovery = recovery_codes.renew(careful)[0]
    assert client.post(URL, {"code": recovery}).status_code == 200
    assert failures() == [("", 4, 0)]
    assert [client.post(URL, {"code": "000000"}).status_code for _ in range(5)] == [400] * 5
    answer = client.post(URL, {"code": code()})
    assert (answer.status_code, answer.json()) == (429, LOCKED_OUT)


def test_guesses_count_where_they_come_from(client_of, careful):
    """A stolen token does not shut its owner out at his own address."""
    client = client_of(careful)
    for _ in range(5):
        client.post(URL, {"code": "000000"}, REMOTE_ADDR="192.0.2.7")
    assert client.post(URL, {"code": code()}, REMOTE_ADDR="192.0.2.7").json() == LOCKED_OUT
    assert client.post(URL, {"code": code()}).status_code == 200


def test_without_two_step_sign_in_there_is_no_step_up(client_of, admin):
    answer = client_of(admin).post(URL, {"code": "000000"})
    assert (answer.status_code, answer.json(), failures()) == (409, WRONG_STATUS, [])


def test_it_is_for_the_signed_in(clinic, anonymous):
    answer = anonymous.post(URL, {"code": "000000"})
    assert (answer.status_code, answer.json()) == (401, NOT_AUTHENTICATED)
