"""The log in and out of HTTP."""

from __future__ import annotations

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from activity.models import Entry
from clinic.days import DaysQuery
from clinic.fields import ClinicInstant, QueryInteger, Text


class ActivityQuery(DaysQuery):
    actor = QueryInteger(min_value=1, required=False, help_text="Who acted.")
    action = Text(max_length=60, required=False, help_text="As in `appointment.booked`.")
    target = Text(max_length=60, required=False, help_text="As in `appointment:12`.")


class EntryOut(serializers.ModelSerializer):
    """One entry, read by `with_names`; the context holds the `clinic`."""

    at = ClinicInstant()
    actor_name = serializers.CharField()
    details = serializers.SerializerMethodField()

    class Meta:
        model = Entry
        fields = ["id", "at", "actor", "actor_name", "address", "action", "target", "details"]
        read_only_fields = fields

    @extend_schema_field(OpenApiTypes.OBJECT)
    def get_details(self, entry: Entry) -> dict[str, object]:
        return entry.details
