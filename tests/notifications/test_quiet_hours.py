"""Nobody is reminded at night, and nobody is forgotten for it"""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from notifications.quiet_hours import end_of_quiet

NAIROBI, BERLIN = ZoneInfo("Africa/Nairobi"), ZoneInfo("Europe/Berlin")
NIGHT = time(21), time(7)


def at(text, zone=NAIROBI):
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    "now, told",
    [
        ("2026-12-01 20:59", "2026-12-01 20:59"),
        ("2026-12-01 21:00", "2026-12-02 07:00"),
        ("2026-12-01 23:59", "2026-12-02 07:00"),
        ("2026-12-02 00:00", "2026-12-02 07:00"),
        ("2026-12-02 06:59", "2026-12-02 07:00"),
        ("2026-12-02 07:00", "2026-12-02 07:00"),
        ("2026-12-31 22:00", "2027-01-01 07:00"),
    ],
)
def test_over_midnight(now, told):
    assert end_of_quiet(at(now), *NIGHT, NAIROBI) == at(told)


@pytest.mark.parametrize(
    "now, told",
    [
        ("2026-12-01 12:59", "2026-12-01 12:59"),
        ("2026-12-01 13:00", "2026-12-01 14:00"),
        ("2026-12-01 14:00", "2026-12-01 14:00"),
    ],
)
def test_within_a_day(now, told):
    assert end_of_quiet(at(now), time(13), time(14), NAIROBI) == at(told)


@pytest.mark.parametrize("hours", [(None, time(7)), (time(21), None), (None, None), (time(7), time(7))])
def test_without_quiet_hours(hours):
    midnight = at("2026-12-02 00:00")

    assert end_of_quiet(midnight, *hours, NAIROBI) == midnight


def test_they_end_by_the_clinics_clock_also_in_the_night_when_it_changes():
    before = at("2027-03-27 23:00", BERLIN)

    assert end_of_quiet(before, *NIGHT, BERLIN) == datetime(2027, 3, 28, 5, 0, tzinfo=UTC)


def test_an_end_that_the_clock_skips_is_the_end_of_the_gap():
    before = at("2027-03-27 23:00", BERLIN)

    assert end_of_quiet(before, time(21), time(2, 30), BERLIN) == datetime(2027, 3, 28, 1, 0, tzinfo=UTC)
