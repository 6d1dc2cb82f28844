"""What a person is in the clinic. A profile's primary key is its user's."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from accounts.models.people import Gender, User
from accounts.refusals import AdminSeatsFull


class PatientProfile(models.Model):
    user = models.OneToOneField(User, models.PROTECT, primary_key=True, related_name="patient_profile")
    date_of_birth = models.DateField()
    gender = models.CharField(max_length=12, choices=Gender.choices)
    medical_history = models.TextField(blank=True, default="", max_length=20_000)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(gender__in=Gender.values), name="patient_gender_known"),
        ]

    def __str__(self) -> str:
        return f"patient {self.pk}"


class DoctorProfile(models.Model):
    """`slot_minutes` null means the clinic's."""

    user = models.OneToOneField(User, models.PROTECT, primary_key=True, related_name="doctor_profile")
    specialization = models.CharField(max_length=100)
    availability = models.BooleanField(default=True)
    slot_minutes = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(slot_minutes__isnull=True) | Q(slot_minutes__gte=5, slot_minutes__lte=240),
                name="doctor_slot_minutes_in_range",
            ),
        ]
        indexes = [models.Index(fields=["specialization"], name="doctor_by_specialization")]

    def __str__(self) -> str:
        return f"doctor {self.pk}"


class AdminProfile(models.Model):
    """An admin holds one of two seats while active; the table cannot hold a third."""

    user = models.OneToOneField(User, models.PROTECT, primary_key=True, related_name="admin_profile")
    seat = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["seat"],
                name="admin_seat_once",
                violation_error_code=AdminSeatsFull.code,
                violation_error_message=AdminSeatsFull.message,
            ),
            models.CheckConstraint(condition=Q(seat__in=[1, 2]), name="admin_seat_1_or_2"),
        ]

    def __str__(self) -> str:
        return f"admin {self.pk}"
