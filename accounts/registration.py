"""From a registration to an account and back: `pending → active | rejected`, `active ⇄ deactivated`.

Every act locks the person's row and decides on what it then reads.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts import sessions
from accounts.models import AdminProfile, DoctorProfile, PatientProfile, Registration, Role, State, User
from accounts.recipients import recipient_of
from accounts.refusals import AdminSeatsFull, LastAdmin, OwnAccount, WrongStatus
from accounts.uniqueness import refuse_taken
from activity.log import record, target_of
from clinic.errors import Refused, refusing_violations_of
from notifications.models import Kind
from notifications.outbox import tell

SEATS = (1, 2)


@transaction.atomic
def register(
    *, role: str, identity: dict[str, str], password: str, asked: dict[str, Any], now: datetime
) -> User:
    """Keep what a newcomer tells of himself until an admin decides.

    `identity` are the fields of a user that he fills in; `asked` is what his role needs, as Registration
    keeps it.
    """
    user = User(
        **identity,
        role=role,
        license_number=asked.get("license_number"),
        created_at=now,
    )
    user.set_password(password)
    refuse_taken(user)
    with refusing_violations_of(User):
        user.save(force_insert=True)
    Registration.objects.create(user=user, **asked)
    record("user.registered", user, by=user, at=now, role=role)
    return user


@transaction.atomic
def create_admin(*, identity: dict[str, str], password: str, now: datetime) -> User:
    """The way in for the first admin: from the command line, active at once."""
    user = register(role=Role.ADMIN, identity=identity, password=password, asked={}, now=now)
    return activate(user=user, by=None, now=now)


@transaction.atomic
def activate(*, user: User, by: User | None, now: datetime) -> User:
    """Let someone in, with the profile that the role needs; raises AdminSeatsFull for a third admin."""
    user = locked(user)
    if user.state == State.ACTIVE:
        return user
    if user.state == State.REJECTED:
        raise WrongStatus
    if user.state == State.PENDING:
        _create_profile(user)
    elif user.role == Role.ADMIN:
        _take_seat(AdminProfile.objects.get(user=user))
    _move(user, State.ACTIVE)
    _record_and_tell("user.activated", user, Kind.ACCOUNT_ACTIVATED, by=by, now=now)
    return user


@transaction.atomic
def reject(*, user: User, reason: str, by: User, now: datetime) -> User:
    """Turn a registration down. The person may register again with the same identifiers."""
    user = locked(user)
    if user.state != State.PENDING:
        raise WrongStatus
    Registration.objects.filter(user=user).update(rejection_reason=reason)
    _move(user, State.REJECTED)
    _record_and_tell("user.rejected", user, Kind.ACCOUNT_REJECTED, by=by, now=now, reason=reason)
    return user


@transaction.atomic
def deactivate(*, user: User, by: User, now: datetime) -> User:
    """Shut someone out at once: every session ends for good, and an admin's seat is free again."""
    if user.pk == by.pk:
        raise OwnAccount
    user = locked(user)
    if user.state == State.DEACTIVATED:
        return user
    if user.state != State.ACTIVE:
        raise WrongStatus
    if user.role == Role.ADMIN:
        _leave_seat(user)
    _move(user, State.DEACTIVATED)
    sessions.end_all(user=user, now=now)
    record("user.deactivated", user, by=by, at=now)
    return user


def locked(user: User) -> User:
    """The person as the table has him now, locked until the end of the transaction."""
    return User.objects.select_for_update(no_key=True).get(pk=user.pk)


def _record_and_tell(
    action: str, user: User, kind: Kind, *, by: User | None, now: datetime, **facts: str
) -> None:
    """What was decided of somebody he is told. The log keeps no more of it than that it was decided."""
    entry = record(action, user, by=by, at=now)
    tell(
        recipient=recipient_of(user),
        kind=kind,
        about=target_of(user),
        cause=target_of(entry),
        facts=facts,
        due_at=now,
    )


def _move(user: User, state: State) -> None:
    user.state = state
    user.save(update_fields=["state"])


def _create_profile(user: User) -> None:
    asked = Registration.objects.get(user=user)
    match user.role:
        case Role.PATIENT:
            assert asked.date_of_birth, "a patient cannot register without"
            PatientProfile.objects.create(user=user, date_of_birth=asked.date_of_birth, gender=asked.gender)
        case Role.DOCTOR:
            DoctorProfile.objects.create(user=user, specialization=asked.specialization)
        case _:
            _take_seat(AdminProfile(user=user))


def _take_seat(profile: AdminProfile) -> None:
    """Take the lowest free seat. The table decides: it makes a rival wait, and the loser tries the next."""
    for seat in SEATS:
        profile.seat = seat
        with suppress(Refused), transaction.atomic(), refusing_violations_of(AdminProfile):
            profile.save()
            return
    raise AdminSeatsFull


def _leave_seat(user: User) -> None:
    """Locks the seats that are taken, so that two admins cannot show each other out at once."""
    seated = AdminProfile.objects.select_for_update().filter(seat__isnull=False).order_by("pk")
    if [profile.pk for profile in seated] == [user.pk]:
        raise LastAdmin
    AdminProfile.objects.filter(user=user).update(seat=None)
