"""Doctors with many open times and patients who are signed in, made in a live clinic's database."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from accounts.models import User
from accounts.tokens import pair_for
from clinic.models import Clinic
from tests import factories
from tests.trials.client import Client
from tests.trials.live import LiveClinic

OPENS, CLOSES = 8, 18
DAYS = range(2, 700)  # from today; the horizon is further than that


@dataclass(frozen=True, slots=True)
class Person:
    user: User
    token: str

    @property
    def id(self) -> int:
        return self.user.pk


@dataclass(frozen=True, slots=True)
class Crowd:
    clinic: LiveClinic
    doctors: list[int]
    patients: list[Person]
    today: date

    def client(self, number: int) -> Client:
        """A new connection of that patient's."""
        return self.clinic.client(self.patients[number % len(self.patients)].token)

    def at(self, port: int) -> Crowd:
        """The same people, who come in by another port."""
        return replace(self, clinic=replace(self.clinic, port=port))

    def client_of_doctor(self, doctor: int) -> Client:
        with self.clinic.tables():
            return self.clinic.client(signed_in(User.objects.get(pk=doctor)).token)

    def times(self, number: int) -> Iterator[dict[str, Any]]:
        """What that patient may ask for to book, each a time that nobody else wants."""
        doctor = self.doctors[number % len(self.doctors)]
        sharing = math.ceil(len(self.patients) / len(self.doctors))
        for day in DAYS[number // len(self.doctors) :: sharing]:
            for minutes in range(0, (CLOSES - OPENS) * 60, 30):
                yield wish(doctor, self.today + timedelta(days=day), minutes)


def wish(doctor: int, day: date, minutes: int = 0) -> dict[str, Any]:
    """The body of a booking, so many minutes after the doctors begin."""
    clock = f"{OPENS + minutes // 60:02}:{minutes % 60:02}"
    return {"doctor": doctor, "appointment_date": day.isoformat(), "appointment_time": clock}


def fill(clinic: LiveClinic, *, doctors: int = 1, patients: int = 1) -> Crowd:
    """Doctors who work every day, and patients who may book as much as they like."""
    with clinic.tables():
        Clinic.objects.update(booking_horizon_days=730, max_upcoming_per_patient=1000)
        made = factories.DoctorFactory.create_batch(doctors)
        for doctor in made:
            for weekday in range(1, 8):
                factories.HoursFactory(
                    doctor=doctor, weekday=weekday, opens=f"{OPENS:02}:00", closes=f"{CLOSES:02}:00"
                )
        people = [signed_in(profile.user) for profile in factories.PatientFactory.create_batch(patients)]
        today = Clinic.objects.current().today(datetime.now(UTC))
    return Crowd(clinic, [doctor.pk for doctor in made], people, today)


def signed_in(user: User) -> Person:
    session = factories.SessionFactory(user=user)
    return Person(user, pair_for(session, session.created_at).access)
