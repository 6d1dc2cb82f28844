"""The hours in which nobody is reminded. Pure: the clock is an argument."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from clinic.intervals import instant_of


def end_of_quiet(
    now: datetime, quiet_from: time | None, quiet_until: time | None, zone: ZoneInfo
) -> datetime:
    """When somebody may be reminded: now, or the end of the quiet hours that `now` lies in.

    They may pass midnight. Without both ends, or with two equal ones, there are none.
    """
    if quiet_from is None or quiet_until is None:
        return now
    wall = now.astimezone(zone)
    clock, day = wall.time(), wall.date()
    if quiet_from <= quiet_until:
        quiet = quiet_from <= clock < quiet_until
    else:
        quiet = clock >= quiet_from or clock < quiet_until
        day += timedelta(days=clock >= quiet_from)
    return max(now, instant_of(day, quiet_until, zone)) if quiet else now
