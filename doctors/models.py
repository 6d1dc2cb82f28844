"""When doctors work, when they are away, and what they write of patients."""

from __future__ import annotations

from datetime import datetime

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import IntegerRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, IntegerField, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import DoctorProfile, PatientProfile, User


def _seconds(clock: str) -> Func:
    return Func(
        clock,
        template="EXTRACT(EPOCH FROM %(expressions)s)::integer",
        output_field=IntegerField(),
    )


class WorkingHours(models.Model):
    """One interval of a doctor's week, on the clinic's wall clock; `weekday` is ISO 8601's, 1 is Monday."""

    doctor = models.ForeignKey(DoctorProfile, models.CASCADE, related_name="working_hours")
    weekday = models.PositiveSmallIntegerField()
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        ordering = ["weekday", "opens"]
        constraints = [
            ExclusionConstraint(
                name="working_hours_apart",
                expressions=[
                    ("doctor", RangeOperators.EQUAL),
                    ("weekday", RangeOperators.EQUAL),
                    (
                        Func(
                            _seconds("opens"),
                            _seconds("closes"),
                            function="INT4RANGE",
                            output_field=IntegerRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
            models.CheckConstraint(condition=Q(opens__lt=F("closes")), name="working_hours_begin_first"),
            models.CheckConstraint(
                condition=Q(weekday__gte=1, weekday__lte=7),
                name="working_hours_weekday",
            ),
            models.CheckConstraint(
                condition=Q(opens__second=0, closes__second=0),
                name="working_hours_whole_minutes",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.opens:%H:%M}–{self.closes:%H:%M}"


class TimeOffQuerySet(models.QuerySet["TimeOff"]):
    def touching(self, start: datetime, end: datetime) -> TimeOffQuerySet:
        return self.filter(starts_at__lt=end, ends_at__gt=start)


class TimeOff(models.Model):
    """A span of instants in which a doctor sees nobody."""

    doctor = models.ForeignKey(DoctorProfile, models.CASCADE, related_name="time_off")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    reason = models.CharField(max_length=500, blank=True, default="")

    objects = TimeOffQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at__lt=F("ends_at")),
                name="time_off_begins_first",
                violation_error_code="invalid",
                violation_error_message=_("The end comes before the beginning."),
            ),
        ]
        indexes = [models.Index(fields=["doctor", "ends_at"], name="time_off_of_doctor")]

    def __str__(self) -> str:
        return f"{self.starts_at}–{self.ends_at}"


class MedicalHistoryVersion(models.Model):
    """What a doctor wrote of a patient; nothing is overwritten, the newest one counts."""

    patient = models.ForeignKey(PatientProfile, models.PROTECT, related_name="history_versions")
    text = models.TextField(blank=True, max_length=20_000)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["patient", "-id"], name="history_of_patient")]

    def __str__(self) -> str:
        return f"version {self.pk} of patient {self.patient_id}"


class HistoryReading(models.Model):
    """That a doctor read a patient's medical history within one hour: one row, one log entry."""

    patient = models.ForeignKey(PatientProfile, models.PROTECT, related_name="+")
    reader = models.ForeignKey(User, models.PROTECT, related_name="+")
    hour = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["patient", "reader", "hour"], name="reading_once_an_hour")
        ]

    def __str__(self) -> str:
        return f"patient {self.patient_id} read by {self.reader_id}"
