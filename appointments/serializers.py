"""Visits in and out of HTTP."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.models import Role
from appointments.lifecycle import Act, Status
from appointments.models import Appointment
from appointments.visits import acts_open_to
from clinic.days import DaysQuery
from clinic.fields import (
    Choice,
    ClinicClock,
    ClinicDate,
    ClinicInstant,
    ClinicMinute,
    Id,
    PlainDate,
    QueryInteger,
    Text,
    WallTime,
)


class BookingIn(serializers.Serializer):
    doctor = Id()
    patient = Id(required=False)
    appointment_date = PlainDate()
    appointment_time = WallTime()
    reason = Text(max_length=500, multiline=True, required=False, allow_blank=True, default="")


class RescheduleIn(serializers.Serializer):
    doctor = Id(required=False)
    appointment_date = PlainDate()
    appointment_time = WallTime()


class CancelIn(serializers.Serializer):
    reason = Text(max_length=500, multiline=True, required=False, allow_blank=True, default="")


class VisitQuery(DaysQuery):
    when = Choice(choices=["upcoming", "past"], required=False)
    status = Choice(choices=[status.value for status in Status], required=False)
    doctor = QueryInteger(required=False)
    patient = QueryInteger(required=False)


class CancelledByOut(serializers.Serializer):
    id = serializers.IntegerField()
    role = serializers.ChoiceField(choices=Role.choices)


class VisitOut(serializers.ModelSerializer):
    """A visit as the reader (`viewer`) may see it, on the clinic's clock (`clinic`, `now`)."""

    appointment_date = ClinicDate(source="starts_at")
    appointment_time = ClinicClock(source="starts_at")
    created_at = ClinicInstant()
    starts_at = ClinicInstant()
    ends_at = ClinicInstant()
    checked_in_at = ClinicInstant(allow_null=True)
    patient_name = serializers.CharField(source="patient.user.full_name")
    doctor_name = serializers.CharField(source="doctor.user.full_name")
    specialization = serializers.CharField(source="doctor.specialization")
    cancelled_by = CancelledByOut(allow_null=True)
    can = serializers.SerializerMethodField()

    class Meta:
        model = Appointment
        fields = [
            "id",
            "appointment_date",
            "appointment_time",
            "status",
            "created_at",
            "patient",
            "doctor",
            "starts_at",
            "ends_at",
            "patient_name",
            "doctor_name",
            "specialization",
            "reason",
            "checked_in_at",
            "cancelled_by",
            "cancel_reason",
            "can",
        ]
        read_only_fields = fields

    @extend_schema_field(serializers.ListField(child=serializers.ChoiceField(choices=list(Act))))
    def get_can(self, visit: Appointment) -> list[str]:
        return acts_open_to(self.context["viewer"], visit, self.context["clinic"], self.context["now"])


class MomentOut(serializers.Serializer):
    """A day and a time of the clinic's clock."""

    date = ClinicDate(source="*")
    time = ClinicMinute(source="*")


class HistoryOut(serializers.Serializer):
    """One act in the life of a visit; `from` and `to` tell of its time."""

    at = ClinicInstant()
    by = serializers.IntegerField(allow_null=True)
    by_name = serializers.CharField(allow_blank=True)
    act = serializers.ChoiceField(
        choices=["booked", "rescheduled", "cancelled", "checked_in", "completed", "no_show"]
    )
    to = MomentOut(allow_null=True)

    def get_fields(self) -> dict[str, serializers.Field]:
        """`from` is no name for an attribute."""
        fields = super().get_fields()
        to = fields.pop("to")
        return {**fields, "from": MomentOut(allow_null=True), "to": to}


class OneVisitOut(VisitOut):
    history = serializers.SerializerMethodField()

    class Meta(VisitOut.Meta):
        fields = [*VisitOut.Meta.fields, "history"]
        read_only_fields = fields

    @extend_schema_field(HistoryOut(many=True))
    def get_history(self, visit: Appointment) -> Any:
        return HistoryOut(self.context["history"], many=True, context=self.context).data


class TouchedOut(serializers.Serializer):
    """The visits that stand in the way: how many, and the first hundred."""

    count = serializers.IntegerField()
    appointments = VisitOut(many=True)
