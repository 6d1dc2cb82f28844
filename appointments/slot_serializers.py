"""Open times, the directory of doctors, times off and closed days in and out of HTTP."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from clinic.fields import Boolean, ClinicInstant, Instant, PlainDate, QueryBoolean, QueryInteger, Search, Text
from doctors.serializers import BACKWARDS


class CancelAppointmentsIn(serializers.Serializer):
    cancel_appointments = Boolean(
        required=False,
        help_text="Absent: refused where visits are touched. true: they are cancelled. false: they stand.",
    )


class CancelAppointmentsQuery(serializers.Serializer):
    cancel_appointments = QueryBoolean(required=False)


class SlotsQuery(serializers.Serializer):
    date = PlainDate(storable=True, required=False, help_text="The first day; today if absent.")
    days = QueryInteger(min_value=1, max_value=31, default=1)


class DirectoryQuery(serializers.Serializer):
    search = Search()
    specialization = Search()
    availability = QueryBoolean(required=False)


class ClosedDayIn(CancelAppointmentsIn):
    date = PlainDate(storable=True)
    name = Text(max_length=100, collapse=True)


class ClosedDayOut(serializers.Serializer):
    id = serializers.IntegerField()
    date = PlainDate()
    name = serializers.CharField()


class TimeOffOut(serializers.Serializer):
    id = serializers.IntegerField()
    starts_at = ClinicInstant()
    ends_at = ClinicInstant()
    reason = serializers.CharField()


class TimeOffIn(CancelAppointmentsIn):
    starts_at = Instant()
    ends_at = Instant()
    reason = Text(max_length=500, multiline=True, required=False, allow_blank=True, default="")

    def validate(self, asked: dict[str, Any]) -> dict[str, Any]:
        if asked["starts_at"] >= asked["ends_at"]:
            raise serializers.ValidationError({"ends_at": [BACKWARDS]})
        return asked


class TimeOut(serializers.Serializer):
    """A day and a time of the clinic's clock."""

    date = PlainDate()
    time = serializers.CharField(help_text="HH:MM")


class SlotDayOut(serializers.Serializer):
    date = PlainDate()
    times = serializers.ListField(child=serializers.CharField())
    why_none = serializers.ChoiceField(
        choices=[
            "past",
            "beyond_horizon",
            "closed",
            "unavailable",
            "not_working",
            "away",
            "too_soon",
            "full",
        ],
        allow_null=True,
    )
    closed_name = serializers.CharField(allow_null=True)


class DoctorOut(serializers.Serializer):
    """A row of the directory."""

    id = serializers.IntegerField(source="pk")
    full_name = serializers.CharField(source="user.full_name")
    profile_pic = serializers.SerializerMethodField()
    specialization = serializers.CharField()
    availability = serializers.BooleanField()
    slot_minutes = serializers.IntegerField(allow_null=True)
    next_open = serializers.SerializerMethodField()

    def get_profile_pic(self, doctor: Any) -> str:
        return doctor.user.profile_pic if self.context["clinic"].show_pictures else ""

    @extend_schema_field(TimeOut(allow_null=True))
    def get_next_open(self, doctor: Any) -> dict[str, str] | None:
        found = self.context["next_open"][doctor.pk]
        return found and {"date": found[0].isoformat(), "time": found[1]}


class SpecializationOut(serializers.Serializer):
    name = serializers.CharField(source="specialization")
    doctors = serializers.IntegerField()
