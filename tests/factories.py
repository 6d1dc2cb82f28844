"""People and visits for tests. Every factory makes something valid; sequences keep what is unique apart.

What is personal is recognisable: tests/quiet.py looks for it in everything that is logged.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache

import factory
from django.contrib.auth.hashers import make_password
from factory.django import DjangoModelFactory
from pyotp import TOTP

from accounts.encryption import encrypted
from accounts.models import (
    AdminProfile,
    Authenticator,
    DoctorProfile,
    PatientProfile,
    Registration,
    Session,
    User,
)
from appointments.models import Appointment
from clinic.models import ClosedDay
from doctors.models import TimeOff, WorkingHours

PASSWORD = "a-canary-of-a-secret"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
LONG_AGO = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


@cache
def hashed(password: str) -> str:
    """One hash for everybody: hashing is slow on purpose."""
    return make_password(password)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    national_id = factory.Sequence(lambda n: f"CANARY{n:05d}")
    email = factory.Sequence(lambda n: f"canary{n}@example.com")
    phone_number = factory.Sequence(lambda n: f"254790{n:06d}")
    full_name = factory.Sequence(lambda n: f"Canary Person {n:04d}")
    role = "patient"
    state = "active"
    created_at = LONG_AGO
    password = factory.LazyFunction(lambda: hashed(PASSWORD))
    license_number = factory.Maybe(
        factory.LazyAttribute(lambda user: user.role == "doctor"),
        factory.Sequence(lambda n: f"LIC{n:05d}"),
        None,
    )


class RegistrationFactory(DjangoModelFactory):
    """A patient who waits to be activated; hand in `user` for other roles."""

    class Meta:
        model = Registration

    user = factory.SubFactory(UserFactory, state="pending")
    date_of_birth = date(1990, 5, 17)
    gender = "female"


class PatientFactory(DjangoModelFactory):
    class Meta:
        model = PatientProfile

    user = factory.SubFactory(UserFactory, role="patient")
    date_of_birth = date(1990, 5, 17)
    gender = "female"


class DoctorFactory(DjangoModelFactory):
    class Meta:
        model = DoctorProfile

    user = factory.SubFactory(UserFactory, role="doctor")
    specialization = "General practice"


class AdminFactory(DjangoModelFactory):
    class Meta:
        model = AdminProfile

    user = factory.SubFactory(UserFactory, role="admin")
    seat = 1


class SessionFactory(DjangoModelFactory):
    class Meta:
        model = Session

    user = factory.SubFactory(UserFactory)
    address = "127.0.0.1"
    created_at = factory.LazyFunction(lambda: datetime.now(UTC))
    last_seen = factory.SelfAttribute("created_at")
    rotated_at = factory.SelfAttribute("created_at")
    refresh_jti = factory.Sequence(lambda n: f"{n:032x}")


class AuthenticatorFactory(DjangoModelFactory):
    """An app that has been given its secret; whether codes are asked for, `two_step_on` says."""

    class Meta:
        model = Authenticator

    user = factory.SubFactory(UserFactory)
    encrypted_secret = factory.LazyFunction(lambda: encrypted(SECRET))


class HoursFactory(DjangoModelFactory):
    class Meta:
        model = WorkingHours

    doctor = factory.SubFactory(DoctorFactory)
    weekday = 1
    opens = time(8, 0)
    closes = time(12, 0)


class TimeOffFactory(DjangoModelFactory):
    class Meta:
        model = TimeOff

    doctor = factory.SubFactory(DoctorFactory)
    starts_at = datetime(2026, 12, 7, 5, 0, tzinfo=UTC)
    ends_at = datetime(2026, 12, 7, 14, 0, tzinfo=UTC)


class ClosedDayFactory(DjangoModelFactory):
    class Meta:
        model = ClosedDay

    date = factory.Sequence(lambda n: date(2026, 12, 12) + timedelta(days=n))
    name = "Holiday"


class VisitFactory(DjangoModelFactory):
    """A scheduled half hour on Tuesday 1 December 2026, 08:00 in Nairobi."""

    class Meta:
        model = Appointment

    doctor = factory.SubFactory(DoctorFactory)
    patient = factory.SubFactory(PatientFactory)
    starts_at = datetime(2026, 12, 1, 5, 0, tzinfo=UTC)
    ends_at = factory.LazyAttribute(lambda visit: visit.starts_at + timedelta(minutes=30))
    created_at = LONG_AGO


def two_step_on(user: User) -> User:
    """Switch a person's two-step sign-in on; `code` answers what the app shows."""
    AuthenticatorFactory(user=user)
    user.two_step_since = LONG_AGO
    user.save(update_fields=["two_step_since"])
    return user


def code(now: datetime | None = None) -> str:
    """What everybody's authenticator app shows now, or then."""
    return TOTP(SECRET).at(now or datetime.now(UTC))


def working_week(doctor: DoctorProfile, *spans: tuple[str, str]) -> None:
    """Give a doctor the same hours from Monday to Friday; 08:00–12:00 and 13:00–17:00 if not told."""
    for weekday in range(1, 6):
        for opens, closes in spans or (("08:00", "12:00"), ("13:00", "17:00")):
            WorkingHours.objects.create(
                doctor=doctor,
                weekday=weekday,
                opens=time.fromisoformat(opens),
                closes=time.fromisoformat(closes),
            )
