"""Every way in which a booking, or an act on a visit, is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from clinic.errors import Refused

if TYPE_CHECKING:
    from appointments.models import Appointment


class BadTime(Refused):
    """The time itself cannot be booked, whoever asks."""

    status = 400


class InThePast(BadTime):
    code = "in_the_past"
    message = _("That time has passed.")


class BeyondHorizon(BadTime):
    code = "beyond_horizon"
    message = _("That day is too far ahead to be booked yet.")


class TooSoon(BadTime):
    code = "too_soon"
    message = _("That time is too close. The clinic asks for more notice.")


class OutsideOpenTimes(BadTime):
    code = "outside_open_times"
    message = _("The doctor has no open time then.")


class DoctorUnavailable(Refused):
    code = "doctor_unavailable"
    message = _("This doctor takes no bookings at the moment.")


class TimeTaken(Refused):
    """`data["nearest"]` holds up to four open times, nearest first."""

    code = "time_taken"
    message = _("That time has just been taken.")


class PatientBusy(Refused):
    code = "patient_busy"
    message = _("There is another visit at that time already.")


class TooManyUpcoming(Refused):
    code = "too_many_upcoming"
    message = _("There are as many visits booked ahead as the clinic allows.")


class WrongStatus(Refused):
    code = "wrong_status"
    message = _("That cannot be done to this visit as it stands.")


class NotStarted(Refused):
    code = "not_started"
    message = _("The visit has not started yet.")


class NotToday(Refused):
    code = "not_today"
    message = _("The visit is not today.")


class TooLateToCancel(Refused):
    code = "too_late_to_cancel"
    message = _("It is too late to cancel or move this visit. Call the clinic.")


class NotYours(Refused):
    """Visible, but not this person's to act on."""

    status = 403
    code = "forbidden"
    message = _("You may not do this to this visit.")


class IdempotencyMismatch(Refused):
    status = 422
    code = "idempotency_mismatch"
    message = _("This Idempotency-Key came with another request before.")


class WouldCancelAppointments(Refused):
    """Booked visits are touched, and the request does not say what becomes of them."""

    code = "would_cancel_appointments"
    message = _("There are visits booked then. Say whether they are cancelled or stand.")

    def __init__(self, visits: list[Appointment]) -> None:
        super().__init__()
        self.visits = visits


BY_CODE: dict[str, type[Refused]] = {
    refusal.code: refusal
    for refusal in (
        InThePast,
        BeyondHorizon,
        TooSoon,
        OutsideOpenTimes,
        DoctorUnavailable,
        TimeTaken,
        WrongStatus,
        NotStarted,
        NotToday,
        TooLateToCancel,
    )
}
