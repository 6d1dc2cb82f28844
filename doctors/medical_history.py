"""Writing a patient's medical history, and noting who read it. Its text never reaches the log."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from accounts.models import PatientProfile, User
from activity.log import record
from activity.models import Entry
from doctors.models import HistoryReading, MedicalHistoryVersion

READ = "medical_history.read"
WRITTEN = "medical_history.written"


@transaction.atomic
def write(*, patient: User, text: str, by: User, now: datetime) -> PatientProfile:
    """Make `text` the history that counts; what stood before is kept as a version."""
    profile = PatientProfile.objects.select_for_update(no_key=True).get(pk=patient.pk)
    if profile.medical_history != text:
        version = MedicalHistoryVersion.objects.create(
            patient=profile, text=text, written_by=by, written_at=now
        )
        profile.medical_history = text
        profile.save(update_fields=["medical_history"])
        record(WRITTEN, _target(profile.pk), by=by, at=now, version=version.pk)
    return profile


@transaction.atomic
def note_reading(*, patient: User, reader: User, now: datetime) -> None:
    """Log that someone reads the history: once for each reader, patient and hour of the clock.

    The table's constraint decides between two readings at the same time.
    """
    hour = now.replace(minute=0, second=0, microsecond=0)
    _row, is_first = HistoryReading.objects.get_or_create(
        patient_id=patient.pk, reader_id=reader.pk, hour=hour
    )
    if is_first:
        record(READ, _target(patient.pk), by=reader, at=now)


def touches_of(patient: User) -> QuerySet[Entry]:
    """Who read or wrote the history, the latest first."""
    entries = Entry.objects.filter(target=_target(patient.pk), action__in=(READ, WRITTEN))
    return entries.order_by("-pk").with_names()


def _target(patient_id: int) -> str:
    return f"patient:{patient_id}"
