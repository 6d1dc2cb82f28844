"""Two-step sign-in: a code of an authenticator app, beside the password.

Every act locks the person's row and decides on what it then reads.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts import lockout, recovery_codes, sessions, totp
from accounts.encryption import Unreadable, decrypted, encrypted
from accounts.identity import SPACES_AND_DASHES
from accounts.models import Authenticator, Session, User
from accounts.refusals import StepUpRequired, WrongCode, WrongStatus
from accounts.registration import locked
from activity.log import record
from clinic.errors import Invalid
from clinic.models import Clinic

log = logging.getLogger(__name__)

STEP_UP_LASTS = timedelta(minutes=10)


class Standing(NamedTuple):
    on: bool
    required: bool
    recovery_codes_left: int


class Prepared(NamedTuple):
    secret: str
    otpauth_url: str


def standing_of(user: User) -> Standing:
    required = user.role in Clinic.objects.current().two_step_required_for
    return Standing(user.two_step_since is not None, required, user.recovery_codes.count())


@transaction.atomic
def prepare(*, user: User, now: datetime) -> Prepared:
    """A new secret for an authenticator app. It counts once a code of it is shown to `switch_on`."""
    user = locked(user)
    if user.two_step_since:
        raise WrongStatus
    secret = totp.new_secret()
    kept = {"encrypted_secret": encrypted(secret), "last_step": 0}
    Authenticator.objects.update_or_create(user=user, defaults=kept)
    record("two_step.prepared", user, by=user, at=now)
    clinic = Clinic.objects.current()
    return Prepared(secret, totp.address(secret, issuer=clinic.name, account=user.national_id))


@transaction.atomic
def switch_on(*, user: User, code: str, now: datetime) -> list[str]:
    """From now on signing in takes a code; the answer is the recovery codes. Raises WrongCode."""
    user = locked(user)
    if user.two_step_since or not Authenticator.objects.filter(user=user).exists():
        raise WrongStatus
    if not _spend_code_of_app(user, _bare(code), now):
        raise WrongCode
    _save(user, since=now)
    record("two_step.switched_on", user, by=user, at=now)
    return recovery_codes.renew(user)


def switch_off(*, session: Session, password: str, code: str, address: str | None, now: datetime) -> None:
    """The password alone is enough again; every other session ends. Raises WrongCode."""
    with _guarded_against_guessing(session.user, address, now):
        user = locked(session.user)
        if user.two_step_since is None:
            raise WrongStatus
        if not user.check_password(password):
            raise Invalid(password=_("That is not your password."))
        spend(user, code, now)
        _forget(user)
        sessions.end_all(user=user, but=session, now=now)
        record("two_step.switched_off", user, by=user, at=now)


@transaction.atomic
def reset(*, user: User, now: datetime) -> None:
    """For who has lost everything, from the command line: no codes any more, and every session ends."""
    user = locked(user)
    if user.two_step_since is None:
        raise WrongStatus
    _forget(user)
    sessions.end_all(user=user, now=now)
    record("two_step.reset", user, by=None, at=now)


def step_up(*, session: Session, code: str, address: str | None, now: datetime) -> None:
    """Show a code again, to be trusted with more for ten minutes. Raises WrongCode."""
    with _guarded_against_guessing(session.user, address, now):
        user = locked(session.user)
        if user.two_step_since is None:
            raise WrongStatus
        spend(user, code, now)
        session.stepped_up_at = now
        session.save(update_fields=["stepped_up_at"])
        record("session.stepped_up", session, by=user, at=now)


def demand_step_up(session: Session, now: datetime) -> None:
    """Raises StepUpRequired where two-step sign-in is on and no code was shown in this session lately."""
    last = session.stepped_up_at
    if session.user.two_step_since and (last is None or now >= last + STEP_UP_LASTS):
        raise StepUpRequired


def spend(user: User, code: str, now: datetime) -> None:
    """Take a code of the app or a recovery code, once and for good; raises WrongCode.

    Call it where the user's row is locked.
    """
    bare = _bare(code)
    if _spend_code_of_app(user, bare, now):
        return
    if not recovery_codes.spend(user, bare):
        raise WrongCode
    record("two_step.recovery_code_used", user, by=user, at=now, left=user.recovery_codes.count())


def _spend_code_of_app(user: User, bare: str, now: datetime) -> bool:
    """A code read over a shoulder is good for nobody: neither it nor an older one is taken again."""
    authenticator = Authenticator.objects.get(user=user)
    try:
        step = totp.step_of(bare, decrypted(authenticator.encrypted_secret), now)
    except Unreadable:
        log.exception("an authenticator's secret cannot be read; was SECRET_KEY changed?")
        return False
    if step is None:
        return False
    return Authenticator.objects.filter(user=user, last_step__lt=step).update(last_step=step) == 1


@contextmanager
def _guarded_against_guessing(user: User, address: str | None, now: datetime) -> Iterator[None]:
    """One transaction. What is wrong in it counts as a failed sign-in from here does, and waits alike."""
    lockout.refuse_while_waiting(user.national_id, address, now)
    try:
        with transaction.atomic():
            yield
            lockout.clear(user.national_id, address, now)
    except Invalid:
        lockout.note_failure(user.national_id, address, now, action="two_step.failed", about=user, by=user)
        raise


def _forget(user: User) -> None:
    Authenticator.objects.filter(user=user).delete()
    user.recovery_codes.all().delete()
    _save(user, since=None)


def _save(user: User, *, since: datetime | None) -> None:
    user.two_step_since = since
    user.save(update_fields=["two_step_since"])


def _bare(code: str) -> str:
    return SPACES_AND_DASHES.sub("", code)
