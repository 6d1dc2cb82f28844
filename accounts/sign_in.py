"""Signing in with national ID and password, and a code where two-step sign-in is on."""

from __future__ import annotations

from datetime import datetime
from typing import NoReturn, TypeGuard

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import Case, When

from accounts import lockout, sessions, two_step
from accounts.identity import bare_national_id
from accounts.models import Session, State, User
from accounts.refusals import (
    AccountDeactivated,
    AccountPending,
    AccountRejected,
    BadCredentials,
    CodeRequired,
    WrongCode,
)
from activity.log import record


def sign_in(
    *, national_id: str, password: str, code: str, device: str, address: str | None, now: datetime
) -> Session:
    """Open a session; raises LockedOut, BadCredentials, CodeRequired, or why the account is not active.

    A wrong password and an unknown ID answer alike, and take alike. That a code is wanted, only the right
    password learns.
    """
    bare = bare_national_id(national_id)
    lockout.refuse_while_waiting(bare, address, now)
    user = _holder_of(bare)
    if not _is_right(user, password):
        _refuse(user, bare, address, now)
    try:
        return _open(user, code=code, device=device, address=address, now=now)
    except WrongCode:
        _refuse(user, bare, address, now)


def _holder_of(bare: str) -> User | None:
    """The one who is not rejected, else the newest rejected one."""
    rejected_last = Case(When(state=State.REJECTED, then=1), default=0)
    return User.objects.filter(national_id=bare).order_by(rejected_last, "-pk").first()


def _is_right(user: User | None, password: str) -> TypeGuard[User]:
    if user is None:
        make_password(password)  # so that an unknown ID takes as long as a wrong password
        return False
    return user.check_password(password)


def _refuse(user: User | None, bare: str, address: str | None, now: datetime) -> NoReturn:
    lockout.note_failure(bare, address, now, action="session.failed", about=user)
    raise BadCredentials


@transaction.atomic
def _open(checked: User, *, code: str, device: str, address: str | None, now: datetime) -> Session:
    """Locks the person first: a new password or a deactivation that came between must hold.

    Whatever is refused here leaves the failures that were counted as they were.
    """
    user = User.objects.with_profiles().select_for_update(of=("self",), no_key=True).get(pk=checked.pk)
    if user.password != checked.password:
        raise BadCredentials
    lockout.clear(user.national_id, address, now)
    _refuse_inactive(user)
    if user.two_step_since:
        _take_code(user, code, now)
    session = sessions.open_for(user, device=device, address=address, now=now)
    record("session.started", session, by=user, at=now)
    return session


def _take_code(user: User, code: str, now: datetime) -> None:
    if not code:
        raise CodeRequired
    two_step.spend(user, code, now)


def _refuse_inactive(user: User) -> None:
    match user.state:
        case State.PENDING:
            raise AccountPending
        case State.REJECTED:
            raise AccountRejected(user.registration.rejection_reason)
        case State.DEACTIVATED:
            raise AccountDeactivated
