"""The life of a visit, as one table. Pure: no Django, the clock is an argument."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Status(StrEnum):
    SCHEDULED = "scheduled"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


class Act(StrEnum):
    CANCEL = "cancel"
    RESCHEDULE = "reschedule"
    CHECK_IN = "check-in"
    COMPLETE = "complete"
    NO_SHOW = "no-show"


class Party(StrEnum):
    """Who someone is to a visit."""

    PATIENT = "patient"
    ASSIGNED_DOCTOR = "assigned doctor"
    ADMIN = "admin"


MAY = {
    Act.CANCEL: {Party.PATIENT, Party.ASSIGNED_DOCTOR, Party.ADMIN},
    Act.RESCHEDULE: {Party.PATIENT, Party.ASSIGNED_DOCTOR, Party.ADMIN},
    Act.CHECK_IN: {Party.ASSIGNED_DOCTOR, Party.ADMIN},
    Act.COMPLETE: {Party.ASSIGNED_DOCTOR},
    Act.NO_SHOW: {Party.ASSIGNED_DOCTOR, Party.ADMIN},
}


@dataclass(frozen=True, slots=True)
class Moment:
    """What the table asks of a visit and of the clock.

    `deadline` is when patients may cancel or move at the latest; `today` says whether the visit's day,
    on the clinic's calendar, is today.
    """

    status: str
    starts_at: datetime
    deadline: datetime
    checked_in: bool
    today: bool
    now: datetime

    @property
    def started(self) -> bool:
        return self.now >= self.starts_at


def objection(act: Act, party: Party, moment: Moment) -> str | None:
    """The code of the refusal that stands in the way of an act by someone who may do it, or None."""
    if moment.status != Status.SCHEDULED:
        return "wrong_status"
    match act:
        case Act.CANCEL | Act.RESCHEDULE:
            late = party is Party.PATIENT and moment.now > moment.deadline
            return "too_late_to_cancel" if moment.started or late else None
        case Act.CHECK_IN:
            return None if moment.today else "not_today"
        case Act.COMPLETE | Act.NO_SHOW:
            return None if moment.started else "not_started"


def open_acts(party: Party, moment: Moment) -> list[str]:
    """The acts open to this party now, in the order in which they are offered.

    Checking in again would change nothing, so it is not offered.
    """
    return [
        act.value
        for act, parties in MAY.items()
        if party in parties
        and not objection(act, party, moment)
        and not (act is Act.CHECK_IN and moment.checked_in)
    ]
