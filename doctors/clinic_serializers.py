"""The clinic's settings in and out of HTTP."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from phonenumbers import SUPPORTED_REGIONS
from rest_framework import serializers

from accounts import identity
from accounts.fields import LONGEST_TYPED, Email
from clinic.fields import Boolean, Choice, Integer, PlainDate, Text, TimeZoneName
from clinic.models import RANGES, TWO_STEP_ROLES, Clinic


class LanguageOut(serializers.Serializer):
    code = serializers.ChoiceField(choices=settings.LANGUAGES)
    name = serializers.CharField(help_text="The language's name in itself.")


class ClinicOut(serializers.ModelSerializer):
    """What a newcomer needs to know. The context holds `opening_weekdays` and the `today` of the clinic."""

    email = serializers.CharField(read_only=True)  # empty where the clinic names none
    languages = serializers.SerializerMethodField()
    two_step_required_for = serializers.ListField(child=serializers.ChoiceField(choices=TWO_STEP_ROLES))
    opening_weekdays = serializers.SerializerMethodField()
    today = serializers.SerializerMethodField()

    class Meta:
        model = Clinic
        fields = (
            "name",
            "phone_number",
            "email",
            "address",
            "country",
            "time_zone",
            "languages",
            "show_pictures",
            *RANGES,
            "two_step_required_for",
            "opening_weekdays",
            "today",
        )
        read_only_fields = fields

    @extend_schema_field(LanguageOut(many=True))
    def get_languages(self, clinic: Clinic) -> list[dict[str, str]]:
        return [{"code": code, "name": str(name)} for code, name in settings.LANGUAGES]

    @extend_schema_field(serializers.ListField(child=serializers.IntegerField(min_value=1, max_value=7)))
    def get_opening_weekdays(self, clinic: Clinic) -> list[int]:
        return self.context["opening_weekdays"]

    @extend_schema_field(PlainDate)
    def get_today(self, clinic: Clinic) -> str:
        today: date = clinic.today(self.context["now"])
        return today.isoformat()


class Country(Text):
    """A country's two letters (ISO 3166-1)."""

    default_error_messages = {"unknown": _("Write the two letters of a country, as in KE.")}

    def to_internal_value(self, data: Any) -> str:
        code = super().to_internal_value(data).upper()
        if code not in SUPPORTED_REGIONS:
            self.fail("unknown")
        return code


class TwoStepRoles(serializers.ListField):
    """Roles, each once and always in the same order."""

    child = Choice(choices=TWO_STEP_ROLES)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=len(TWO_STEP_ROLES), **kwargs)

    def run_validation(self, data: Any = serializers.empty) -> list[str]:
        roles = super().run_validation(data)
        return [role for role in TWO_STEP_ROLES if role in roles]


class ClinicChange(serializers.Serializer):
    """The context holds the `clinic` as it is."""

    name = Text(max_length=100, collapse=True, required=False)
    phone_number = Text(max_length=LONGEST_TYPED, allow_blank=True, required=False)
    email = Email(allow_blank=True, required=False)
    address = Text(max_length=300, collapse=True, allow_blank=True, required=False)
    country = Country(max_length=2, required=False)
    time_zone = TimeZoneName(max_length=64, required=False)
    show_pictures = Boolean(required=False)
    two_step_required_for = TwoStepRoles(required=False)

    def get_fields(self) -> dict[str, serializers.Field]:
        rules = {
            name: Integer(min_value=least, max_value=most, required=False)
            for name, (least, most) in RANGES.items()
        }
        return {**super().get_fields(), **rules}

    def validate(self, asked: dict[str, Any]) -> dict[str, Any]:
        """A local number takes the country that stands beside it, else the clinic's."""
        if typed := asked.get("phone_number"):
            country = asked.get("country", self.context["clinic"].country)
            try:
                asked["phone_number"] = identity.phone_number(typed, country)
            except ValidationError as error:
                raise ValidationError({"phone_number": error}) from error
        return asked
