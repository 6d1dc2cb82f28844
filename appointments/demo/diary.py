"""Who sees whom, and when: visits over the past and the coming weeks, each on its doctor's grid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from accounts.ages import age_on
from accounts.models import DoctorProfile, PatientProfile
from appointments.demo.people import People
from clinic.intervals import Interval
from clinic.models import Clinic
from doctors.schedule import Week, pieces_of_day

PAST = 60
AHEAD = 30
MOST_AHEAD = 4
GROWN_UP = 16
# What part of a doctor's times is taken: (this week, before, after).
FULL = (0.65, 0.22, 0.06)
QUIET = (0.09, 0.06, 0.02)
# The demo patient's own visits: days from today, and whose patient she is then.
HER_VISITS = [(-51, 1), (-37, 8), (-23, 10), (-9, 0), (4, 0)]


@dataclass(frozen=True, slots=True)
class Planned:
    """`kept`: neither cancelled nor missed."""

    doctor: DoctorProfile
    patient: PatientProfile
    span: Interval
    kept: bool = False


@dataclass
class Diary:
    clinic: Clinic
    people: People
    weeks: dict[int, Week]
    shut: dict[int, list[Interval]]
    closed: set[date]
    today: date
    rng: Random
    taken: set[tuple[int, datetime]] = field(default_factory=set)
    visits: Counter[int] = field(default_factory=Counter)
    ahead: Counter[int] = field(default_factory=Counter)

    def fill(self) -> list[Planned]:
        return [*self._of_demo_patient(), *self._of_the_others()]

    def pieces(self, doctor: DoctorProfile, day: date) -> list[Interval]:
        """The doctor's times of a day on which he is there."""
        if day in self.closed:
            return []
        length = timedelta(minutes=doctor.slot_minutes or self.clinic.slot_minutes)
        pieces = pieces_of_day(day, self.weeks[doctor.pk], length, self.clinic.zone)
        away = self.shut.get(doctor.pk, [])
        return [piece for _wall, piece in pieces if not any(span.touches(piece) for span in away)]

    def _of_demo_patient(self) -> Iterator[Planned]:
        for offset, index in HER_VISITS:
            doctor = self.people.doctors[index]
            day, step = self.today + timedelta(days=offset), timedelta(days=1 if offset > 0 else -1)
            while not (pieces := self.pieces(doctor, day)):
                day += step
            span = self.rng.choice(pieces)
            self.taken.add((doctor.pk, span.start))
            yield Planned(doctor, self.people.patients[0], span, kept=True)

    def _of_the_others(self) -> Iterator[Planned]:
        for offset in range(-PAST, AHEAD + 1):
            day = self.today + timedelta(days=offset)
            free = {patient.pk: patient for patient in self.people.patients[1:]}
            for doctor in self.people.doctors:
                for span in self._wanted(doctor, day):
                    if patient := self._somebody(doctor, day, list(free.values())):
                        del free[patient.pk]
                        yield Planned(doctor, patient, span)

    def _wanted(self, doctor: DoctorProfile, day: date) -> list[Interval]:
        """Which of the doctor's times people want: as many as fits how full he is, here and there."""
        pieces = [span for span in self.pieces(doctor, day) if (doctor.pk, span.start) not in self.taken]
        count = int(len(pieces) * self._share(doctor, day) + self.rng.random())
        return sorted(self.rng.sample(pieces, count))

    def _share(self, doctor: DoctorProfile, day: date) -> float:
        this_week, before, after = FULL if doctor is self.people.doctors[0] else QUIET
        if day.isocalendar()[:2] == self.today.isocalendar()[:2]:
            return this_week
        return before if day < self.today else after

    def _somebody(
        self, doctor: DoctorProfile, day: date, free: list[PatientProfile]
    ) -> PatientProfile | None:
        """Of a few people whom the doctor may treat, the one who has been here least."""
        ahead = day >= self.today
        fit = [
            patient
            for patient in free
            if self._suits(doctor, patient) and not (ahead and self.ahead[patient.pk] >= MOST_AHEAD)
        ]
        if not fit:
            return None
        few = self.rng.sample(fit, min(4, len(fit)))
        patient = min(few, key=lambda patient: self.visits[patient.pk])
        self.visits[patient.pk] += 1
        self.ahead[patient.pk] += ahead
        return patient

    def _suits(self, doctor: DoctorProfile, patient: PatientProfile) -> bool:
        age = age_on(patient.date_of_birth, self.today)
        match doctor.specialization:
            case "Paediatrics":
                return age < GROWN_UP
            case "Obstetrics and gynaecology":
                return patient.gender == "female" and age >= GROWN_UP
            case _:
                return True
