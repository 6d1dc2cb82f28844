"""Lists that take `from` and `to`: dates of the clinic's calendar, both included."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from clinic.fields import PlainDate
from clinic.intervals import Interval
from clinic.models import Clinic


class DaysQuery(serializers.Serializer):
    def get_fields(self) -> dict[str, serializers.Field]:
        """`from` is no name for an attribute."""
        days = {name: PlainDate(storable=True, required=False) for name in ("from", "to")}
        return {**super().get_fields(), **days}


def within_days[Rows: QuerySet[Any]](
    rows: Rows, column: str, asked: Mapping[str, Any], clinic: Clinic
) -> Rows:
    """The rows whose moment in `column` lies within the days that a DaysQuery has read."""
    if first := asked.get("from"):
        rows = rows.filter(**{f"{column}__gte": Interval.of_day(first, clinic.zone).start})
    if last := asked.get("to"):
        rows = rows.filter(**{f"{column}__lt": Interval.of_day(last, clinic.zone).end})
    return rows
