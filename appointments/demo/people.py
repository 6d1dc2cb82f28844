"""The people of the demo clinic: those who are in, and those who wait to be let in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random
from typing import Any

from django.contrib.auth.hashers import make_password

from accounts.models import AdminProfile, DoctorProfile, PatientProfile, Registration, Role, State, User
from activity.models import Entry
from appointments.demo import cast
from appointments.demo.cast import Part, Practice
from appointments.demo.telling import Act
from appointments.demo.words import REJECTION
from clinic import demo
from clinic.intervals import instant_of
from clinic.models import Clinic

FIRST_DIGIT = {Role.ADMIN: 1, Role.DOCTOR: 2, Role.PATIENT: 3}
HANDLED_AFTER = timedelta(hours=5)


@dataclass(frozen=True, slots=True)
class People:
    """Those who are in."""

    admin: User
    doctors: list[DoctorProfile]
    patients: list[PatientProfile]


class Desk:
    """Where people register. Whoever came within the last days still waits."""

    def __init__(self, clinic: Clinic, now: datetime, rng: Random) -> None:
        self.clinic, self.now, self.rng = clinic, now, rng
        self.today = clinic.today(now)
        self.password = make_password(demo.PASSWORD)
        self.registrations: list[Registration] = []

    def admin(self, name: str, state: State = State.ACTIVE) -> None:
        self._register(name, Role.ADMIN, state)

    def doctor(self, practice: Practice, state: State = State.ACTIVE) -> None:
        license_number = f"KMPDC-{4100 + 37 * len(self.registrations)}"
        asked = {"specialization": practice.specialization, "license_number": license_number}
        self._register(practice.name, Role.DOCTOR, state, **asked)

    def patient(self, part: Part, state: State = State.ACTIVE) -> None:
        born = self.today - timedelta(days=part.age * 365 + self.rng.randrange(92, 365))
        self._register(part.name, Role.PATIENT, state, date_of_birth=born, gender=part.gender)

    def _register(self, name: str, role: Role, state: State, **asked: Any) -> None:
        number = sum(row.user.role == role for row in self.registrations) + 1
        user = User(
            national_id=f"{FIRST_DIGIT[role]}{number:07d}",
            email=f"{name.lower().replace(' ', '.')}@example.com",
            phone_number=f"25472{(len(self.registrations) + 1) * 1_234_577 % 10_000_000:07d}",
            full_name=name,
            license_number=asked.get("license_number"),
            language=self.rng.choice(["en", "en", "en", "sw"]) if number > 1 else "en",
            role=role,
            state=state,
            created_at=self._came_at(state),
            password=self.password,
        )
        self.registrations.append(Registration(user=user, **asked))

    def _came_at(self, state: State) -> datetime:
        if state == State.PENDING:
            return self.now - timedelta(minutes=self.rng.randrange(40, 50 * 60))
        day = self.today - timedelta(days=self.rng.randrange(90, 400))
        return instant_of(day, time(self.rng.randrange(8, 16), self.rng.randrange(60)), self.clinic.zone)


def register_everybody(clinic: Clinic, now: datetime, rng: Random) -> tuple[People, list[Entry]]:
    """Everybody with profiles, and what the log tells of it."""
    desk = Desk(clinic, now, rng)
    _come_in(desk)
    users = User.objects.bulk_create(row.user for row in desk.registrations)
    Registration.objects.bulk_create(desk.registrations)
    active = [row for row in desk.registrations if row.user.state == State.ACTIVE]
    admin = AdminProfile.objects.create(user=users[0], seat=1).user
    doctors = DoctorProfile.objects.bulk_create(
        DoctorProfile(user=row.user, specialization=row.specialization)
        for row in active
        if row.user.role == Role.DOCTOR
    )
    patients = PatientProfile.objects.bulk_create(
        PatientProfile(user=row.user, date_of_birth=row.date_of_birth, gender=row.gender)
        for row in active
        if row.date_of_birth
    )
    entries = [entry for user in users for entry in _told(user, admin)]
    return People(admin, doctors, patients), entries


def _come_in(desk: Desk) -> None:
    desk.admin(cast.ADMIN)
    for practice in cast.DOCTORS:
        desk.doctor(practice)
    for part in cast.PATIENTS:
        desk.patient(part)
    for part in cast.WAITING_PATIENTS:
        desk.patient(part, State.PENDING)
    for practice in cast.WAITING_DOCTORS:
        desk.doctor(practice, State.PENDING)
    for name in cast.WAITING_ADMINS:
        desk.admin(name, State.PENDING)
    desk.patient(cast.REJECTED, State.REJECTED)
    desk.registrations[-1].rejection_reason = REJECTION


def _told(user: User, admin: User) -> list[Entry]:
    """A registration, and what was decided on it; the first admin comes from the command line."""
    acts = [Act("user.registered", user, user.created_at, {"role": user.role})]
    decided = {State.ACTIVE: "user.activated", State.REJECTED: "user.rejected"}
    if action := decided.get(State(user.state)):
        by = None if user.pk == admin.pk else admin
        acts.append(Act(action, by, user.created_at + HANDLED_AFTER))
    return [act.on(user) for act in acts]
