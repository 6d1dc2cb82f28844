"""What the doctors of the demo clinic wrote of their patients, and read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from accounts.ages import age_on
from accounts.models import PatientProfile
from activity.models import Entry
from appointments.demo.diary import GROWN_UP
from appointments.demo.telling import Act
from appointments.demo.words import HISTORIES
from appointments.lifecycle import Status
from appointments.models import Appointment
from doctors.models import HistoryReading, MedicalHistoryVersion

AFTER_A_LOOK = timedelta(minutes=2)


def write_histories(
    patients: list[PatientProfile], visits: Iterable[Appointment], today: date, rng: Random
) -> list[Entry]:
    """Every third patient has a history, a version from each of his last completed visits."""
    attended: dict[int, list[Appointment]] = defaultdict(list)
    for visit in sorted(visits, key=lambda visit: visit.starts_at):
        if visit.status == Status.COMPLETED:
            attended[visit.patient_id].append(visit)
    pairs: list[tuple[MedicalHistoryVersion, Appointment]] = []
    for patient in patients[::3]:
        pairs += _versions(patient, attended[patient.pk], today, rng)
    versions = MedicalHistoryVersion.objects.bulk_create(
        sorted((version for version, _visit in pairs), key=lambda version: version.written_at)
    )
    PatientProfile.objects.bulk_update(patients, ["medical_history"])
    written = [
        Act("medical_history.written", row.written_by, row.written_at, {"version": row.pk}).on(
            f"patient:{row.patient_id}"
        )
        for row in versions
    ]
    return written + _readings([visit for _version, visit in pairs])


def _versions(
    patient: PatientProfile, attended: list[Appointment], today: date, rng: Random
) -> list[tuple[MedicalHistoryVersion, Appointment]]:
    whose = "adult" if age_on(patient.date_of_birth, today) >= GROWN_UP else "child"
    texts = list(accumulate(rng.choice(HISTORIES[whose]), "{}\n{}".format))
    pairs = []
    for text, visit in zip(texts, attended[-len(texts) :], strict=False):
        patient.medical_history = text
        version = MedicalHistoryVersion(
            patient=patient, text=text, written_by=visit.doctor.user, written_at=visit.ends_at
        )
        pairs.append((version, visit))
    return pairs


def _readings(visits: list[Appointment]) -> list[Entry]:
    """Each doctor who wrote had looked first."""
    HistoryReading.objects.bulk_create(
        HistoryReading(
            patient_id=visit.patient_id,
            reader=visit.doctor.user,
            hour=(visit.starts_at + AFTER_A_LOOK).replace(minute=0, second=0),
        )
        for visit in visits
    )
    return [
        Act("medical_history.read", visit.doctor.user, visit.starts_at + AFTER_A_LOOK).on(
            f"patient:{visit.patient_id}"
        )
        for visit in visits
    ]
