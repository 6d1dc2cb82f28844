"""The acts on a visit that stands: cancel, check in, complete, did not attend."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from accounts.models import Role, User
from activity.log import record, record_many
from appointments.lifecycle import MAY, Act, Moment, Party, Status, objection, open_acts
from appointments.models import Appointment
from appointments.refusals import BY_CODE, NotYours
from clinic.models import Clinic


def party_of(user: User) -> Party:
    """Who someone who may see a visit is to it: a doctor sees only visits assigned to him."""
    return {Role.ADMIN: Party.ADMIN, Role.DOCTOR: Party.ASSIGNED_DOCTOR}.get(Role(user.role), Party.PATIENT)


def moment_of(visit: Appointment, clinic: Clinic, now: datetime) -> Moment:
    return Moment(
        status=visit.status,
        starts_at=visit.starts_at,
        deadline=visit.starts_at - timedelta(minutes=clinic.cancellation_notice_minutes),
        checked_in=visit.checked_in_at is not None,
        today=clinic.wall(visit.starts_at).date() == clinic.today(now),
        now=now,
    )


def acts_open_to(user: User, visit: Appointment, clinic: Clinic, now: datetime) -> list[str]:
    """What `can` lists."""
    return open_acts(party_of(user), moment_of(visit, clinic, now))


def locked(visit: Appointment) -> Appointment:
    """The visit as it is now, its row locked, with the people it names."""
    list(Appointment.objects.select_for_update(no_key=True).filter(pk=visit.pk).values_list("pk"))
    return Appointment.objects.with_people().get(pk=visit.pk)


def check(act: Act, visit: Appointment, *, by: User, clinic: Clinic, now: datetime) -> None:
    """Raise the refusal that stands in the way of an act, if any."""
    party = party_of(by)
    if party not in MAY[act]:
        raise NotYours
    if code := objection(act, party, moment_of(visit, clinic, now)):
        raise BY_CODE[code]


@transaction.atomic
def cancel(*, visit: Appointment, reason: str = "", by: User, now: datetime) -> Appointment:
    visit = _begin(Act.CANCEL, visit, by=by, now=now)
    visit.status, visit.cancelled_by, visit.cancel_reason = Status.CANCELLED, by, reason
    visit.save(update_fields=["status", "cancelled_by", "cancel_reason"])
    record("appointment.cancelled", visit, by=by, at=now)
    return visit


@transaction.atomic
def check_in(*, visit: Appointment, by: User, now: datetime) -> Appointment:
    """The patient has arrived. Saying so again changes nothing."""
    visit = _begin(Act.CHECK_IN, visit, by=by, now=now)
    if visit.checked_in_at is None:
        visit.checked_in_at = now
        visit.save(update_fields=["checked_in_at"])
        record("appointment.checked_in", visit, by=by, at=now)
    return visit


@transaction.atomic
def complete(*, visit: Appointment, by: User, now: datetime) -> Appointment:
    visit = _begin(Act.COMPLETE, visit, by=by, now=now)
    visit.status = Status.COMPLETED
    visit.save(update_fields=["status"])
    record("appointment.completed", visit, by=by, at=now)
    return visit


@transaction.atomic
def mark_no_show(*, visit: Appointment, by: User, now: datetime) -> Appointment:
    visit = _begin(Act.NO_SHOW, visit, by=by, now=now)
    visit.status = Status.NO_SHOW
    visit.save(update_fields=["status"])
    record("appointment.no_show", visit, by=by, at=now)
    return visit


def cancel_all(visits: list[Appointment], *, by: User, now: datetime) -> None:
    """Cancel visits that something else made impossible; their rows are locked, and none has started."""
    Appointment.objects.filter(pk__in=[visit.pk for visit in visits]).update(
        status=Status.CANCELLED, cancelled_by=by
    )
    record_many("appointment.cancelled", visits, by=by, at=now)


def _begin(act: Act, visit: Appointment, *, by: User, now: datetime) -> Appointment:
    visit = locked(visit)
    check(act, visit, by=by, clinic=Clinic.objects.current(), now=now)
    return visit
