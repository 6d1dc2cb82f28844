"""A clinic with many doctors, many open times and ten thousand visits behind it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

from django.contrib.auth.hashers import make_password
from django.db import connection

from accounts.models import DoctorProfile, PatientProfile, Session, User
from accounts.tokens import pair_for
from appointments.models import Appointment
from clinic.models import Clinic
from doctors.models import WorkingHours

DOCTORS = 50
PATIENTS = 400
STORED = 10_000
SHORT = 20
PASSWORD = "a-password-for-measuring"
HALF_HOUR = timedelta(minutes=30)


def fill(now: datetime) -> tuple[list[int], list[tuple[User, str]]]:
    """The doctors' ids, and the patients with an access token each.

    The last patient has all the stored visits, the last but one a page of them.
    """
    Clinic.objects.update(booking_horizon_days=730, max_upcoming_per_patient=1000)
    password = make_password(PASSWORD)
    people = User.objects.bulk_create(_person(n, password, now) for n in range(DOCTORS + PATIENTS))
    doctors, patients = people[:DOCTORS], people[DOCTORS:]
    DoctorProfile.objects.bulk_create(
        DoctorProfile(user=user, specialization="General practice") for user in doctors
    )
    PatientProfile.objects.bulk_create(
        PatientProfile(user=user, date_of_birth=date(1990, 5, 17), gender="female") for user in patients
    )
    WorkingHours.objects.bulk_create(
        WorkingHours(doctor_id=user.pk, weekday=weekday, opens=time(9), closes=time(17))
        for user in doctors
        for weekday in range(1, 8)
    )
    ids = [user.pk for user in doctors]
    _store(STORED, patients[-1].pk, ids, now)
    _store(SHORT, patients[-2].pk, ids[1:] + ids[:1], now)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as autovacuum does in a clinic that has been open for a while
    return ids, list(zip(patients, _tokens(patients, now), strict=True))


def _person(n: int, password: str, now: datetime) -> User:
    is_doctor = n < DOCTORS
    return User(
        national_id=f"5{n:07d}",
        email=f"person{n}@clinic.example",
        phone_number=f"2547{n:08d}",
        full_name=f"Person {n:04d}",
        role="doctor" if is_doctor else "patient",
        license_number=f"L{n}" if is_doctor else None,
        state="active",
        created_at=now,
        password=password,
    )


def _store(count: int, patient: int, doctors: list[int], now: datetime) -> None:
    """Kept visits of one patient, one after another into the past, each with the next doctor."""
    last = datetime.combine(now.date() - timedelta(days=1), time.min, tzinfo=UTC)
    visits = (
        Appointment(
            doctor_id=doctors[n % len(doctors)],
            patient_id=patient,
            starts_at=last - (n + 1) * HALF_HOUR,
            ends_at=last - n * HALF_HOUR,
            status="completed",
            created_at=last - (n + 2) * HALF_HOUR,
        )
        for n in range(count)
    )
    Appointment.objects.bulk_create(visits, batch_size=2000)


def _tokens(people: list[User], now: datetime) -> list[str]:
    sessions = Session.objects.bulk_create(
        Session(user=user, created_at=now, last_seen=now, rotated_at=now, refresh_jti=uuid4().hex)
        for user in people
    )
    return [pair_for(session, now).access for session in sessions]
