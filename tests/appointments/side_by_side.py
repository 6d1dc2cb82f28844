"""The clinic and the one kept on paper, side by side: what both begin with, and where they must agree."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from accounts.models import User
from activity.models import Entry
from appointments.models import Appointment
from clinic.errors import Refused
from clinic.models import Clinic
from doctors.hours import replace_week
from tests import factories
from tests.appointments.paper_clinic import (
    CANCELLATION_NOTICE,
    HORIZON_DAYS,
    MOST_UPCOMING,
    NOTICE,
    PaperClinic,
    PaperDoctor,
    PaperVisit,
    Span,
)

MONDAY = date(2026, 11, 30)
MIDNIGHT = datetime(2026, 11, 29, 21, 0, tzinfo=UTC)  # of Monday, in Nairobi, whose clock never changes
SEVEN = 7 * 60
EVERY_DAY = {day: [(480, 720), (780, 960)] for day in range(1, 8)}
LENGTHS = (30, 20)

doctors = st.integers(0, 1)
which = st.integers(0, 60)
days_ahead = st.integers(-1, HORIZON_DAYS + 1)


def instant(minute: int) -> datetime:
    return MIDNIGHT + timedelta(minutes=minute)


def minute_of(moment: datetime) -> int:
    return int((moment - MIDNIGHT) / timedelta(minutes=1))


def date_of(day: int) -> date:
    return MONDAY + timedelta(days=day)


def wall(minute: int) -> time:
    return time(minute // 60, minute % 60)


def week_of(hours: dict[int, list[Span]]) -> dict[int, list[tuple[time, time]]]:
    return {day: [(wall(opens), wall(closes)) for opens, closes in spans] for day, spans in hours.items()}


class SideBySide(RuleBasedStateMachine):
    """Each rule does one thing to both; after each, both must know the same."""

    def __init__(self) -> None:
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()
        Clinic.objects.update(
            booking_horizon_days=HORIZON_DAYS,
            minimum_notice_minutes=NOTICE,
            cancellation_notice_minutes=CANCELLATION_NOTICE,
            max_upcoming_per_patient=MOST_UPCOMING,
        )
        self.admin = factories.AdminFactory(seat=1).user
        self.patients = [profile.user for profile in factories.PatientFactory.create_batch(3)]
        self.doctors = [self._doctor(length) for length in LENGTHS]
        self.paper = PaperClinic(
            now=SEVEN,
            doctors={
                doctor.pk: PaperDoctor(length, EVERY_DAY)
                for doctor, length in zip(self.doctors, LENGTHS, strict=True)
            },
            active_patients={patient.pk for patient in self.patients},
        )

    def _doctor(self, length: int) -> User:
        doctor = factories.DoctorFactory(slot_minutes=length)
        replace_week(doctor=doctor, week=week_of(EVERY_DAY), by=doctor.user, now=MIDNIGHT)
        return doctor.user

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    @property
    def now(self) -> datetime:
        return instant(self.paper.now)

    def do(self, act: Callable[..., Any], **what: Any) -> Any:
        """What an act returned, or the code of its refusal; either is one whole transaction."""
        try:
            with transaction.atomic():
                return act(**what)
        except Refused as refusal:
            return refusal.code

    def visit(self, index: int) -> int | None:
        """One of the visits: mostly one that still stands, as most acts are on those."""
        standing = [pk for pk, visit in self.paper.visits.items() if visit.status == "scheduled"]
        ids = standing if standing and index % 4 else list(self.paper.visits)
        return ids[index % len(ids)] if ids else None

    def nearly_time_for(self, index: int, before: int) -> int | None:
        """One of the visits to come, when there are so many minutes left: comparisons go wrong there."""
        coming = [pk for pk, visit in self.paper.visits.items() if visit in self.paper.ahead()]
        if not coming:
            return None
        pk = coming[index % len(coming)]
        self.paper.now = max(self.paper.now, self.paper.visits[pk].start - before)
        return pk

    def settled(self, touched: list[PaperVisit], choice: bool | None, result: Any) -> bool:
        """Whether the act went through; its touched visits are cancelled on paper where it says so."""
        if touched and choice is None:
            assert result == "would_cancel_appointments"
            return False
        assert not isinstance(result, str), result
        for visit in touched if choice else []:
            visit.status = "cancelled"
        return True

    @rule(minutes_on=st.sampled_from([7, 30, 65, 65, 240]))
    def time_passes(self, minutes_on: int) -> None:
        self.paper.now += minutes_on

    @rule()
    def look_into_the_log(self) -> None:
        assert Entry.objects.filter(action="appointment.booked").count() == len(self.paper.visits)

    @invariant()
    def both_know_the_same_visits(self) -> None:
        columns = ("pk", "doctor_id", "patient_id", "starts_at", "ends_at", "status", "checked_in_at")
        stored = {
            pk: PaperVisit(doctor, patient, minute_of(start), minute_of(end), status, arrived is not None)
            for pk, doctor, patient, start, end, status, arrived in Appointment.objects.values_list(*columns)
        }
        assert stored == self.paper.visits
