"""When is a doctor free? The rules, for one doctor and one day. Pure: no Django, the clock is an argument."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from clinic.intervals import Interval, instant_of
from doctors.schedule import Week, pieces_of_day


class Spans:
    """Spans of time, asked quickly whether any of them touches another; overlapping ones are joined."""

    def __init__(self, spans: Iterable[Interval] = ()) -> None:
        joined: list[Interval] = []
        for span in sorted(spans):
            if joined and span.start <= joined[-1].end:
                joined[-1] = Interval(joined[-1].start, max(joined[-1].end, span.end))
            else:
                joined.append(span)
        self._starts = [span.start for span in joined]
        self._ends = [span.end for span in joined]

    def touch(self, span: Interval) -> bool:
        before_its_end = bisect_left(self._starts, span.end)
        return before_its_end > 0 and self._ends[before_its_end - 1] > span.start


@dataclass(frozen=True, slots=True)
class Rules:
    """The clinic's rules at one moment; `closed` names the closed days."""

    zone: ZoneInfo
    now: datetime
    today: date
    last_day: date
    notice: timedelta
    closed: Mapping[date, str]

    def too_soon(self, start: datetime) -> bool:
        return start <= self.now or start < self.now + self.notice


@dataclass(frozen=True, slots=True)
class Diary:
    """What is known of one doctor: his hours, the length of a visit, when he is away, what is taken."""

    available: bool
    length: timedelta
    week: Week
    away: Spans = field(default_factory=Spans)
    taken: Spans = field(default_factory=Spans)


@dataclass(frozen=True, slots=True)
class OpenDay:
    date: date
    times: list[str]
    why_none: str | None = None
    closed_name: str | None = None


def open_day(day: date, diary: Diary, rules: Rules) -> OpenDay:
    """The open times of one day, or the first reason that applies why there are none."""
    if reason := _whole_day_reason(day, diary, rules):
        return OpenDay(day, [], reason, rules.closed.get(day) if reason == "closed" else None)
    pieces = pieces_of_day(day, diary.week, diary.length, rules.zone)
    if not pieces:
        return OpenDay(day, [], "not_working")
    for reason, shut in (
        ("away", diary.away.touch),
        ("too_soon", lambda piece: rules.too_soon(piece.start)),
        ("full", diary.taken.touch),
    ):
        pieces = [(wall, piece) for wall, piece in pieces if not shut(piece)]
        if not pieces:
            return OpenDay(day, [], reason)
    return OpenDay(day, [wall for wall, _piece in pieces])


def _whole_day_reason(day: date, diary: Diary, rules: Rules) -> str | None:
    if day < rules.today:
        return "past"
    if day > rules.last_day:
        return "beyond_horizon"
    if day in rules.closed:
        return "closed"
    return None if diary.available else "unavailable"


def first_open(days: Iterable[date], diary: Diary, rules: Rules) -> tuple[date, str] | None:
    """The first open time on any of these days."""
    for day in days:
        if day.isoweekday() in diary.week and (times := open_day(day, diary, rules).times):
            return day, times[0]
    return None


def verdict(day: date, clock: time, diary: Diary, rules: Rules) -> Interval | str:
    """The open time that begins at this wall time, or the code of the first refusal that applies."""
    if not rules.today <= day <= rules.last_day:
        return "in_the_past" if day < rules.today else "beyond_horizon"
    piece = dict(pieces_of_day(day, diary.week, diary.length, rules.zone)).get(f"{clock:%H:%M}")
    start = piece.start if piece else instant_of(day, clock, rules.zone)
    if rules.too_soon(start):
        return "in_the_past" if start <= rules.now else "too_soon"
    if piece is None or day in rules.closed or diary.away.touch(piece):
        return "outside_open_times"
    if not diary.available:
        return "doctor_unavailable"
    return "time_taken" if diary.taken.touch(piece) else piece


def nearest_open(
    day: date, clock: time, days: Iterable[date], diary: Diary, rules: Rules, count: int
) -> list[tuple[date, str]]:
    """The `count` open times of these days that are nearest to a wall time, nearest first.

    It goes outwards from the day, and no further once what it has is nearer than any other day can be.
    """
    wanted = datetime.combine(day, clock)
    found: list[tuple[timedelta, date, str]] = []
    for near in sorted(days, key=lambda other: abs(other - day)):
        beyond = abs(near - day) - timedelta(days=1)
        if len(found) >= count and found[count - 1][0] <= beyond:
            break
        found += [
            (abs(datetime.combine(near, time.fromisoformat(wall)) - wanted), near, wall)
            for wall in open_day(near, diary, rules).times
        ]
        found.sort()
    return [(near, wall) for _distance, near, wall in found[:count]]
