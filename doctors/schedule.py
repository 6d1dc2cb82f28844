"""A doctor's week on the wall clock, and the pieces that it makes of a day. Pure: no Django."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from clinic.intervals import Interval

Span = tuple[time, time]
Week = dict[int, list[Span]]


def pieces_of_day(day: date, week: Week, length: timedelta, zone: ZoneInfo) -> list[tuple[str, Interval]]:
    """The working intervals of a day cut into visits, each with its wall time `HH:MM`, in order.

    Of pieces that the wall clock shows alike only the first is kept, and only pieces that begin on `day`.
    """
    pieces: dict[str, Interval] = {}
    for opens, closes in sorted(week.get(day.isoweekday(), ())):
        span = Interval.on(day, opens, closes, zone)
        shown = _wall_clock(span, zone)
        for piece in span.pieces(length):
            wall = shown(piece.start)
            if wall.date() == day:
                pieces.setdefault(f"{wall:%H:%M}", piece)
    return list(pieces.items())


def rows_that_cannot_stand(rows: list[tuple[int, time, time]]) -> dict[int, str]:
    """Which rows (weekday, opens, closes) of a week cannot stand, and why: `backwards` or `overlap`."""
    wrong: dict[int, str] = {}
    standing: list[tuple[int, time, time]] = []
    for index, (weekday, opens, closes) in enumerate(rows):
        if opens >= closes:
            wrong[index] = "backwards"
        elif any(weekday == day and opens < end and start < closes for day, start, end in standing):
            wrong[index] = "overlap"
        else:
            standing.append((weekday, opens, closes))
    return wrong


def _wall_clock(span: Interval, zone: ZoneInfo) -> Callable[[datetime], datetime]:
    """How the zone's clock shows instants of a span: by one addition while its offset does not change."""
    start, end = span.start.astimezone(zone), span.end.astimezone(zone)
    if start.utcoffset() != end.utcoffset():
        return lambda instant: instant.astimezone(zone).replace(tzinfo=None)
    shift = start.replace(tzinfo=UTC) - span.start
    return lambda instant: (instant + shift).replace(tzinfo=None)
