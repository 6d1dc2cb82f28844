"""How the sending is: when a worker was last alive, what has waited for how long, and what was given up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection

from notifications.models import Heart, State

LONGEST_SILENCE = timedelta(minutes=3)  # of a heart that beats each minute

ASKED = """
SELECT (SELECT beat_at FROM notifications_heart),
       (SELECT min(due_at) FROM notifications_message WHERE state IN (%s, %s) AND due_at <= %s),
       (SELECT count(*) FROM notifications_message WHERE state = %s)
"""


@dataclass(frozen=True, slots=True)
class Health:
    """`beat_at` is empty where no worker has ever run, `oldest_due_at` where nothing waits."""

    beat_at: datetime | None
    is_alive: bool
    oldest_due_at: datetime | None
    failed: int


def beat(now: datetime) -> None:
    Heart.objects.update_or_create(pk=1, defaults={"beat_at": now})


def health(now: datetime) -> Health:
    """One statement."""
    with connection.cursor() as cursor:
        cursor.execute(ASKED, [State.DUE, State.SENDING, now, State.FAILED])
        beat_at, oldest_due_at, failed = cursor.fetchone()
    alive = beat_at is not None and beat_at > now - LONGEST_SILENCE
    return Health(beat_at=beat_at, is_alive=alive, oldest_due_at=oldest_due_at, failed=failed)
