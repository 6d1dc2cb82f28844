"""Times off."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from accounts.models import DoctorProfile, User
from activity.log import record
from clinic.errors import refusing_violations_of
from clinic.intervals import Interval
from doctors.locks import lock_doctors
from doctors.models import TimeOff


@transaction.atomic
def take_time_off(*, doctor: DoctorProfile, span: Interval, reason: str, by: User, now: datetime) -> TimeOff:
    lock_doctors(doctor.pk)
    with refusing_violations_of(TimeOff):
        time_off = TimeOff.objects.create(
            doctor=doctor, starts_at=span.start, ends_at=span.end, reason=reason
        )
    record("doctor.time_off_taken", f"user:{doctor.pk}", by=by, at=now, **_when(time_off))
    return time_off


@transaction.atomic
def give_back_time_off(*, time_off: TimeOff, by: User, now: datetime) -> None:
    """Take a time off out of the calendar; its times are open again. Done twice at once, it is one act."""
    lock_doctors(time_off.doctor_id)
    taken_out, _rows = TimeOff.objects.filter(pk=time_off.pk).delete()
    if taken_out:
        record("doctor.time_off_given_back", f"user:{time_off.doctor_id}", by=by, at=now, **_when(time_off))


def _when(time_off: TimeOff) -> dict[str, str]:
    return {"from": time_off.starts_at.isoformat(), "to": time_off.ends_at.isoformat()}
