"""Changing the clinic's settings, and the weekdays on which it opens. Here, because both look at doctors."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import State, User
from activity.log import record
from clinic.models import Clinic
from doctors.locks import lock_doctors
from doctors.models import WorkingHours


@transaction.atomic
def change(*, changes: dict[str, Any], by: User, now: datetime) -> Clinic:
    """Change what the clinic is called, where it is, and its rules. Visits that stand, stand.

    A rule may make times less open, so nobody is booked meanwhile: every doctor's row is locked first.
    """
    lock_doctors()
    clinic = Clinic.objects.select_for_update(no_key=True).get(pk=1)
    changed = [name for name, value in changes.items() if getattr(clinic, name) != value]
    if changed:
        for name in changed:
            setattr(clinic, name, changes[name])
        clinic.save(update_fields=changed)
        record("clinic.changed", clinic, by=by, at=now, fields=sorted(changed))
    return clinic


def opening_weekdays() -> list[int]:
    """The ISO weekdays on which any active doctor works."""
    hours = WorkingHours.objects.filter(doctor__user__state=State.ACTIVE)
    return list(hours.order_by("weekday").values_list("weekday", flat=True).distinct())
