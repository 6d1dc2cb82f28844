"""Hours, and what a doctor may change, in and out of HTTP."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from accounts.models import Role
from clinic.fields import Boolean, Integer, Text, WallTime
from doctors.schedule import Week, rows_that_cannot_stand

BACKWARDS = _("The end comes before the beginning.")
WRONG_ROW = {
    "backwards": BACKWARDS,
    "overlap": _("This overlaps with another interval of the day."),
}
MOST_ROWS = 7 * 24


class WorkingHoursRow(serializers.Serializer):
    """One interval of the week; weekdays as in ISO 8601, 1 is Monday."""

    weekday = Integer(min_value=1, max_value=7)
    opens = WallTime()
    closes = WallTime()


def week_from(sent: Any) -> Week:
    """The week that was sent, whole and consistent; raises ValidationError with errors row by row."""
    reader: Any = serializers.ListSerializer(child=WorkingHoursRow(), data=sent, max_length=MOST_ROWS)
    reader.is_valid(raise_exception=True)
    rows = [(row["weekday"], row["opens"], row["closes"]) for row in reader.validated_data]
    if wrong := rows_that_cannot_stand(rows):
        raise serializers.ValidationError(
            [{"opens": [WRONG_ROW[wrong[index]]]} if index in wrong else {} for index in range(len(rows))]
        )
    week: Week = {}
    for weekday, opens, closes in rows:
        week.setdefault(weekday, []).append((opens, closes))
    return week


class DoctorChange(serializers.Serializer):
    """What a doctor may change of himself; the license number only an admin."""

    availability = Boolean(required=False)
    slot_minutes = Integer(min_value=5, max_value=240, required=False, allow_null=True)
    specialization = Text(max_length=100, collapse=True, required=False)
    license_number = Text(max_length=40, collapse=True, required=False)

    def validate_license_number(self, value: str) -> str:
        if self.context["viewer"].role != Role.ADMIN:
            raise serializers.ValidationError(_("Only an admin can change this."))
        return value
