"""How often anyone may register from one address."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection

from accounts.refusals import Throttled

COUNT = """
INSERT INTO accounts_tally AS kept (what, address, hour, count) VALUES (%s, %s, %s, 1)
ON CONFLICT (what, address, hour) DO UPDATE SET count = kept.count + 1
RETURNING count
"""
HOUR = timedelta(hours=1)


def count_registration(address: str | None, now: datetime) -> None:
    """Raises Throttled once this address has asked often enough within the clock's hour."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    with connection.cursor() as cursor:
        cursor.execute(COUNT, ["register", address or "unknown", hour])
        (count,) = cursor.fetchone()
    if count > settings.REGISTRATIONS_PER_HOUR:
        raise Throttled(math.ceil((hour + HOUR - now).total_seconds()))
