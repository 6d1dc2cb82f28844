"""The pieces of a day, and which weeks can stand. No database."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from clinic.intervals import Interval
from doctors.schedule import pieces_of_day, rows_that_cannot_stand


def week(day: date, *spans: tuple[str, str]):
    return {day.isoweekday(): [tuple(time.fromisoformat(wall) for wall in span) for span in spans]}


def walls(day: date, zone: str, minutes: int, *spans: tuple[str, str]) -> list[str]:
    pieces = pieces_of_day(day, week(day, *spans), timedelta(minutes=minutes), ZoneInfo(zone))
    return [wall for wall, _piece in pieces]


def test_a_morning_in_nairobi():
    tuesday = date(2026, 12, 1)
    pieces = pieces_of_day(
        tuesday, week(tuesday, ("08:00", "09:40")), timedelta(minutes=45), ZoneInfo("Africa/Nairobi")
    )
    five, quarter_to_six, half_past_six = (
        datetime(2026, 12, 1, hour, minute, tzinfo=UTC) for hour, minute in ((5, 0), (5, 45), (6, 30))
    )
    assert pieces == [
        ("08:00", Interval(five, quarter_to_six)),
        ("08:45", Interval(quarter_to_six, half_past_six)),
    ]


def test_intervals_come_in_order_and_other_weekdays_do_not_count():
    tuesday = date(2026, 12, 1)
    hours = {**week(tuesday, ("13:00", "14:00"), ("08:00", "09:00")), 3: [(time(10), time(11))]}
    pieces = pieces_of_day(tuesday, hours, timedelta(minutes=30), ZoneInfo("Africa/Nairobi"))
    assert [wall for wall, _piece in pieces] == ["08:00", "08:30", "13:00", "13:30"]
    assert pieces_of_day(date(2026, 12, 3), hours, timedelta(minutes=30), ZoneInfo("Africa/Nairobi")) == []


@pytest.mark.parametrize(
    "zone,day,minutes,span,expected",
    [
        # The clock leaps from 02:00 to 03:00.
        ("Europe/Berlin", date(2026, 3, 29), 30, ("01:00", "04:00"), ["01:00", "01:30", "03:00", "03:30"]),
        ("Europe/Berlin", date(2026, 3, 29), 30, ("02:10", "04:00"), ["03:00", "03:30"]),
        ("Europe/Berlin", date(2026, 3, 29), 30, ("01:00", "02:30"), ["01:00", "01:30"]),
        ("Europe/Berlin", date(2026, 3, 29), 15, ("02:10", "02:50"), []),
        # It shows 02:00 to 03:00 twice.
        (
            "Europe/Berlin",
            date(2026, 10, 25),
            30,
            ("01:00", "04:00"),
            ["01:00", "01:30", "02:00", "02:30", "03:00", "03:30"],
        ),
        ("Europe/Berlin", date(2026, 10, 25), 30, ("02:00", "03:00"), ["02:00", "02:30"]),
        ("Europe/Berlin", date(2026, 10, 25), 30, ("01:00", "02:30"), ["01:00", "01:30", "02:00"]),
        # The day begins at 01:00; half a year later its last hour comes twice.
        ("Asia/Beirut", date(2026, 3, 29), 30, ("00:00", "02:00"), ["01:00", "01:30"]),
        ("Asia/Beirut", date(2026, 10, 24), 30, ("22:00", "23:59"), ["22:00", "22:30", "23:00"]),
        ("Asia/Beirut", date(2026, 10, 25), 30, ("00:00", "01:00"), ["00:00", "00:30"]),
        # The same in Cuba, where the first hour of the day comes twice.
        ("America/Havana", date(2026, 3, 8), 60, ("00:00", "03:00"), ["01:00", "02:00"]),
        ("America/Havana", date(2026, 11, 1), 60, ("00:00", "03:00"), ["00:00", "01:00", "02:00"]),
        # Samoa crossed the date line: there was no such day.
        ("Pacific/Apia", date(2011, 12, 30), 30, ("08:00", "17:00"), []),
        ("Pacific/Apia", date(2011, 12, 31), 60, ("08:00", "10:00"), ["08:00", "09:00"]),
        # By half an hour.
        ("Australia/Lord_Howe", date(2026, 10, 4), 30, ("01:30", "03:30"), ["01:30", "02:30", "03:00"]),
        (
            "Australia/Lord_Howe",
            date(2026, 4, 5),
            30,
            ("01:00", "03:00"),
            ["01:00", "01:30", "02:00", "02:30"],
        ),
    ],
)
def test_days_on_which_the_clocks_change(zone, day, minutes, span, expected):
    assert walls(day, zone, minutes, span) == expected


@pytest.mark.parametrize(
    "rows,wrong",
    [
        ([], {}),
        ([(1, "08:00", "12:00"), (1, "12:00", "13:00"), (2, "08:00", "12:00")], {}),
        ([(1, "08:00", "08:00")], {0: "backwards"}),
        ([(1, "12:00", "08:00"), (1, "09:00", "10:00")], {0: "backwards"}),
        ([(1, "08:00", "12:00"), (1, "11:59", "13:00")], {1: "overlap"}),
        ([(1, "09:00", "10:00"), (1, "08:00", "12:00"), (1, "10:00", "11:00")], {1: "overlap"}),
        (
            [(1, "08:00", "12:00"), (1, "08:00", "12:00"), (1, "11:00", "11:00")],
            {1: "overlap", 2: "backwards"},
        ),
    ],
)
def test_which_rows_of_a_week_cannot_stand(rows, wrong):
    read = [(day, time.fromisoformat(opens), time.fromisoformat(closes)) for day, opens, closes in rows]
    assert rows_that_cannot_stand(read) == wrong


ZONES = [
    "Africa/Cairo",
    "Africa/Casablanca",
    "Africa/Nairobi",
    "America/Havana",
    "America/New_York",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Antarctica/Troll",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Pacific/Apia",
]
FIRST_DAY, LAST_DAY = date(2009, 1, 1), date(2027, 12, 31)


@cache
def days_around_changes(zone: str) -> list[date]:
    """The days on which the zone's offset changes, one before and one after; any day where it never does."""
    count = (LAST_DAY - FIRST_DAY).days
    noons = [datetime(2009, 1, 1, 12, tzinfo=UTC) + timedelta(days=n) for n in range(count)]
    offsets = [noon.astimezone(ZoneInfo(zone)).utcoffset() for noon in noons]
    changed = [noons[n].date() for n in range(1, count) if offsets[n] != offsets[n - 1]]
    around = [day + timedelta(days=shift) for day in changed for shift in (-1, 0, 1)]
    return around or [noon.date() for noon in noons[:7]]


def spans_from(minutes: list[int]) -> list[tuple[time, time]]:
    walls = [time(minute // 60, minute % 60) for minute in sorted(minutes)]
    return list(zip(walls[::2], walls[1::2], strict=False))


spans = some.lists(some.integers(0, 24 * 60 - 1), min_size=2, max_size=6, unique=True).map(spans_from)


# 900 examples in 12 zones each.
@settings(max_examples=900, deadline=None, database=None)
@given(some.integers(0, 10**6), spans, some.integers(5, 240).map(lambda minutes: timedelta(minutes=minutes)))
def test_whatever_the_zone_and_the_hours(which, spans, length):
    for name in ZONES:
        days = days_around_changes(name)
        check_day(days[which % len(days)], ZoneInfo(name), spans, length)


def check_day(day: date, zone: ZoneInfo, spans: list[tuple[time, time]], length: timedelta) -> None:
    """Pieces last their length, lie in the hours, never overlap, and are times that the clock shows once."""
    pieces = pieces_of_day(day, {day.isoweekday(): spans}, length, zone)
    working = [Interval.on(day, opens, closes, zone) for opens, closes in spans]
    shown_first: dict[str, Interval] = {}
    for piece in (piece for span in working for piece in span.pieces(length)):
        shown = piece.start.astimezone(zone)
        if shown.date() == day:
            shown_first.setdefault(f"{shown:%H:%M}", piece)
    assert pieces == list(shown_first.items())
    for _wall, piece in pieces:
        assert piece.end - piece.start == length
        assert any(span.start <= piece.start and piece.end <= span.end for span in working)
    for (_wall, earlier), (_later_wall, later) in pairwise(pieces):
        assert earlier.end <= later.start
