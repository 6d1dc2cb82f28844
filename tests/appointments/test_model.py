"""The whole clinic against one kept on paper: whatever happens in whatever order, both agree."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test

from accounts import registration
from appointments import absence, slots
from clinic.intervals import Interval
from clinic.models import ClosedDay
from doctors import practice
from doctors.absence import give_back_time_off
from doctors.models import TimeOff
from doctors.week import doctor_with_week
from tests.appointments.paper_clinic import DAY, HORIZON_DAYS, Span, overlap
from tests.appointments.side_by_side import (
    EVERY_DAY,
    date_of,
    days_ahead,
    doctors,
    instant,
    wall,
    week_of,
    which,
)
from tests.appointments.visits_side_by_side import VisitsSideBySide

WEEKS: list[dict[int, list[Span]]] = [
    EVERY_DAY,
    {day: [(540, 700)] for day in range(1, 6)},
    {1: [(480, 600), (600, 665)], 3: [(0, 90)], 6: [(1300, 1439)]},
    {},
]
choices = st.sampled_from([None, True, False])
people = st.integers(0, 4)


class WholeClinic(VisitsSideBySide):
    """Visits, and all that happens around them: hours, absences, holidays, people who leave and return."""

    @rule(doctor=doctors, available=st.booleans())
    def switch(self, doctor: int, available: bool) -> None:
        who = self.doctors[doctor]
        self.do(practice.change, doctor=who.doctor_profile, by=who, now=self.now, availability=available)
        self.paper.doctors[who.pk].available = available

    @rule(doctor=doctors, hours=st.sampled_from(WEEKS), choice=choices)
    def new_hours(self, doctor: int, hours: dict[int, list[Span]], choice: bool | None) -> None:
        who = self.doctors[doctor]
        touched = [
            visit for visit in self.paper.ahead() if visit.doctor == who.pk and not visit.is_within(hours)
        ]
        result = self.do(
            absence.replace_hours,
            doctor=who.doctor_profile,
            week=week_of(hours),
            cancel_appointments=choice,
            by=who,
            now=self.now,
        )
        if self.settled(touched, choice, result):
            self.paper.doctors[who.pk].hours = hours

    @rule(
        doctor=doctors,
        begins=st.integers(-300, 4 * DAY),
        lasts=st.sampled_from([15, 240, DAY]),
        choice=choices,
    )
    def leave(self, doctor: int, begins: int, lasts: int, choice: bool | None) -> None:
        who, start = self.doctors[doctor], self.paper.now + begins
        away = (start, start + lasts)
        touched = [
            visit for visit in self.paper.ahead() if visit.doctor == who.pk and overlap(away, visit.span)
        ]
        result = self.do(
            absence.take_time_off,
            doctor=who.doctor_profile,
            span=Interval(instant(away[0]), instant(away[1])),
            reason="",
            cancel_appointments=choice,
            by=who,
            now=self.now,
        )
        if self.settled(touched, choice, result):
            self.paper.doctors[who.pk].away[result.pk] = away

    @rule(doctor=doctors)
    def come_back(self, doctor: int) -> None:
        who = self.doctors[doctor]
        for pk in list(self.paper.doctors[who.pk].away):
            self.do(give_back_time_off, time_off=TimeOff.objects.get(pk=pk), by=who, now=self.now)
            del self.paper.doctors[who.pk].away[pk]

    @rule(ahead=st.integers(0, HORIZON_DAYS), choice=choices)
    def close(self, ahead: int, choice: bool | None) -> None:
        day = self.paper.today + ahead
        if day in self.paper.closed:
            return
        whole = (day * DAY, (day + 1) * DAY)
        touched = [visit for visit in self.paper.ahead() if overlap(whole, visit.span)]
        result = self.do(
            absence.close_day,
            day=date_of(day),
            name="Holiday",
            cancel_appointments=choice,
            by=self.admin,
            now=self.now,
        )
        if self.settled(touched, choice, result):
            self.paper.closed.add(day)

    @rule()
    def open_all_days(self) -> None:
        for closed in ClosedDay.objects.all():
            self.do(absence.open_day_again, closed=closed, by=self.admin, now=self.now)
        self.paper.closed.clear()

    @rule(index=people, choice=choices)
    def deactivate(self, index: int, choice: bool | None) -> None:
        who = [*self.doctors, *self.patients][index]
        touched = [visit for visit in self.paper.ahead() if who.pk in (visit.doctor, visit.patient)]
        was_active = self.paper.is_active(who.pk)
        result = self.do(
            absence.deactivate, user=who, cancel_appointments=choice, by=self.admin, now=self.now
        )
        if self.settled(touched if was_active else [], choice, result):
            self.paper.set_active(who.pk, active=False)

    @rule(index=which)
    def activate(self, index: int) -> None:
        """Mostly somebody who was shut out: for others it changes nothing."""
        everybody = [*self.patients, *self.doctors]
        outside = [person for person in everybody if not self.paper.is_active(person.pk)]
        people = outside if outside and index % 4 else everybody
        who = people[index % len(people)]
        self.do(registration.activate, user=who, by=self.admin, now=self.now)
        self.paper.set_active(who.pk, active=True)

    @rule(doctor=doctors, ahead=days_ahead)
    def look_at_the_open_times(self, doctor: int, ahead: int) -> None:
        who, day = self.doctors[doctor], self.paper.today + ahead
        profile = doctor_with_week(who.pk)
        assert (profile is not None) == self.paper.is_active(who.pk)
        if profile is not None:
            clinic, rules = slots.rules_at(self.now)
            shown = slots.slots_of(profile, [date_of(day)], clinic, rules)[0].times
            assert shown == [f"{wall(minute):%H:%M}" for minute in self.paper.open_times(who.pk, day)]


@pytest.mark.usefixtures("clinic")
def test_the_program_and_the_paper_agree() -> None:
    run_state_machine_as_test(
        WholeClinic,
        settings=settings(
            max_examples=200,
            stateful_step_count=50,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
