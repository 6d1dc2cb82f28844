"""What makes times less open, and so may touch visits: absence, new hours, closed days, leaving.

Each act locks whose time it takes before it looks. Touched visits are those still ahead. What becomes of
them, `cancel_appointments` says: True, they are cancelled; False, they stand; None, the act is refused with
their list.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from accounts import registration
from accounts.models import DoctorProfile, PatientProfile, Role, User
from activity.log import record
from appointments.models import Appointment, AppointmentQuerySet
from appointments.refusals import WouldCancelAppointments
from appointments.visits import cancel_all
from clinic.errors import refusing_violations_of
from clinic.intervals import Interval
from clinic.models import Clinic, ClosedDay
from doctors import absence, hours
from doctors.locks import lock_doctors
from doctors.models import TimeOff, WorkingHours
from doctors.schedule import Week


@transaction.atomic
def take_time_off(
    *,
    doctor: DoctorProfile,
    span: Interval,
    reason: str,
    cancel_appointments: bool | None,
    by: User,
    now: datetime,
) -> TimeOff:
    lock_doctors(doctor.pk)
    touched = _ahead(now).filter(doctor=doctor).touching(span)
    time_off = absence.take_time_off(doctor=doctor, span=span, reason=reason, by=by, now=now)
    settle(touched, cancel_appointments, by=by, now=now)
    return time_off


@transaction.atomic
def replace_hours(
    *,
    doctor: DoctorProfile,
    week: Week,
    cancel_appointments: bool | None,
    by: User,
    now: datetime,
) -> list[WorkingHours]:
    """Replace the whole week. Touched are the visits that the new hours do not cover."""
    lock_doctors(doctor.pk)
    clinic = Clinic.objects.current()
    visits = _ahead(now).filter(doctor=doctor)
    outside = [visit.pk for visit in visits if not _covered(visit, week, clinic)]
    rows = hours.replace_week(doctor=doctor, week=week, by=by, now=now)
    settle(visits.filter(pk__in=outside), cancel_appointments, by=by, now=now)
    return rows


@transaction.atomic
def close_day(
    *, day: date, name: str, cancel_appointments: bool | None, by: User, now: datetime
) -> ClosedDay:
    lock_doctors()
    span = Interval.of_day(day, Clinic.objects.current().zone)
    with refusing_violations_of(ClosedDay):
        closed = ClosedDay.objects.create(date=day, name=name)
    record("clinic.day_closed", closed, by=by, at=now, date=day.isoformat())
    settle(_ahead(now).touching(span), cancel_appointments, by=by, now=now)
    return closed


@transaction.atomic
def open_day_again(*, closed: ClosedDay, by: User, now: datetime) -> None:
    """Take a closed day out. Of two who do so at once, one is told of in the log."""
    if ClosedDay.objects.filter(pk=closed.pk).delete()[0]:
        record("clinic.day_opened", closed, by=by, at=now, date=closed.date.isoformat())


@transaction.atomic
def deactivate(*, user: User, cancel_appointments: bool | None, by: User, now: datetime) -> User:
    """Close an account. Its visits ahead are settled first, on either side."""
    lock_doctors(user.pk)
    list(PatientProfile.objects.select_for_update(no_key=True).filter(pk=user.pk).values_list("pk"))
    was_active = User.objects.filter(pk=user.pk, is_active=True).exists()
    user = registration.deactivate(user=user, by=by, now=now)
    if was_active and user.role != Role.ADMIN:
        touched = _ahead(now).filter(Q(doctor_id=user.pk) | Q(patient_id=user.pk))
        settle(touched, cancel_appointments, by=by, now=now)
    return user


def settle(
    touched: AppointmentQuerySet, cancel_appointments: bool | None, *, by: User, now: datetime
) -> None:
    """Do with the touched visits what the request says; refused where it does not say."""
    rows = touched.order_by("pk").select_for_update(no_key=True, of=("self",))
    visits = list(rows)
    if not visits or cancel_appointments is False:
        return
    if cancel_appointments is None:
        visits.sort(key=lambda visit: (visit.starts_at, visit.pk))
        raise WouldCancelAppointments(visits)
    cancel_all(visits, by=by, now=now)


def _ahead(now: datetime) -> AppointmentQuerySet:
    return Appointment.objects.scheduled().filter(starts_at__gt=now)


def _covered(visit: Appointment, week: Week, clinic: Clinic) -> bool:
    day = clinic.wall(visit.starts_at).date()
    spans: Sequence[Any] = week.get(day.isoweekday(), [])
    return any(
        span.start <= visit.starts_at and visit.ends_at <= span.end
        for span in (Interval.on(day, opens, closes, clinic.zone) for opens, closes in spans)
    )
