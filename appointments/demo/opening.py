"""Opening the demo clinic: everything written in bulk, in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from random import Random

from django.db import transaction

from accounts.models import DoctorProfile
from activity.models import Entry
from appointments.demo import cast, histories
from appointments.demo.diary import Diary
from appointments.demo.people import People, register_everybody
from appointments.demo.stories import Teller
from appointments.demo.words import TIME_OFF
from appointments.models import Appointment
from clinic.intervals import Interval, instant_of
from clinic.models import Clinic, ClosedDay
from doctors.models import TimeOff, WorkingHours
from doctors.schedule import Week

STEPS = ("the clinic", "people", "hours", "visits", "medical histories", "the log", "done")
# Public holidays of Kenya that fall on the same date each year.
HOLIDAYS = {
    (1, 1): "New Year's Day",
    (5, 1): "Labour Day",
    (6, 1): "Madaraka Day",
    (10, 10): "Mazingira Day",
    (10, 20): "Mashujaa Day",
    (12, 12): "Jamhuri Day",
    (12, 25): "Christmas Day",
    (12, 26): "Boxing Day",
}
LEAVE = (-2, 9)


@transaction.atomic
def open_clinic(now: datetime, show: Callable[[int, int, str], None]) -> None:
    """Fill the empty tables. The same day gives the same clinic; `now` says which visits are over."""
    now = now.replace(microsecond=0)
    steps = iter(enumerate(STEPS))

    def begin() -> None:
        number, what = next(steps)
        show(number, len(STEPS) - 1, what)

    begin()
    clinic = _name_the_clinic()
    today = clinic.today(now)
    rng = Random(today.toordinal())
    closed = _close_for_holidays(today)
    begin()
    people, entries = register_everybody(clinic, now, rng)
    begin()
    weeks, leave = _give_hours(people), _take_leave(people, clinic, today)
    begin()
    planned = Diary(clinic, people, weeks, leave, closed, today, rng).fill()
    teller = Teller(clinic, people, now, rng)
    stories = sorted(map(teller.story_of, planned), key=lambda story: story.visit.created_at)
    visits = Appointment.objects.bulk_create(story.visit for story in stories)
    entries += [entry for story in stories for entry in story.entries()]
    begin()
    entries += histories.write_histories(people.patients, visits, today, rng)
    begin()
    Entry.objects.bulk_create(sorted(entries, key=lambda entry: entry.at))
    begin()


def _name_the_clinic() -> Clinic:
    clinic = Clinic.objects.current()
    clinic.name = "Mara Clinic"
    clinic.time_zone, clinic.country = "Africa/Nairobi", "KE"
    clinic.phone_number, clinic.email = "254202712345", "desk@mara-clinic.example"
    clinic.address = "Ngong Road 214, Nairobi"
    clinic.save()
    return clinic


def _close_for_holidays(today: date) -> set[date]:
    """The clinic is closed on the next two public holidays."""
    days = (today + timedelta(days=n) for n in range(1, 366))
    holidays = [(day, HOLIDAYS[day.month, day.day]) for day in days if (day.month, day.day) in HOLIDAYS][:2]
    ClosedDay.objects.bulk_create(ClosedDay(date=day, name=name) for day, name in holidays)
    return {day for day, _name in holidays}


def _give_hours(people: People) -> dict[int, Week]:
    weeks = {}
    for doctor, practice in zip(people.doctors, cast.DOCTORS, strict=True):
        doctor.slot_minutes = practice.slot_minutes
        doctor.availability = practice.name != cast.UNAVAILABLE
        weeks[doctor.pk] = {
            weekday: [(time.fromisoformat(opens), time.fromisoformat(closes)) for opens, closes in spans]
            for weekday, spans in cast.ROSTERS[practice.hours].items()
        }
    DoctorProfile.objects.bulk_update(people.doctors, ["slot_minutes", "availability"])
    WorkingHours.objects.bulk_create(
        WorkingHours(doctor_id=pk, weekday=weekday, opens=opens, closes=closes)
        for pk, week in weeks.items()
        for weekday, spans in week.items()
        for opens, closes in spans
    )
    return weeks


def _take_leave(people: People, clinic: Clinic, today: date) -> dict[int, list[Interval]]:
    """One doctor is away today, and for some days to both sides."""
    doctor = next(doctor for doctor in people.doctors if doctor.user.full_name == cast.AWAY)
    first, last = (instant_of(today + timedelta(days=n), time.min, clinic.zone) for n in LEAVE)
    TimeOff.objects.create(doctor=doctor, starts_at=first, ends_at=last, reason=TIME_OFF)
    return {doctor.pk: [Interval(first, last)]}
