"""The clinic itself: one row of settings, and the days on which it is closed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

# The roles of which the clinic may require two-step sign-in.
TWO_STEP_ROLES = ("doctor", "admin")
RANGES = {
    "slot_minutes": (5, 240),
    "booking_horizon_days": (1, 730),
    "minimum_notice_minutes": (0, 10080),
    "cancellation_notice_minutes": (0, 10080),
    "max_upcoming_per_patient": (1, 1000),
    "reminder_hours_before": (0, 168),
}


def _within(name: str) -> list:
    low, high = RANGES[name]
    return [MinValueValidator(low), MaxValueValidator(high)]


# Asked with every open time: written out, it costs a fifth of what building it anew each time does.
WITH_CLOSED_DAYS = """
SELECT clinic.*,
       (SELECT coalesce(json_object_agg(day.date, day.name), '{}')
          FROM clinic_closedday day WHERE day.date >= %s) AS closed_days
  FROM clinic_clinic clinic WHERE clinic.id = 1
"""


class ClinicManager(models.Manager["Clinic"]):
    def current(self) -> Clinic:
        """The one clinic of this installation."""
        return self.get(pk=1)

    def with_closed_days(self, since: date) -> Clinic:
        """The clinic with its closed days from a date on, as `Clinic.closed` reads them."""
        return self.raw(WITH_CLOSED_DAYS, [since])[0]


class Clinic(models.Model):
    """What the clinic is called, where it is, and the rules of its bookings."""

    id = models.SmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(max_length=100, default="Clinic")
    time_zone = models.CharField(max_length=64, default="Africa/Nairobi")
    country = models.CharField(max_length=2, default="KE")
    phone_number = models.CharField(max_length=15, blank=True, default="")
    email = models.EmailField(max_length=254, blank=True, default="")
    address = models.CharField(max_length=300, blank=True, default="")
    show_pictures = models.BooleanField(default=True)
    slot_minutes = models.PositiveSmallIntegerField(default=30, validators=_within("slot_minutes"))
    booking_horizon_days = models.PositiveSmallIntegerField(
        default=60, validators=_within("booking_horizon_days")
    )
    minimum_notice_minutes = models.PositiveSmallIntegerField(
        default=0, validators=_within("minimum_notice_minutes")
    )
    cancellation_notice_minutes = models.PositiveSmallIntegerField(
        default=0, validators=_within("cancellation_notice_minutes")
    )
    max_upcoming_per_patient = models.PositiveSmallIntegerField(
        default=5, validators=_within("max_upcoming_per_patient")
    )
    reminder_hours_before = models.PositiveSmallIntegerField(
        default=24, validators=_within("reminder_hours_before")
    )
    # When nobody is reminded, on the clinic's clock; reminders wait until then.
    quiet_from = models.TimeField(null=True, blank=True, default=time(21))
    quiet_until = models.TimeField(null=True, blank=True, default=time(7))
    two_step_required_for = ArrayField(models.CharField(max_length=10), blank=True, default=list)

    objects = ClinicManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="clinic_is_one"),
            models.CheckConstraint(
                condition=models.Q(two_step_required_for__contained_by=list(TWO_STEP_ROLES)),
                name="clinic_two_step_roles_known",
            ),
            *(
                models.CheckConstraint(
                    condition=models.Q(**{f"{name}__gte": low, f"{name}__lte": high}),
                    name=f"clinic_{name}_in_range",
                )
                for name, (low, high) in RANGES.items()
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @cached_property
    def closed(self) -> dict[date, str]:
        """The names of the closed days that `with_closed_days` has read."""
        days: dict[str, str] = self.closed_days  # type: ignore[attr-defined]  # with_closed_days adds it
        return {date.fromisoformat(day): name for day, name in days.items()}

    def wall(self, instant: datetime) -> datetime:
        """The instant as the clinic's clock shows it."""
        return instant.astimezone(self.zone)

    def today(self, now: datetime) -> date:
        return self.wall(now).date()

    def last_bookable_day(self, now: datetime) -> date:
        return self.today(now) + timedelta(days=self.booking_horizon_days)


class ClosedDay(models.Model):
    """A day on which nobody can be booked, such as a public holiday."""

    date = models.DateField()
    name = models.CharField(max_length=100)

    class Meta:
        ordering = ["date"]
        constraints = [
            models.UniqueConstraint(
                fields=["date"],
                name="closed_day_once",
                violation_error_code="invalid",
                violation_error_message=_("That day is already in the list."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.date} {self.name}"
