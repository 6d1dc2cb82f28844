"""The one answer to "when is this doctor free?", asked both to show times and to accept one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db import connection

from accounts.models import DoctorProfile
from appointments.models import LONGEST_VISIT, STANDING_STATUSES, Appointment
from appointments.openings import (
    Diary,
    OpenDay,
    Rules,
    Spans,
    first_open,
    nearest_open,
    open_day,
    verdict,
)
from appointments.refusals import BY_CODE
from clinic.intervals import Interval
from clinic.models import Clinic
from doctors.week import week_of

# Asked with every open time: written out, it costs a sixth of what building it anew each time does. The
# longest visit bounds how far back the index is read.
BUSY = """
SELECT doctor_id, starts_at, ends_at, TRUE FROM appointments_appointment
 WHERE doctor_id = ANY(%(doctors)s) AND status = ANY(%(standing)s) AND id <> %(besides)s
   AND starts_at > %(start)s - %(longest)s AND starts_at < %(end)s
UNION ALL
SELECT doctor_id, starts_at, ends_at, FALSE FROM doctors_timeoff
 WHERE doctor_id = ANY(%(doctors)s) AND starts_at < %(end)s AND ends_at > %(start)s
"""

TAKEN = """
SELECT EXISTS (
    SELECT FROM appointments_appointment
     WHERE doctor_id = %(doctor)s AND status = ANY(%(standing)s) AND starts_at = instant)
  OR EXISTS (
    SELECT FROM appointments_appointment
     WHERE patient_id = %(patient)s AND status = ANY(%(standing)s)
       AND starts_at > instant - %(longest)s AND starts_at <= instant AND ends_at > instant)
  FROM (SELECT %(wall)s::timestamp AT TIME ZONE time_zone AS instant FROM clinic_clinic) AS clinic
"""

ONE_DAY = timedelta(days=1)
SOON = 14 * ONE_DAY
NEARBY = 7 * ONE_DAY
NEAREST = 4


def rules_at(now: datetime) -> tuple[Clinic, Rules]:
    """The clinic and its rules, closed days included, in one statement."""
    clinic = Clinic.objects.with_closed_days(since=now.date() - ONE_DAY)
    return clinic, Rules(
        zone=clinic.zone,
        now=now,
        today=clinic.today(now),
        last_day=clinic.last_bookable_day(now),
        notice=timedelta(minutes=clinic.minimum_notice_minutes),
        closed=clinic.closed,
    )


def slots_of(doctor: DoctorProfile, days: Sequence[date], clinic: Clinic, rules: Rules) -> list[OpenDay]:
    """The open times of one doctor (read by `with_week`) on each of these days."""
    asked = [day for day in days if rules.today <= day <= rules.last_day]
    diary = _diaries([doctor], asked, clinic)[doctor.pk]
    return [open_day(day, diary, rules) for day in days]


def find(
    doctor: DoctorProfile,
    day: date,
    clock: time,
    clinic: Clinic,
    rules: Rules,
    besides: Appointment | None = None,
) -> Interval:
    """The open time that begins then, or the refusal that says why there is none.

    `besides` is a visit that does not count as taken: the one that is being moved.
    """
    days = [day] if rules.today <= day <= rules.last_day else []
    found = verdict(day, clock, _diaries([doctor], days, clinic, besides)[doctor.pk], rules)
    if isinstance(found, str):
        raise BY_CODE[found]
    return found


def seems_taken(doctor_id: int, patient_id: int, day: date, clock: time) -> bool:
    """Whether a standing visit of the doctor begins at this wall time, or one of the patient goes on then.

    A hint, to be made sure of by `find`: PostgreSQL reads a repeated or a skipped wall time in its own way.
    """
    asked: dict[str, Any] = {
        "doctor": doctor_id,
        "patient": patient_id,
        "standing": list(STANDING_STATUSES),
        "wall": datetime.combine(day, clock),
        "longest": LONGEST_VISIT,
    }
    with connection.cursor() as cursor:
        cursor.execute(TAKEN, asked)
        return cursor.fetchone()[0]


def nearest(doctor: DoctorProfile, day: date, clock: time, now: datetime) -> list[dict[str, str]]:
    """Up to four open times around one that is taken, nearest first."""
    clinic, rules = rules_at(now)
    first, last = max(rules.today, day - NEARBY), min(rules.last_day, day + NEARBY)
    days = [first + n * ONE_DAY for n in range((last - first).days + 1)]
    diary = _diaries([doctor], days, clinic)[doctor.pk]
    found = nearest_open(day, clock, days, diary, rules, NEAREST)
    return [{"date": near.isoformat(), "time": wall} for near, wall in found]


def next_open(
    doctors: Sequence[DoctorProfile], clinic: Clinic, rules: Rules
) -> dict[int, tuple[date, str] | None]:
    """The first open time of each doctor: most have one soon, and only for the others do we look further."""
    found: dict[int, tuple[date, str] | None] = dict.fromkeys((doctor.pk for doctor in doctors), None)
    horizon = [rules.today + n * ONE_DAY for n in range((rules.last_day - rules.today).days + 1)]
    wanting = [doctor for doctor in doctors if doctor.availability and week_of(doctor)]
    for days in (horizon[: SOON.days], horizon[SOON.days :]):
        if not wanting or not days:
            break
        diaries = _diaries(wanting, days, clinic)
        found |= {doctor.pk: first_open(days, diaries[doctor.pk], rules) for doctor in wanting}
        wanting = [doctor for doctor in wanting if found[doctor.pk] is None]
    return found


def _diaries(
    doctors: Sequence[DoctorProfile],
    days: Sequence[date],
    clinic: Clinic,
    besides: Appointment | None = None,
) -> dict[int, Diary]:
    """What there is to know of these doctors over these consecutive days, in one statement."""
    away: dict[int, list[Interval]] = defaultdict(list)
    taken: dict[int, list[Interval]] = defaultdict(list)
    for doctor_id, start, end, is_visit in _busy([doctor.pk for doctor in doctors], days, besides):
        (taken if is_visit else away)[doctor_id].append(Interval(start, end))
    return {
        doctor.pk: Diary(
            available=doctor.availability,
            length=timedelta(minutes=doctor.slot_minutes or clinic.slot_minutes),
            week=week_of(doctor),
            away=Spans(away[doctor.pk]),
            taken=Spans(taken[doctor.pk]),
        )
        for doctor in doctors
    }


def _busy(
    doctors: Sequence[int], days: Sequence[date], besides: Appointment | None
) -> Iterable[tuple[int, datetime, datetime, bool]]:
    """Times off and standing visits; a day to each side covers every zone's offset from UTC."""
    if not days:
        return []
    asked: dict[str, Any] = {
        "doctors": list(doctors),
        "start": datetime.combine(days[0] - ONE_DAY, time.min, tzinfo=UTC),
        "end": datetime.combine(days[-1] + 2 * ONE_DAY, time.min, tzinfo=UTC),
        "longest": LONGEST_VISIT,
        "standing": list(STANDING_STATUSES),
        "besides": besides.pk if besides else 0,
    }
    with connection.cursor() as cursor:
        cursor.execute(BUSY, asked)
        return cursor.fetchall()
