"""Fields that take exactly what the contract says: a JSON integer is an integer, `"30 "` is not."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any
from zoneinfo import available_timezones

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from clinic.text import composed, is_plain, spaces_collapsed

BIGGEST_ID = 2**63 - 1
# Further dates serve no clinic, and would leave the calendar when a zone's offset is added.
YEARS = range(1900, 2201)


class Integer(serializers.IntegerField):
    default_error_messages = {"invalid": _("Write a whole number.")}

    def to_internal_value(self, data: Any) -> int:
        if type(data) is not int:
            self.fail("invalid")
        return data


class Id(Integer):
    """The id of a person or thing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1, max_value=BIGGEST_ID, **kwargs)


class QueryInteger(serializers.IntegerField):
    """A whole number in a query string, in ASCII digits."""

    default_error_messages = {"invalid": _("Write a whole number.")}

    def to_internal_value(self, data: Any) -> int:
        if not re.fullmatch(r"[0-9]{1,18}", str(data), re.ASCII):
            self.fail("invalid")
        return int(data)


class Boolean(serializers.BooleanField):
    default_error_messages = {"invalid": _("Write true or false.")}

    def to_internal_value(self, data: Any) -> bool:
        if type(data) is not bool:
            self.fail("invalid")
        return data


class QueryBoolean(serializers.BooleanField):
    default_error_messages = {"invalid": _("Write true or false.")}

    def to_internal_value(self, data: Any) -> bool:
        if data not in ("true", "false"):
            self.fail("invalid")
        return data == "true"


class Choice(serializers.ChoiceField):
    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, str):
            self.fail("invalid_choice", input=data)
        return super().to_internal_value(data)


class Text(serializers.CharField):
    """A string in normalisation form C, without control characters.

    `collapse` folds runs of white space into one space; `multiline` allows line breaks and tabs.
    """

    default_error_messages = {
        "invalid": _("Write text."),
        "not_plain": _("This contains characters that cannot be used here."),
    }

    def __init__(self, *, multiline: bool = False, collapse: bool = False, **kwargs: Any) -> None:
        self.multiline = multiline
        self.collapse = collapse
        super().__init__(**kwargs)

    def run_validation(self, data: Any = serializers.empty) -> Any:
        if isinstance(data, str):
            if not is_plain(data, multiline=self.multiline):
                self.fail("not_plain")
            data = composed(data)
            if self.collapse:
                data = spaces_collapsed(data)
        return super().run_validation(data)

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class Secret(serializers.CharField):
    """A password, a token or a code: taken as it is, never trimmed."""

    default_error_messages = {"invalid": _("Write text.")}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 4096)
        super().__init__(trim_whitespace=False, write_only=True, **kwargs)

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str) or not is_plain(data):
            self.fail("invalid")
        return super().to_internal_value(data)


class Search(Text):
    """Words to look for; `%` and `_` mean themselves."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(collapse=True, max_length=100, allow_blank=True, required=False, **kwargs)


class PlainDate(serializers.Field):
    """A date as `YYYY-MM-DD`, in ASCII digits (RFC 3339, full-date)."""

    default_error_messages = {"invalid": _("Write a date as YYYY-MM-DD, as in 2026-12-01.")}

    def __init__(self, *, storable: bool = False, **kwargs: Any) -> None:
        self.storable = storable
        super().__init__(**kwargs)

    def to_internal_value(self, data: Any) -> date:
        if not isinstance(data, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", data, re.ASCII):
            self.fail("invalid")
        try:
            day = date.fromisoformat(data)
        except ValueError:
            self.fail("invalid")
        if self.storable and day.year not in YEARS:
            self.fail("invalid")
        return day

    def to_representation(self, value: date) -> str:
        return value.isoformat()


class WallTime(serializers.Field):
    """A time of the clinic's day as `HH:MM` or `HH:MM:00`, in ASCII digits, without zone."""

    default_error_messages = {"invalid": _("Write a time as HH:MM, as in 09:30.")}

    def to_internal_value(self, data: Any) -> time:
        if not isinstance(data, str) or not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d(:00)?", data, re.ASCII):
            self.fail("invalid")
        return time.fromisoformat(data)

    def to_representation(self, value: time) -> str:
        return value.strftime("%H:%M")


class Instant(serializers.Field):
    """A moment with its offset from UTC (RFC 3339, date-time)."""

    default_error_messages = {
        "invalid": _("Write a moment with its offset, as in 2026-12-01T09:30:00+03:00.")
    }

    def to_internal_value(self, data: Any) -> datetime:
        pattern = r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)"
        if not isinstance(data, str) or not re.fullmatch(pattern, data, re.ASCII):
            self.fail("invalid")
        try:
            moment = parse_datetime(data)
        except ValueError:
            moment = None
        if moment is None or moment.year not in YEARS:
            self.fail("invalid")
        return moment

    def to_representation(self, value: datetime) -> str:
        return value.isoformat()


class TimeZoneName(Text):
    """The name of a zone of the IANA time zone database."""

    default_error_messages = {"unknown": _("There is no time zone of this name.")}

    def to_internal_value(self, data: Any) -> str:
        name = super().to_internal_value(data)
        if name not in available_timezones():
            self.fail("unknown")
        return name


class _OfMoment(serializers.Field):
    """A moment on the clinic's clock; the serializer's context holds `clinic`."""

    def to_representation(self, value: datetime) -> str:
        return self.written(self.context["clinic"].wall(value))

    def written(self, wall: datetime) -> str:
        """What the kind of field shows of the wall clock."""
        raise NotImplementedError


class ClinicInstant(_OfMoment):
    """With the offset of the clinic's zone."""

    def written(self, wall: datetime) -> str:
        return wall.isoformat()


class ClinicDate(_OfMoment):
    """The calendar day."""

    def written(self, wall: datetime) -> str:
        return wall.date().isoformat()


class ClinicClock(_OfMoment):
    """The time of day as `HH:MM:SS`."""

    def written(self, wall: datetime) -> str:
        return wall.time().isoformat("seconds")


class ClinicMinute(_OfMoment):
    """The time of day as `HH:MM`."""

    def written(self, wall: datetime) -> str:
        return wall.strftime("%H:%M")
