"""What doctors write of patients, and who read it, in and out of HTTP."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from activity.models import Entry
from clinic.fields import ClinicInstant, Search, Text
from doctors.medical_history import READ


class PatientQuery(serializers.Serializer):
    search = Search(help_text="In name, national ID, email address and phone number.")


class MedicalHistoryIn(serializers.Serializer):
    medical_history = Text(max_length=20_000, multiline=True, allow_blank=True, trim_whitespace=False)


class VersionOut(serializers.Serializer):
    id = serializers.IntegerField()
    text = serializers.CharField(allow_blank=True)
    written_by = serializers.IntegerField(source="written_by_id")
    written_by_name = serializers.CharField(source="written_by.full_name")
    written_at = ClinicInstant()


class ReadingOut(serializers.Serializer):
    at = ClinicInstant()
    by = serializers.IntegerField(source="actor")
    by_name = serializers.CharField(source="actor_name")
    act = serializers.SerializerMethodField()

    @extend_schema_field(serializers.ChoiceField(choices=["read", "wrote"]))
    def get_act(self, entry: Entry) -> str:
        return "read" if entry.action == READ else "wrote"
