"""A doctor together with his weekly hours, read in one statement."""

from __future__ import annotations

from datetime import time

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from accounts.models import DoctorProfile
from doctors.models import WorkingHours
from doctors.schedule import Week


def with_week(doctors: QuerySet[DoctorProfile]) -> QuerySet[DoctorProfile]:
    """Adds `week` to each doctor, as `week_of` reads it."""
    hours = WorkingHours.objects.filter(doctor=OuterRef("pk")).order_by("weekday", "opens")
    row = JSONObject(weekday="weekday", opens="opens", closes="closes")
    return doctors.annotate(week=ArraySubquery(hours.values(row=row)))


def week_of(doctor: DoctorProfile) -> Week:
    """The hours of a doctor that `with_week` has read, by ISO weekday."""
    week: Week = {}
    for row in doctor.week:  # type: ignore[attr-defined]  # with_week adds it
        span = (time.fromisoformat(row["opens"]), time.fromisoformat(row["closes"]))
        week.setdefault(row["weekday"], []).append(span)
    return week
