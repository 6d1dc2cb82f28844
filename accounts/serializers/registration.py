"""What people send to register, and what is sent to mend what is written of them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from accounts.fields import (
    BirthDate,
    Email,
    FullName,
    Language,
    NationalId,
    NewPassword,
    PhoneNumber,
    PictureAddress,
)
from accounts.models import Role
from accounts.models.people import Gender
from clinic.fields import Choice, Secret, Text

ASKED: dict[str, tuple[str, ...]] = {
    Role.PATIENT: ("date_of_birth", "gender"),
    Role.DOCTOR: ("specialization", "license_number"),
    Role.ADMIN: (),
}


class RegisterSerializer(serializers.Serializer):
    """By role also `date_of_birth` and `gender`, or `specialization` and `license_number`."""

    national_id = NationalId()
    email = Email()
    phone_number = PhoneNumber()
    full_name = FullName()
    password = NewPassword()
    role = Choice(choices=Role.choices)
    date_of_birth = BirthDate(required=False)
    gender = Choice(choices=Gender.choices, required=False)
    specialization = Text(collapse=True, max_length=100, required=False)
    license_number = Text(collapse=True, max_length=40, required=False)
    profile_pic = PictureAddress(default="")
    language = Language(default="en")

    def get_fields(self) -> dict[str, serializers.Field]:
        """What the role needs is required; what another role needs is not looked at."""
        fields = super().get_fields()
        asked = self._asked()
        if asked is not None:
            for name in (name for names in ASKED.values() for name in names):
                if name in asked:
                    fields[name].required = True
                else:
                    del fields[name]
        return fields

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """As `registration.register` takes it."""
        role, password = attrs.pop("role"), attrs.pop("password")
        asked = {name: attrs.pop(name) for name in ASKED[role]}
        return {"role": role, "password": password, "asked": asked, "identity": attrs}

    def _asked(self) -> tuple[str, ...] | None:
        typed = getattr(self, "initial_data", None)
        role = typed.get("role") if isinstance(typed, dict) else None
        return ASKED.get(role) if isinstance(role, str) else None


class CorrectSerializer(serializers.Serializer):
    full_name = FullName(required=False)
    national_id = NationalId(required=False)
    email = Email(required=False)
    phone_number = PhoneNumber(required=False)


class ChangeOwnSerializer(serializers.Serializer):
    """`email` and `phone_number` want the `password` beside them."""

    full_name = FullName(required=False)
    profile_pic = PictureAddress()
    language = Language(required=False)
    date_of_birth = BirthDate(required=False)
    gender = Choice(choices=Gender.choices, required=False)
    email = Email(required=False)
    phone_number = PhoneNumber(required=False)
    password = Secret(required=False, allow_blank=True, default="")


class RejectSerializer(serializers.Serializer):
    reason = Text(
        max_length=500, multiline=True, error_messages={"required": _("Say why, for the person to read.")}
    )
