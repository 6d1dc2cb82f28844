"""Which doctor a path means, and whether he is the reader's to act on."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404
from rest_framework.exceptions import PermissionDenied

from accounts.models import DoctorProfile, Role, State, User
from doctors.week import doctor_with_week

ME = "me"


class DoctorInPath:
    """An id, or `me`."""

    regex = "[0-9]+|me"

    def to_python(self, value: str) -> int | str:
        return value if value == ME else int(value)

    def to_url(self, value: int | str) -> str:
        return str(value)


def active_doctors() -> QuerySet[DoctorProfile]:
    return DoctorProfile.objects.filter(user__state=State.ACTIVE).select_related("user")


def doctor_or_404(
    which: int | str, reader: User, doctors: QuerySet[DoctorProfile] | None = None
) -> DoctorProfile:
    """An active doctor; `me` is the reader, where he is a doctor."""
    if doctors is None:
        doctors = active_doctors()
    return found_or_404(doctors.filter(pk=_meant(which, reader)).first())


def doctor_with_week_or_404(which: int | str, reader: User) -> DoctorProfile:
    return found_or_404(doctor_with_week(_meant(which, reader)))


def found_or_404(doctor: DoctorProfile | None) -> DoctorProfile:
    if doctor is None:
        raise Http404
    return doctor


def _meant(which: int | str, reader: User) -> int:
    if which == ME and reader.role != Role.DOCTOR:
        raise Http404
    return reader.pk if which == ME else int(which)


def own_doctor_or_refuse(which: int | str, reader: User) -> DoctorProfile:
    """An active doctor whose schedule is the reader's to run: himself, or any for an admin."""
    doctor = doctor_or_404(which, reader)
    if reader.role != Role.ADMIN and doctor.pk != reader.pk:
        raise PermissionDenied
    return doctor
