"""What is forgotten of sign-ins, and what is not"""

from datetime import timedelta

from django.db import connection

from accounts.lockout import hashed, note_failure
from accounts.models import Session, SignInFailure, Tally
from accounts.tasks import sweep_accounts
from tests import factories
from tests.conftest import MONDAY

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


def failed(national_id, at):
    note_failure(national_id, "192.0.2.7", at, action="session.failed", about=None)


def test_failures_of_the_last_day_are_kept(clinic):
    failed("OLD00", MONDAY - DAY - SECOND)
    failed("BOTH0", MONDAY - DAY - SECOND)
    failed("BOTH0", MONDAY - timedelta(minutes=5))
    failed("NEW00", MONDAY - DAY + SECOND)

    sweep_accounts(timestamp=0)

    assert {row.id_hash for row in SignInFailure.objects.all()} == {hashed("BOTH0"), hashed("NEW00")}


def test_counts_of_the_last_day_are_kept(clinic):
    for hours in (23, 25):
        Tally.objects.create(what="register", address="192.0.2.7", hour=MONDAY - timedelta(hours=hours))

    sweep_accounts(timestamp=0)

    assert [row.hour for row in Tally.objects.all()] == [MONDAY - timedelta(hours=23)]


def test_a_session_is_kept_for_as_long_as_its_address_is_known(clinic):
    begun = MONDAY - 100 * DAY
    kept = [
        factories.SessionFactory(created_at=begun, last_seen=MONDAY),
        factories.SessionFactory(created_at=begun, last_seen=MONDAY - 89 * DAY),
        factories.SessionFactory(created_at=begun, last_seen=MONDAY - 89 * DAY, ended_at=MONDAY - 89 * DAY),
    ]
    factories.SessionFactory(created_at=begun, last_seen=MONDAY - 91 * DAY)
    factories.SessionFactory(created_at=begun, last_seen=MONDAY - 91 * DAY, ended_at=MONDAY - 91 * DAY)

    sweep_accounts(timestamp=0)

    assert {session.pk for session in Session.objects.all()} == {session.pk for session in kept}


def test_one_statement_each(clinic, django_assert_num_queries):
    for _ in range(3):
        factories.SessionFactory(created_at=MONDAY - 100 * DAY)
    connection.ensure_connection()

    with django_assert_num_queries(3):
        sweep_accounts(timestamp=0)
