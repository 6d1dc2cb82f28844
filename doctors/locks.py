"""The lock under which a doctor's time changes hands: his row, always taken before any other."""

from __future__ import annotations

from accounts.models import DoctorProfile


def lock_doctors(*ids: int) -> None:
    """Lock the rows of these doctors, or of all, so that nobody is booked meanwhile.

    The lock lets inserts go on that only refer to the row.
    """
    rows = DoctorProfile.objects.select_for_update(no_key=True).order_by("pk")
    list((rows.filter(pk__in=ids) if ids else rows).values_list("pk"))
