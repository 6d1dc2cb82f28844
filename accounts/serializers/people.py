"""People, as others and as they themselves see them.

The context holds `viewer`, `clinic` and `today`, as `context_for` gathers them; none of them costs a query
per person.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from rest_framework import serializers

from accounts.ages import age_on
from accounts.models import DoctorProfile, PatientProfile, Registration, Role, User
from accounts.models.people import Gender
from clinic.fields import ClinicInstant
from clinic.models import Clinic


def context_for(viewer: User | None, now: datetime) -> dict[str, Any]:
    clinic = Clinic.objects.current()
    return {"viewer": viewer, "clinic": clinic, "today": clinic.today(now)}


class DoctorProfileSerializer(serializers.ModelSerializer):
    """`license_number` is there for the doctor himself and for admins."""

    license_number = serializers.CharField(source="user.license_number", required=False)

    class Meta:
        model = DoctorProfile
        fields = ["user", "specialization", "license_number", "availability", "slot_minutes"]
        read_only_fields = fields

    def to_representation(self, instance: DoctorProfile) -> dict[str, Any]:
        shown = super().to_representation(instance)
        viewer = self.context["viewer"]
        if viewer is None or (viewer.role != Role.ADMIN and viewer.pk != instance.pk):
            del shown["license_number"]
        return shown


class PatientProfileSerializer(serializers.ModelSerializer):
    age = serializers.SerializerMethodField()

    class Meta:
        model = PatientProfile
        fields = ["user", "age", "date_of_birth", "gender"]
        read_only_fields = fields

    def get_age(self, profile: PatientProfile) -> int:
        return age_on(profile.date_of_birth, self.context["today"])


class PatientRecordSerializer(PatientProfileSerializer):
    """With the medical history, for the patient himself and for doctors."""

    medical_history = serializers.CharField(required=False, help_text="Not there where an admin reads.")

    class Meta(PatientProfileSerializer.Meta):
        fields = [*PatientProfileSerializer.Meta.fields, "medical_history"]
        read_only_fields = fields


class UserSerializer(serializers.ModelSerializer):
    """A person, as everywhere."""

    profile_pic = serializers.SerializerMethodField()
    language = serializers.ChoiceField(choices=settings.LANGUAGES)
    is_active = serializers.BooleanField()
    doctor_profile = DoctorProfileSerializer(allow_null=True)
    patient_profile = PatientProfileSerializer(allow_null=True)

    class Meta:
        model = User
        fields = [
            "id",
            "email",
            "full_name",
            "national_id",
            "phone_number",
            "role",
            "profile_pic",
            "language",
            "is_active",
            "doctor_profile",
            "patient_profile",
        ]
        read_only_fields = fields

    def get_profile_pic(self, user: User) -> str:
        """Where the clinic has switched pictures off, a person still sees which one he has set."""
        viewer = self.context["viewer"]
        is_own = viewer is not None and viewer.pk == user.pk
        return user.profile_pic if is_own or self.context["clinic"].show_pictures else ""


class PatientPageSerializer(UserSerializer):
    """One patient, for those who may read his medical history."""

    patient_profile = PatientRecordSerializer(allow_null=True)


class OwnUserSerializer(PatientPageSerializer):
    """Oneself: a patient sees his own medical history."""


class UserRowSerializer(UserSerializer):
    """A person in the admins' list."""

    created_at = ClinicInstant()

    class Meta(UserSerializer.Meta):
        fields = [*UserSerializer.Meta.fields, "state", "created_at"]
        read_only_fields = fields


class RegistrationSerializer(serializers.ModelSerializer):
    """What someone asked for when registering, and why it was turned down if it was."""

    gender = serializers.ChoiceField(choices=Gender.choices, allow_blank=True)
    reject_reason = serializers.CharField(source="rejection_reason")

    class Meta:
        model = Registration
        fields = ["date_of_birth", "gender", "specialization", "license_number", "reject_reason"]
        read_only_fields = fields


class UserPageSerializer(UserRowSerializer):
    """One person, for admins."""

    registration = RegistrationSerializer(allow_null=True)

    class Meta(UserRowSerializer.Meta):
        fields = [*UserRowSerializer.Meta.fields, "registration"]
        read_only_fields = fields
