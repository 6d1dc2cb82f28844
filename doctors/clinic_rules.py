"""Changing the clinic's settings, and the weekdays on which it opens. Here, because both look at doctors."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import State, User
from accounts.refusals import TwoStepRequired
from activity.log import record
from clinic.models import Clinic
from doctors.locks import lock_doctors
from doctors.models import WorkingHours


@transaction.atomic
def change(*, changes: dict[str, Any], by: User, now: datetime) -> Clinic:
    """Change what the clinic is called, where it is, and its rules. Visits that stand, stand.

    A rule may make times less open, so nobody is booked meanwhile: every doctor's row is locked first.
    Only who has two-step sign-in himself may require it of a further role; raises TwoStepRequired.
    """
    lock_doctors()
    clinic = Clinic.objects.select_for_update(no_key=True).get(pk=1)
    changed = [name for name, value in changes.items() if getattr(clinic, name) != value]
    if by.two_step_since is None and _newly_required(clinic, changes):
        raise TwoStepRequired
    if changed:
        for name in changed:
            setattr(clinic, name, changes[name])
        clinic.save(update_fields=changed)
        record("clinic.changed", clinic, by=by, at=now, fields=sorted(changed))
    return clinic


def _newly_required(clinic: Clinic, changes: dict[str, Any]) -> set[str]:
    return {*changes.get("two_step_required_for", ())} - {*clinic.two_step_required_for}


def opening_weekdays() -> list[int]:
    """The ISO weekdays on which any active doctor works."""
    hours = WorkingHours.objects.filter(doctor__user__state=State.ACTIVE)
    return list(hours.order_by("weekday").values_list("weekday", flat=True).distinct())
