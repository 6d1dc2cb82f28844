"""Visits. Two standing visits that overlap, for one doctor or one patient, cannot be stored."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Now

from accounts.models import DoctorProfile, PatientProfile, Role, User
from appointments.lifecycle import Status
from appointments.refusals import IdempotencyMismatch, PatientBusy, TimeTaken

if TYPE_CHECKING:
    from clinic.errors import Refused
    from clinic.intervals import Interval

LONGEST_VISIT = timedelta(minutes=240)
KEPT_FOR = timedelta(hours=24)  # an answer, for repeats of its request
STANDING_STATUSES = (Status.SCHEDULED, Status.COMPLETED)
STANDING = Q(status__in=STANDING_STATUSES)


def _free(party: str, refusal: type[Refused]) -> ExclusionConstraint:
    span = Func("starts_at", "ends_at", function="TSTZRANGE", output_field=DateTimeRangeField())
    return ExclusionConstraint(
        name=f"appointment_{party}_is_free",
        expressions=[(party, RangeOperators.EQUAL), (span, RangeOperators.OVERLAPS)],
        condition=STANDING,
        violation_error_code=refusal.code,
        violation_error_message=refusal.message,
    )


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def visible_to(self, user: User) -> AppointmentQuerySet:
        """A patient's own, a doctor's assigned, an admin's all."""
        if user.role == Role.ADMIN:
            return self.all()
        if user.role == Role.DOCTOR:
            return self.filter(doctor_id=user.pk)
        return self.filter(patient_id=user.pk)

    def standing(self) -> AppointmentQuerySet:
        """Visits that hold their time."""
        return self.filter(STANDING)

    def scheduled(self) -> AppointmentQuerySet:
        return self.filter(status=Status.SCHEDULED)

    def touching(self, span: Interval) -> AppointmentQuerySet:
        """Visits that overlap a span; the longest visit bounds how far back an index must be read."""
        return self.filter(
            starts_at__gt=span.start - LONGEST_VISIT,
            starts_at__lt=span.end,
            ends_at__gt=span.start,
        )

    def with_people(self) -> AppointmentQuerySet:
        """With the names that go with a visit, and no more of the people: least of all medical history."""
        own = [field.attname for field in self.model._meta.concrete_fields]
        theirs = ("doctor__specialization", "doctor__user__full_name", "patient__user__full_name")
        return self.select_related("doctor__user", "patient__user", "cancelled_by").only(
            *own, *theirs, "cancelled_by__role"
        )


class Appointment(models.Model):
    """One visit. What a person at the database leaves out when adding one by hand, the table fills in."""

    doctor = models.ForeignKey(DoctorProfile, models.PROTECT, related_name="appointments")
    patient = models.ForeignKey(PatientProfile, models.PROTECT, related_name="appointments")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    status = models.CharField(
        max_length=10,
        default=Status.SCHEDULED,
        choices=[(status.value, status.value) for status in Status],
    )
    reason = models.CharField(max_length=500, blank=True, default="", db_default="")
    created_at = models.DateTimeField(db_default=Now())
    checked_in_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    cancel_reason = models.CharField(max_length=500, blank=True, default="", db_default="")

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        constraints = [
            _free("doctor", TimeTaken),
            _free("patient", PatientBusy),
            models.CheckConstraint(condition=Q(status__in=list(Status)), name="appointment_status_known"),
            models.CheckConstraint(
                condition=Q(
                    ends_at__gt=F("starts_at"),
                    ends_at__lte=F("starts_at") + LONGEST_VISIT,
                ),
                name="appointment_length",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.CANCELLED) | Q(cancelled_by=None, cancel_reason=""),
                name="appointment_cancelled_by_someone",
            ),
        ]
        indexes = [
            models.Index(fields=["doctor", "starts_at"], name="appointment_of_doctor"),
            models.Index(fields=["patient", "starts_at"], name="appointment_of_patient"),
            models.Index(fields=["starts_at"], name="appointment_by_start"),
        ]

    def __str__(self) -> str:
        return f"visit {self.pk}"


class KeptAnswer(models.Model):
    """The answer to a booking that came with an Idempotency-Key, kept for its repeats."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    key = models.CharField(max_length=64)
    fingerprint = models.CharField(max_length=64)
    answer = models.TextField()  # JSON as it was sent; jsonb would put its names in another order
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "key"],
                name="kept_answer_once",
                violation_error_code=IdempotencyMismatch.code,
                violation_error_message=IdempotencyMismatch.message,
            ),
        ]

    def __str__(self) -> str:
        return f"kept answer {self.pk}"

    def expired(self, now: datetime) -> bool:
        return self.created_at <= now - KEPT_FOR
