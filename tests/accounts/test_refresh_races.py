"""Many who spend, and end, one session's tokens at the same moment. Threads on real PostgreSQL."""

import pytest
from rest_framework.test import APIClient
from rest_framework_simplejwt.tokens import RefreshToken

from accounts.models import Session
from tests.accounts.cast import TOKEN_INVALID, logged, signed_in_since
from tests.conftest import MONDAY, signed_in
from tests.factories import PASSWORD
from tests.racing import race

pytestmark = pytest.mark.django_db(transaction=True)
TABS = 8


@pytest.fixture
def opened(patient):
    return signed_in_since(patient, MONDAY)


def spend(refresh):
    return APIClient().post("/api/auth/token/refresh/", {"refresh": refresh})


def bearing(access):
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {access}")
    return client


def jti_of(refresh):
    return RefreshToken(refresh)["jti"]


def assert_dead(*answers):
    """Nothing that the session ever handed out is worth anything."""
    for answer in answers:
        pair = answer.json()["data"]
        for last in (spend(pair["refresh"]), bearing(pair["access"]).get("/api/auth/me/")):
            assert (last.status_code, last.json()) == (401, TOKEN_INVALID)


def test_of_twenty_uses_at_once_all_get_the_one_successor(opened):
    session, pair = opened
    answers = race([lambda: spend(pair.refresh)] * 20)
    assert [answer.status_code for answer in answers] == [200] * 20
    (successor,) = {answer.json()["data"]["refresh"] for answer in answers}
    session.refresh_from_db()
    assert (session.spent_jti, session.refresh_jti) == (jti_of(pair.refresh), jti_of(successor))
    assert (session.ended_at, logged()) == (None, [])


def test_tabs_that_go_on_for_a_day_stay_on_one_line(opened, clock):
    """Each time all of them spend what any of them was handed last."""
    session, pair = opened
    line = [pair.refresh]
    for _ in range(6):
        clock.shift(4 * 60 * 60)
        answers = race([lambda: spend(line[-1])] * TABS)
        (successor,) = {answer.json()["data"]["refresh"] for answer in answers}
        line.append(successor)
    session.refresh_from_db()
    assert [session.spent_jti, session.refresh_jti] == [jti_of(refresh) for refresh in line[-2:]]
    assert len(set(line)) == 7
    assert (session.ended_at, logged()) == (None, [])


def test_whoever_replays_the_first_while_its_successor_is_spent_ends_all(opened):
    """In which order they come, nobody can say: one line of tokens lives on, or none."""
    session, pair = opened
    successor = spend(pair.refresh).json()["data"]["refresh"]
    answers = race([lambda: spend(pair.refresh)] * TABS + [lambda: spend(successor)] * TABS)
    handed_out = {jti_of(answer.json()["data"]["refresh"]) for answer in answers if answer.status_code == 200}
    session.refresh_from_db()
    assert handed_out <= {jti_of(successor), session.refresh_jti}
    reused = ("session.reused", f"session:{session.pk}", session.user_id)
    assert logged() == ([] if session.ended_at is None else [reused])
    assert spend(pair.refresh).status_code == 401


def test_a_replay_at_once_leaves_no_token_alive(opened, clock):
    session, pair = opened
    first = spend(pair.refresh)
    successor = first.json()["data"]["refresh"]
    clock.shift(11)
    answers = race([lambda: spend(pair.refresh), lambda: spend(successor)] * 5)
    assert {answer.status_code for answer in answers} <= {200, 401}
    session.refresh_from_db()
    assert session.ended_at is not None
    assert logged() == [("session.reused", f"session:{session.pk}", session.user_id)]
    assert_dead(first, *(answer for answer in answers if answer.status_code == 200))


def ends_of_a_session(pair, patient, admin):
    """Three ways to end it for good, by name."""
    secrets = {"old_password": PASSWORD, "new_password": "another-long-secret"}
    own = bearing(pair.access)
    office = signed_in(admin)
    return {
        "logout": lambda: own.post("/api/auth/logout/", {"refresh": pair.refresh}),
        "new password": lambda: own.post("/api/auth/password/change/", secrets),
        "deactivation": lambda: office.post(f"/api/users/{patient.pk}/deactivate/"),
    }


@pytest.mark.parametrize("way", ["logout", "new password", "deactivation"])
def test_what_is_handed_out_while_a_session_ends_is_dead_with_it(opened, patient, admin, way):
    session, pair = opened
    end = ends_of_a_session(pair, patient, admin)[way]
    *answers, ended = race([lambda: spend(pair.refresh)] * TABS + [end])
    assert ended.status_code == 200
    assert {answer.status_code for answer in answers} <= {200, 401}
    session.refresh_from_db()
    assert session.ended_at is not None
    assert spend(pair.refresh).status_code == 401
    assert_dead(*(answer for answer in answers if answer.status_code == 200))


def test_letting_somebody_in_again_revives_nothing(opened, patient, admin):
    _, pair = opened
    answer = spend(pair.refresh)
    office = signed_in(admin)
    for act in ("deactivate", "activate"):
        assert office.post(f"/api/users/{patient.pk}/{act}/").status_code == 200
    assert_dead(answer)
    assert not Session.objects.filter(user=patient, ended_at=None).exists()
