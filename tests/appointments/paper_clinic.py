"""The clinic as one would keep it on paper: an oracle for the model test, without any of the clinic's code.

Times are whole minutes since midnight of the first Monday, on a wall clock that never changes.
"""

from dataclasses import dataclass, field

DAY = 24 * 60
HORIZON_DAYS = 7
NOTICE = 60
CANCELLATION_NOTICE = 30
MOST_UPCOMING = 3

Span = tuple[int, int]


@dataclass
class PaperDoctor:
    length: int
    hours: dict[int, list[Span]]
    available: bool = True
    active: bool = True
    away: dict[int, Span] = field(default_factory=dict)


@dataclass
class PaperVisit:
    doctor: int
    patient: int
    start: int
    end: int
    status: str = "scheduled"
    arrived: bool = False

    @property
    def span(self) -> Span:
        return self.start, self.end

    def is_within(self, hours: dict[int, list[Span]]) -> bool:
        opens = self.start % DAY
        closes = opens + self.end - self.start
        of_the_day = hours.get(self.start // DAY % 7 + 1, [])
        return any(begin <= opens and closes <= end for begin, end in of_the_day)


def overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@dataclass
class PaperClinic:
    now: int
    doctors: dict[int, PaperDoctor]
    active_patients: set[int]
    closed: set[int] = field(default_factory=set)
    visits: dict[int, PaperVisit] = field(default_factory=dict)

    @property
    def today(self) -> int:
        return self.now // DAY

    def is_active(self, person: int) -> bool:
        return self.doctors[person].active if person in self.doctors else person in self.active_patients

    def set_active(self, person: int, *, active: bool) -> None:
        if person in self.doctors:
            self.doctors[person].active = active
        elif active:
            self.active_patients.add(person)
        else:
            self.active_patients.discard(person)

    def refusal(
        self, doctor_id: int, patient_id: int, day: int, minute: int, moved: int | None = None
    ) -> str | None:
        """The code that api.md gives for booking this, or for moving a visit there; None where it is fine."""
        doctor, start = self.doctors[doctor_id], day * DAY + minute
        span = (start, start + doctor.length)
        if not doctor.active or patient_id not in self.active_patients:
            return "invalid"
        if moved is not None and (refusal := self.refusal_to_end(moved, by_patient=False)):
            return refusal
        for code, applies in (
            ("in_the_past", day < self.today),
            ("beyond_horizon", day > self.today + HORIZON_DAYS),
            ("in_the_past", start <= self.now),
            ("too_soon", start < self.now + NOTICE),
            ("outside_open_times", not self.is_piece(doctor, day, minute) or self.shut(doctor, day, span)),
            ("doctor_unavailable", not doctor.available),
            ("time_taken", self.holds("doctor", doctor_id, span, moved)),
            ("patient_busy", self.holds("patient", patient_id, span, moved)),
            ("too_many_upcoming", self.upcoming(patient_id, moved) >= MOST_UPCOMING),
        ):
            if applies:
                return code
        return None

    def refusal_to_end(self, visit_id: int, *, by_patient: bool) -> str | None:
        """Why a visit cannot be cancelled or moved."""
        visit = self.visits[visit_id]
        if visit.status != "scheduled":
            return "wrong_status"
        latest = visit.start - CANCELLATION_NOTICE if by_patient else visit.start - 1
        return "too_late_to_cancel" if self.now > latest or self.now >= visit.start else None

    def refusal_to_note(self, visit_id: int, act: str) -> str | None:
        """Why an arrival, a completion or an absence cannot be noted."""
        visit = self.visits[visit_id]
        if visit.status != "scheduled":
            return "wrong_status"
        if act == "check in":
            return None if visit.start // DAY == self.today else "not_today"
        return None if self.now >= visit.start else "not_started"

    def is_piece(self, doctor: PaperDoctor, day: int, minute: int) -> bool:
        return any(
            opens <= minute and minute + doctor.length <= closes and (minute - opens) % doctor.length == 0
            for opens, closes in doctor.hours.get(day % 7 + 1, [])
        )

    def shut(self, doctor: PaperDoctor, day: int, span: Span) -> bool:
        return day in self.closed or any(overlap(span, away) for away in doctor.away.values())

    def holds(self, party: str, who: int, span: Span, moved: int | None) -> bool:
        return any(
            getattr(visit, party) == who
            and visit.status in ("scheduled", "completed")
            and overlap(span, visit.span)
            for visit_id, visit in self.visits.items()
            if visit_id != moved
        )

    def upcoming(self, patient: int, moved: int | None) -> int:
        return sum(
            visit.patient == patient and visit.status == "scheduled" and visit.start > self.now
            for visit_id, visit in self.visits.items()
            if visit_id != moved
        )

    def ahead(self) -> list[PaperVisit]:
        return [
            visit for visit in self.visits.values() if visit.status == "scheduled" and visit.start > self.now
        ]

    def open_times(self, doctor_id: int, day: int) -> list[int]:
        """The minutes of a day at which a visit with this doctor may begin, whoever asks."""
        doctor = self.doctors[doctor_id]
        starts = sorted(
            {
                minute
                for opens, closes in doctor.hours.get(day % 7 + 1, [])
                for minute in range(opens, closes, doctor.length)
            }
        )
        anybody = -1
        self.active_patients.add(anybody)
        open_ones = [minute for minute in starts if self.refusal(doctor_id, anybody, day, minute) is None]
        self.active_patients.discard(anybody)
        return open_ones
