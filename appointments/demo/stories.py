"""The life of each visit of the demo clinic, told as its acts would have been logged."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from random import Random

from accounts.models import User
from activity.models import Entry
from appointments.demo.diary import Planned
from appointments.demo.people import People
from appointments.demo.telling import Act
from appointments.demo.words import CANCELLED_BY_PATIENTS, CANCELLED_BY_STAFF, REASONS
from appointments.lifecycle import Status
from appointments.models import Appointment
from clinic.intervals import instant_of
from clinic.models import Clinic

ONE_WEEK = timedelta(days=7)


@dataclass(slots=True)
class Story:
    visit: Appointment
    acts: list[Act] = field(default_factory=list)

    def entries(self) -> list[Entry]:
        return [act.on(self.visit) for act in self.acts]


class Teller:
    def __init__(self, clinic: Clinic, people: People, now: datetime, rng: Random) -> None:
        self.clinic, self.people, self.now, self.rng = clinic, people, now, rng

    def story_of(self, planned: Planned) -> Story:
        """What chance decides does not depend on the time of day, so that a day has one demo clinic."""
        booked_at = self._booked_at(planned)
        parties = (planned.patient.user, self.people.admin, planned.doctor.user)
        booker, canceller = (self.rng.choices(parties, weights)[0] for weights in ((15, 3, 2), (7, 2, 1)))
        fate = self.rng.choices(("came", "missed", "cancelled", "moved"), (78, 7, 9, 6))[0]
        early, when = timedelta(minutes=self.rng.randrange(3, 18)), self.rng.random()
        visit = Appointment(
            doctor=planned.doctor,
            patient=planned.patient,
            starts_at=planned.span.start,
            ends_at=planned.span.end,
            reason=self.rng.choice(REASONS[planned.doctor.specialization]),
            created_at=booked_at,
        )
        words = CANCELLED_BY_PATIENTS if canceller == planned.patient.user else CANCELLED_BY_STAFF
        cancel_reason = self.rng.choice(words)
        story = Story(visit)
        self._book(story, booker, moved=fate == "moved" and not planned.kept)
        if fate == "cancelled" and not planned.kept:
            self._cancel(story, canceller, cancel_reason, when)
        elif fate == "missed" and not planned.kept:
            self._miss(story)
        else:
            self._come(story, early)
        return story

    def _booked_at(self, planned: Planned) -> datetime:
        """Some days before the visit, and before today."""
        lead = self.rng.randrange(1, 21)
        clock = time(self.rng.randrange(7, 21), self.rng.randrange(60), self.rng.randrange(60))
        day = self.clinic.today(planned.span.start) - timedelta(days=lead)
        yesterday = self.clinic.today(self.now) - timedelta(days=1)
        return instant_of(min(day, yesterday - timedelta(days=lead % 10)), clock, self.clinic.zone)

    def _book(self, story: Story, by: User, *, moved: bool) -> None:
        visit = story.visit
        first = visit.starts_at + ONE_WEEK if moved else visit.starts_at
        details = {"to": first.isoformat(), "doctor": visit.doctor_id}
        story.acts.append(Act("appointment.booked", by, visit.created_at, details))
        if moved:
            to = {"from": first.isoformat(), "to": visit.starts_at.isoformat(), "doctor": visit.doctor_id}
            story.acts.append(Act("appointment.rescheduled", by, visit.created_at + timedelta(hours=2), to))

    def _cancel(self, story: Story, by: User, reason: str, when: float) -> None:
        """At some time between the booking and the start, or now."""
        visit = story.visit
        at = visit.created_at + (min(visit.starts_at, self.now) - visit.created_at) * when
        visit.status, visit.cancelled_by, visit.cancel_reason = Status.CANCELLED, by, reason
        story.acts.append(Act("appointment.cancelled", by, at.replace(microsecond=0)))

    def _miss(self, story: Story) -> None:
        visit = story.visit
        if visit.ends_at <= self.now:
            visit.status = Status.NO_SHOW
            noted = visit.ends_at - timedelta(minutes=2)
            story.acts.append(Act("appointment.no_show", visit.doctor.user, noted))

    def _come(self, story: Story, early: timedelta) -> None:
        visit = story.visit
        arrival = visit.starts_at - early
        if arrival <= self.now:
            visit.checked_in_at = arrival
            story.acts.append(Act("appointment.checked_in", self.people.admin, arrival))
        if visit.ends_at <= self.now:
            visit.status = Status.COMPLETED
            story.acts.append(Act("appointment.completed", visit.doctor.user, visit.ends_at))
