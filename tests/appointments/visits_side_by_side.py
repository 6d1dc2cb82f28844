"""What happens to visits: booked, moved, cancelled, and noted on the day."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from accounts.models import User
from appointments import booking, visits
from appointments.models import Appointment
from tests.appointments.paper_clinic import CANCELLATION_NOTICE, DAY, MOST_UPCOMING, PaperVisit
from tests.appointments.side_by_side import SideBySide, date_of, days_ahead, doctors, wall, which

ACTS = {"check in": visits.check_in, "complete": visits.complete, "no show": visits.mark_no_show}
BECOMES = {"complete": "completed", "no show": "no_show"}
ON_THE_HOUR = [480, 500, 510, 520, 540, 560, 570, 580, 600, 780, 800, 810]

minutes = st.one_of(st.sampled_from(ON_THE_HOUR), st.integers(0, DAY - 1))
patients = st.integers(0, 2)
soon = st.sampled_from([0, 0, 1, 2])
around_the_deadline = st.sampled_from([CANCELLATION_NOTICE + 1, *[CANCELLATION_NOTICE] * 3, 1, 0])


class VisitsSideBySide(SideBySide):
    @rule(doctor=doctors, patient=patients, ahead=days_ahead, minute=minutes)
    def book(self, doctor: int, patient: int, ahead: int, minute: int) -> None:
        who, whom, day = self.doctors[doctor], self.patients[patient], self.paper.today + ahead
        expected = self.paper.refusal(who.pk, whom.pk, day, minute)
        result = self.do(
            booking.book,
            doctor_id=who.pk,
            patient_id=whom.pk,
            day=date_of(day),
            clock=wall(minute),
            by=whom,
            now=self.now,
        )
        if expected is not None:
            assert result == expected
        else:
            assert isinstance(result, Appointment), result
            start = day * DAY + minute
            end = start + self.paper.doctors[who.pk].length
            self.paper.visits[result.pk] = PaperVisit(who.pk, whom.pk, start, end)

    @rule(doctor=doctors, patient=patients, ahead=soon, index=which)
    def book_an_open_time(self, doctor: int, patient: int, ahead: int, index: int) -> None:
        if (minute := self.open_time(doctor, ahead, index)) is not None:
            self.book(doctor, patient, ahead, minute)

    @rule(doctor=doctors, patient=patients)
    def book_once_more_than_one_may(self, doctor: int, patient: int) -> None:
        left = MOST_UPCOMING - self.paper.upcoming(self.patients[patient].pk, moved=None)
        for index in range(left + 1):
            self.book_an_open_time(doctor, patient, 1, index)

    @rule(index=which, doctor=doctors, ahead=days_ahead, minute=minutes)
    def move(self, index: int, doctor: int, ahead: int, minute: int) -> None:
        if (pk := self.visit(index)) is not None:
            self._move(pk, doctor, ahead, minute)

    @rule(index=which, doctor=doctors, ahead=soon, other=which)
    def move_to_an_open_time(self, index: int, doctor: int, ahead: int, other: int) -> None:
        if (minute := self.open_time(doctor, ahead, other)) is not None:
            self.move(index, doctor, ahead, minute)

    @rule(doctor=doctors, ahead=soon, other=which)
    def move_those_who_have_come(self, doctor: int, ahead: int, other: int) -> None:
        for pk in [pk for pk, visit in self.paper.visits.items() if visit.arrived]:
            if (minute := self.open_time(doctor, ahead, other)) is not None:
                self._move(pk, doctor, ahead, minute)

    def _move(self, pk: int, doctor: int, ahead: int, minute: int) -> None:
        who, kept, day = self.doctors[doctor], self.paper.visits[pk], self.paper.today + ahead
        expected = self.paper.refusal(who.pk, kept.patient, day, minute, moved=pk)
        result = self.do(
            booking.reschedule,
            visit=Appointment.objects.get(pk=pk),
            doctor_id=who.pk,
            day=date_of(day),
            clock=wall(minute),
            by=self.admin,
            now=self.now,
        )
        if expected is not None:
            assert result == expected
        else:
            assert isinstance(result, Appointment), result
            kept.doctor, kept.start, kept.arrived = who.pk, day * DAY + minute, False
            kept.end = kept.start + self.paper.doctors[who.pk].length

    @rule(doctor=doctors, index=which)
    def somebody_comes_today(self, doctor: int, index: int) -> None:
        self.book_an_open_time(doctor, index % 3, 0, index)
        self.note(index, "check in")

    @rule(index=which, by_patient=st.booleans())
    def cancel(self, index: int, by_patient: bool) -> None:
        if (pk := self.visit(index)) is not None:
            self._cancel(pk, by_patient)

    @rule(index=which, before=around_the_deadline, by_patient=st.booleans())
    def cancel_late(self, index: int, before: int, by_patient: bool) -> None:
        if (pk := self.nearly_time_for(index, before)) is not None:
            self._cancel(pk, by_patient)

    def _cancel(self, pk: int, by_patient: bool) -> None:
        kept = self.paper.visits[pk]
        by = User.objects.get(pk=kept.patient) if by_patient else self.admin
        expected = self.paper.refusal_to_end(pk, by_patient=by_patient)
        result = self.do(visits.cancel, visit=Appointment.objects.get(pk=pk), by=by, now=self.now)
        if expected is not None:
            assert result == expected
        else:
            assert isinstance(result, Appointment), result
            kept.status = "cancelled"

    @rule(index=which, act=st.sampled_from([*ACTS]))
    def note(self, index: int, act: str) -> None:
        fitting = [pk for pk in self.paper.visits if self.paper.refusal_to_note(pk, act) is None]
        pk = fitting[index % len(fitting)] if fitting and index % 4 else self.visit(index)
        if pk is not None:
            self._note(pk, act)

    @rule(index=which, before=st.sampled_from([1, 0]), act=st.sampled_from([*ACTS]))
    def note_early(self, index: int, before: int, act: str) -> None:
        if (pk := self.nearly_time_for(index, before)) is not None:
            self._note(pk, act)

    def _note(self, pk: int, act: str) -> None:
        kept, expected = self.paper.visits[pk], self.paper.refusal_to_note(pk, act)
        by = User.objects.get(pk=kept.doctor)
        result = self.do(ACTS[act], visit=Appointment.objects.get(pk=pk), by=by, now=self.now)
        if expected is not None:
            assert result == expected
        else:
            assert isinstance(result, Appointment), result
            kept.arrived = kept.arrived or act == "check in"
            kept.status = BECOMES.get(act, kept.status)

    def open_time(self, doctor: int, ahead: int, index: int) -> int | None:
        times = self.paper.open_times(self.doctors[doctor].pk, self.paper.today + ahead)
        return times[index % len(times)] if times else None
