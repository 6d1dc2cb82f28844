"""Booking and moving a visit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from accounts.models import DoctorProfile, PatientProfile, State, User
from activity.log import record
from appointments import slots, visits
from appointments.lifecycle import Act
from appointments.models import LONGEST_VISIT, STANDING, Appointment
from appointments.refusals import PatientBusy, TimeTaken, TooManyUpcoming, WrongStatus
from clinic.errors import Invalid, refusing_violations_of
from clinic.intervals import Interval
from clinic.models import Clinic
from doctors.locks import lock_doctors
from doctors.week import doctor_with_week

BOTH = 2


def book(
    *,
    doctor_id: int,
    patient_id: int,
    day: date,
    clock: time,
    reason: str = "",
    by: User,
    now: datetime,
    then: Callable[[Appointment, Clinic], None] | None = None,
) -> Appointment:
    """Book one of the doctor's open times. Bookings of one doctor take turns.

    `then` is called with the visit inside the booking's transaction. Raises the first refusal of api.md's
    list that applies; TimeTaken with the nearest open times.
    """
    try:
        _refuse_what_is_taken(doctor_id, patient_id, day, clock, now)
        with transaction.atomic():
            doctor, patient = _lock(doctor_id, patient_id)
            clinic, rules = slots.rules_at(now)
            slot = slots.find(doctor, day, clock, clinic, rules)
            _check_patient(patient.pk, slot, clinic, now)
            with refusing_violations_of(Appointment):
                visit = Appointment.objects.create(
                    doctor=doctor,
                    patient=patient,
                    starts_at=slot.start,
                    ends_at=slot.end,
                    reason=reason,
                    created_at=now,
                )
            record("appointment.booked", visit, by=by, at=now, to=slot.start.isoformat(), doctor=doctor.pk)
            if then:
                then(visit, clinic)
    except TimeTaken as refusal:
        raise _with_nearest(refusal, doctor_id, day, clock, now) from None
    return visit


def reschedule(
    *,
    visit: Appointment,
    day: date,
    clock: time,
    doctor_id: int | None = None,
    by: User,
    now: datetime,
) -> Appointment:
    """Move a visit to another open time, of the same doctor or another. It does not count against itself."""
    target = doctor_id or visit.doctor_id
    try:
        with transaction.atomic():
            doctor, patient = _lock(target, visit.patient_id)
            visit = visits.locked(visit)
            clinic, rules = slots.rules_at(now)
            visits.check(Act.RESCHEDULE, visit, by=by, clinic=clinic, now=now)
            if doctor_id is None and visit.doctor_id != target:
                raise WrongStatus  # moved to another doctor while we waited for the lock
            slot = slots.find(doctor, day, clock, clinic, rules, besides=visit)
            _check_patient(patient.pk, slot, clinic, now, besides=visit)
            return _move(visit, doctor, slot, by=by, now=now)
    except TimeTaken as refusal:
        raise _with_nearest(refusal, target, day, clock, now) from None


def _move(
    visit: Appointment, doctor: DoctorProfile, slot: Interval, *, by: User, now: datetime
) -> Appointment:
    before = visit.starts_at
    visit.doctor, visit.starts_at, visit.ends_at, visit.checked_in_at = doctor, slot.start, slot.end, None
    with refusing_violations_of(Appointment):
        visit.save(update_fields=["doctor", "starts_at", "ends_at", "checked_in_at"])
    record(
        "appointment.rescheduled",
        visit,
        by=by,
        at=now,
        **{"from": before.isoformat(), "to": slot.start.isoformat(), "doctor": doctor.pk},
    )
    return visit


def _lock(doctor_id: int, patient_id: int) -> tuple[DoctorProfile, PatientProfile]:
    """Take the doctor's and the patient's rows, in this order, and only then read them.

    A statement that waits for a lock sees the locked row anew, but not the rows beside it: so the lock is
    one statement and the reading another.
    """
    lock_doctors(doctor_id)
    patient = PatientProfile.objects.select_for_update(no_key=True).filter(pk=patient_id).first()
    doctor = doctor_with_week(doctor_id)
    active = User.objects.filter(state=State.ACTIVE).in_bulk([doctor_id, patient_id])
    if doctor and doctor_id in active and patient and patient_id in active:
        doctor.user, patient.user = active[doctor_id], active[patient_id]
        return doctor, patient
    people = {"doctor": doctor, "patient": patient}
    missing = [name for name, person in people.items() if not (person and person.pk in active)]
    raise Invalid(**dict.fromkeys(missing, _("There is nobody active with this id.")))


def _refuse_what_is_taken(doctor_id: int, patient_id: int, day: date, clock: time, now: datetime) -> None:
    """Refuse a time that someone has already, or in which the patient is elsewhere, without waiting for rows.

    Only a refusal may skip the locks: it is true at the moment of asking. Most of those who want one time at
    once end here, and do not hold up the others.
    """
    if not slots.seems_taken(doctor_id, patient_id, day, clock):
        return
    doctor = doctor_with_week(doctor_id)
    people = User.objects.filter(state=State.ACTIVE, pk__in=[doctor_id, patient_id]).count()
    if doctor and people == BOTH:
        clinic, rules = slots.rules_at(now)
        slot = slots.find(doctor, day, clock, clinic, rules)
        _check_patient(patient_id, slot, clinic, now)


def _check_patient(
    patient_id: int,
    slot: Interval,
    clinic: Clinic,
    now: datetime,
    besides: Appointment | None = None,
) -> None:
    """The patient is free then, and has fewer visits ahead than the clinic allows."""
    others = Appointment.objects.filter(
        patient_id=patient_id, starts_at__gt=min(now, slot.start) - LONGEST_VISIT
    )
    if besides:
        others = others.exclude(pk=besides.pk)
    load = others.aggregate(
        clashes=Count("pk", filter=STANDING & Q(starts_at__lt=slot.end, ends_at__gt=slot.start)),
        upcoming=Count("pk", filter=Q(status="scheduled", starts_at__gt=now)),
    )
    if load["clashes"]:
        raise PatientBusy
    if load["upcoming"] >= clinic.max_upcoming_per_patient:
        raise TooManyUpcoming


def _with_nearest(refusal: TimeTaken, doctor_id: int, day: date, clock: time, now: datetime) -> TimeTaken:
    """The refusal with open times beside it, looked up when the doctor's row is free again."""
    doctor = doctor_with_week(doctor_id)
    refusal.data = {"nearest": slots.nearest(doctor, day, clock, now) if doctor else []}
    return refusal
