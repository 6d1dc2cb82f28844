"""How a doctor practises: whether he takes bookings, how long a visit is, what he is."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.models import DoctorProfile, User
from activity.log import record
from clinic.errors import refusing_violations_of


@transaction.atomic
def change(*, doctor: DoctorProfile, by: User, now: datetime, **changes: Any) -> DoctorProfile:
    """Change `availability`, `slot_minutes`, `specialization`, `license_number`. Visits that stand, stand."""
    doctor = DoctorProfile.objects.select_for_update(no_key=True).get(pk=doctor.pk)
    license_number = changes.pop("license_number", None)
    changed = {name: value for name, value in changes.items() if getattr(doctor, name) != value}
    for name, value in changed.items():
        setattr(doctor, name, value)
    doctor.save(update_fields=changed.keys())
    if license_number is not None:
        with_another = User.objects.filter(pk=doctor.pk).exclude(license_number=license_number)
        with refusing_violations_of(User):
            if with_another.update(license_number=license_number):
                changed["license_number"] = license_number
    if changed:
        details = {"availability": changed["availability"]} if "availability" in changed else {}
        record("doctor.changed", f"user:{doctor.pk}", by=by, at=now, fields=sorted(changed), **details)
    return doctor
