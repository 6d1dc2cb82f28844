"""Users and what they asked for when they registered."""

from __future__ import annotations

import re
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower, Upper
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    PATIENT = "patient", _("Patient")
    DOCTOR = "doctor", _("Doctor")
    ADMIN = "admin", _("Admin")


class State(models.TextChoices):
    PENDING = "pending", _("Pending")
    ACTIVE = "active", _("Active")
    REJECTED = "rejected", _("Rejected")
    DEACTIVATED = "deactivated", _("Deactivated")


class Gender(models.TextChoices):
    FEMALE = "female", _("Female")
    MALE = "male", _("Male")
    OTHER = "other", _("Other")
    UNDISCLOSED = "undisclosed", _("Rather not say")


NOT_REJECTED = ~Q(state=State.REJECTED)


def _taken(field: str, words: Any) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        fields=[field],
        condition=NOT_REJECTED,
        name=f"user_{field}_once",
        violation_error_code="invalid",
        violation_error_message=words,
    )


class UserQuerySet(models.QuerySet["User"]):
    def in_order(self) -> UserQuerySet:
        return self.order_by("full_name", "pk")

    def matching(self, search: str) -> UserQuerySet:
        """People with these words in their name, national ID, email address or phone number."""
        found = Q(full_name__icontains=search) | Q(email__icontains=search)
        if bare := re.sub(r"[\s\-]", "", search):
            found |= Q(national_id__icontains=bare)
        if digits := re.sub(r"[\s().\-/+]", "", search).removeprefix("0"):
            found |= Q(phone_number__contains=digits)
        return self.filter(found)

    def with_profiles(self) -> UserQuerySet:
        return self.select_related("doctor_profile", "patient_profile")


class User(AbstractBaseUser):
    """A person. `is_active` follows from `state` in the table itself.

    While `two_step_since` is set, signing in takes a code beside the password.
    """

    last_login = None

    national_id = models.CharField(max_length=12)
    email = models.EmailField(max_length=254)
    phone_number = models.CharField(max_length=15)
    full_name = models.CharField(max_length=100)
    license_number = models.CharField(max_length=40, null=True, blank=True)
    profile_pic = models.URLField(max_length=500, blank=True, default="")
    language = models.CharField(max_length=5, default="en")
    role = models.CharField(max_length=10, choices=Role.choices)
    state = models.CharField(max_length=12, choices=State.choices, default=State.PENDING)
    is_active = models.GeneratedField(
        expression=models.Case(models.When(state=State.ACTIVE, then=True), default=False),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    two_step_since = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()

    objects = UserQuerySet.as_manager()

    USERNAME_FIELD = "national_id"
    EMAIL_FIELD = "email"

    class Meta:
        constraints = [
            _taken("national_id", _("Someone with this national ID is registered already.")),
            _taken("email", _("Someone with this email address is registered already.")),
            _taken(
                "phone_number",
                _("Someone with this phone number is registered already."),
            ),
            _taken(
                "license_number",
                _("Someone with this license number is registered already."),
            ),
            models.CheckConstraint(
                condition=Q(national_id=Upper("national_id")),
                name="user_national_id_upper",
            ),
            models.CheckConstraint(condition=Q(email=Lower("email")), name="user_email_lower"),
            models.CheckConstraint(
                condition=Q(phone_number__regex=r"^[0-9]{8,15}$"),
                name="user_phone_digits",
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="user_role_known"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="user_state_known"),
            models.CheckConstraint(
                condition=Q(role=Role.DOCTOR, license_number__isnull=False)
                | (~Q(role=Role.DOCTOR) & Q(license_number__isnull=True)),
                name="user_license_of_doctors",
            ),
        ]
        indexes = [
            models.Index(F("state"), F("id").desc(), name="user_by_state"),
            models.Index(fields=["full_name", "id"], name="user_by_name"),
            # Signing in looks among the rejected too, whom the constraint does not hold.
            models.Index(fields=["national_id"], name="user_by_national_id"),
        ]

    def __str__(self) -> str:
        return self.full_name


class Registration(models.Model):
    """What a person asked for when registering, and why it was rejected if it was."""

    user = models.OneToOneField(User, models.CASCADE, primary_key=True, related_name="registration")
    date_of_birth = models.DateField(null=True, blank=True)
    gender = models.CharField(max_length=12, choices=Gender.choices, blank=True, default="")
    specialization = models.CharField(max_length=100, blank=True, default="")
    license_number = models.CharField(max_length=40, blank=True, default="")
    rejection_reason = models.CharField(max_length=500, blank=True, default="")

    def __str__(self) -> str:
        return f"registration of {self.pk}"
