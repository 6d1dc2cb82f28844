"""A doctor together with his weekly hours, read in one statement."""

from __future__ import annotations

from datetime import time

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from accounts.models import DoctorProfile
from doctors.schedule import Week

# Written out, it costs a fifth of what building it anew for each question does.
HOURS = """
(SELECT coalesce(json_agg(json_build_array(weekday, opens, closes) ORDER BY weekday, opens), '[]')
   FROM doctors_workinghours WHERE doctor_id = accounts_doctorprofile.user_id)
"""
ONE = f"""
SELECT accounts_doctorprofile.*, {HOURS} AS week
  FROM accounts_doctorprofile JOIN accounts_user person ON person.id = user_id
 WHERE user_id = %s AND person.is_active
"""  # noqa: S608  # our own words


def with_week(doctors: QuerySet[DoctorProfile]) -> QuerySet[DoctorProfile]:
    """Adds `week` to each doctor, as `week_of` reads it."""
    return doctors.annotate(week=RawSQL(HOURS, []))  # noqa: S611  # no part of it comes from outside


def doctor_with_week(pk: int) -> DoctorProfile | None:
    """One doctor, if active."""
    return next(iter(DoctorProfile.objects.raw(ONE, [pk])), None)


def week_of(doctor: DoctorProfile) -> Week:
    """The hours of a doctor that `with_week` has read, by ISO weekday."""
    week: Week = {}
    for weekday, opens, closes in doctor.week:  # type: ignore[attr-defined]  # with_week adds it
        week.setdefault(weekday, []).append((time.fromisoformat(opens), time.fromisoformat(closes)))
    return week
