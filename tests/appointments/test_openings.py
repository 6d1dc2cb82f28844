"""When is a doctor free? The rules of one day, without a database."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from appointments.openings import Diary, Interval, OpenDay, Rules, Spans, open_day, verdict

NAIROBI = ZoneInfo("Africa/Nairobi")
TUESDAY = date(2026, 12, 1)
MONDAY_MORNING = datetime(2026, 11, 30, 4, 0, tzinfo=UTC)
WEEK = {2: [(time(8), time(10))]}


def at(clock: str, day: date = TUESDAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=NAIROBI).astimezone(UTC)


def span(begins: str, ends: str) -> Interval:
    return Interval(at(begins), at(ends))


def rules(now=MONDAY_MORNING, notice=0, closed=None) -> Rules:
    today = now.astimezone(NAIROBI).date()
    return Rules(NAIROBI, now, today, today + timedelta(days=60), timedelta(minutes=notice), closed or {})


def diary(**changes) -> Diary:
    return Diary(**{"available": True, "length": timedelta(minutes=30), "week": WEEK, **changes})


def test_an_open_day():
    assert open_day(TUESDAY, diary(), rules()) == OpenDay(TUESDAY, ["08:00", "08:30", "09:00", "09:30"])


def test_a_remainder_is_dropped():
    assert open_day(TUESDAY, diary(length=timedelta(minutes=50)), rules()).times == ["08:00", "08:50"]


@pytest.mark.parametrize(
    "what,expected",
    [
        ({"taken": Spans([span("08:30", "09:00")])}, ["08:00", "09:00", "09:30"]),
        ({"taken": Spans([span("08:20", "08:31")])}, ["09:00", "09:30"]),
        ({"away": Spans([span("08:00", "09:00"), span("08:30", "09:30")])}, ["09:30"]),
        (
            {"taken": Spans([span("07:00", "08:00"), span("10:00", "11:00")])},
            ["08:00", "08:30", "09:00", "09:30"],
        ),
    ],
)
def test_what_touches_a_piece_closes_it(what, expected):
    assert open_day(TUESDAY, diary(**what), rules()).times == expected


EVENING_BEFORE = {"now": at("09:30")}


@pytest.mark.parametrize(
    "day,what,clinic,why",
    [
        (date(2026, 11, 29), {}, {}, "past"),
        (date(2027, 2, 2), {}, {"closed": {date(2027, 2, 2): "Holiday"}}, "beyond_horizon"),
        (TUESDAY, {"available": False}, {"closed": {TUESDAY: "Jamhuri Day"}}, "closed"),
        (TUESDAY, {"available": False, "week": {}}, {}, "unavailable"),
        (TUESDAY, {"week": {}}, {}, "not_working"),
        (TUESDAY, {"length": timedelta(minutes=150)}, {}, "not_working"),
        (TUESDAY, {"away": Spans([span("08:00", "10:00")])}, {"now": at("09:30")}, "away"),
        (TUESDAY, {"taken": Spans([span("08:00", "10:00")])}, {"now": at("09:30")}, "too_soon"),
        (TUESDAY, {"taken": Spans([span("08:00", "10:00")])}, {}, "full"),
    ],
)
def test_why_a_day_has_none_is_the_first_reason_that_applies(day, what, clinic, why):
    answer = open_day(day, diary(**what), rules(**clinic))
    assert (answer.times, answer.why_none) == ([], why)
    assert answer.closed_name == ("Jamhuri Day" if why == "closed" else None)


def test_a_time_that_has_begun_is_not_open_and_one_within_the_notice_neither():
    assert open_day(TUESDAY, diary(), rules(now=at("08:30"))).times == ["09:00", "09:30"]
    assert open_day(TUESDAY, diary(), rules(now=at("08:00"), notice=60)).times == ["09:00", "09:30"]


@pytest.mark.parametrize("wall", [f"{h:02}:{m:02}" for h in range(7, 11) for m in (0, 15, 30, 45)])
@pytest.mark.parametrize(
    "what", [{}, {"taken": Spans([span("08:30", "09:00")])}, {"available": False}, {"week": {}}]
)
def test_what_is_shown_is_what_can_be_booked(wall, what):
    shown = wall in open_day(TUESDAY, diary(**what), rules(now=at("08:10"))).times
    accepted = verdict(TUESDAY, time.fromisoformat(wall), diary(**what), rules(now=at("08:10")))
    assert shown == isinstance(accepted, Interval)
