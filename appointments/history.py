"""The history of a visit, as the activity log tells it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from accounts.models import User
from activity.log import target_of
from activity.models import Entry
from appointments.models import Appointment

PREFIX = "appointment."


def history_of(visit: Appointment) -> list[dict[str, Any]]:
    """What happened to a visit, oldest first; `from` and `to` are instants or None."""
    entries = list(Entry.objects.filter(target=target_of(visit), action__startswith=PREFIX).order_by("pk"))
    names = dict(
        User.objects.filter(pk__in={entry.actor for entry in entries}).values_list("pk", "full_name")
    )
    return [
        {
            "at": entry.at,
            "by": entry.actor,
            "by_name": names.get(entry.actor or 0, ""),
            "act": entry.action.removeprefix(PREFIX),
            "from": _instant(entry.details.get("from")),
            "to": _instant(entry.details.get("to")),
        }
        for entry in entries
    ]


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
