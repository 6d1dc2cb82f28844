"""Writing a doctor's weekly hours."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from accounts.models import DoctorProfile, User
from activity.log import record
from doctors.locks import lock_doctors
from doctors.models import WorkingHours
from doctors.schedule import Week


@transaction.atomic
def replace_week(*, doctor: DoctorProfile, week: Week, by: User, now: datetime) -> list[WorkingHours]:
    """Replace the whole week, all or nothing."""
    lock_doctors(doctor.pk)
    WorkingHours.objects.filter(doctor=doctor).delete()
    rows = WorkingHours.objects.bulk_create(
        WorkingHours(doctor=doctor, weekday=weekday, opens=opens, closes=closes)
        for weekday, spans in sorted(week.items())
        for opens, closes in sorted(spans)
    )
    record("doctor.hours_replaced", f"user:{doctor.pk}", by=by, at=now, intervals=len(rows))
    return rows
