"""Spans of time, and the way from a wall clock to instants. Pure: no Django, no clock of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """A half-open span [start, end) of instants in UTC."""

    start: datetime
    end: datetime

    @classmethod
    def on(cls, day: date, opens: time, closes: time, zone: ZoneInfo) -> Interval:
        """The span between two wall-clock times of one day, exact when the clocks change.

        It is empty where the whole span falls into a gap.
        """
        return cls(instant_of(day, opens, zone), instant_of(day, closes, zone))

    @classmethod
    def of_day(cls, day: date, zone: ZoneInfo) -> Interval:
        """From one midnight of the wall clock to the next."""
        return cls(instant_of(day, time.min, zone), instant_of(day + timedelta(days=1), time.min, zone))

    def touches(self, other: Interval) -> bool:
        return self.start < other.end and other.start < self.end

    def pieces(self, length: timedelta) -> list[Interval]:
        """Cut from the start into pieces of elapsed time; a remainder is dropped."""
        count = max(0, (self.end - self.start) // length)
        return [Interval(self.start + i * length, self.start + (i + 1) * length) for i in range(count)]


def instant_of(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The instant at which a wall clock in `zone` shows this day and time.

    A time that the zone skips is the end of the gap; one that it repeats is the first of the two
    (PEP 495 gives `fold` its meaning).
    """
    wall = datetime.combine(day, clock, tzinfo=zone)
    before = wall.astimezone(UTC)
    if before.astimezone(zone).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return before
    return _end_of_gap(wall.replace(fold=1).astimezone(UTC), before, zone)


def _end_of_gap(earlier: datetime, later: datetime, zone: ZoneInfo) -> datetime:
    """The transition between two instants, `earlier` on its old side and `later` on its new one."""
    new_offset = later.astimezone(zone).utcoffset()
    while later - earlier > timedelta(seconds=1):
        middle = earlier + (later - earlier) // 2
        if middle.astimezone(zone).utcoffset() == new_offset:
            later = middle
        else:
            earlier = middle
    return later.replace(microsecond=0)
