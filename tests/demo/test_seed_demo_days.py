"""`manage.py seed_demo`: on any day, the same on the same day, and only where it may."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError
from django.db import transaction
from django.db.models import Count, F, Q

from accounts.models import PatientProfile, User
from appointments.models import Appointment
from clinic import demo
from clinic.models import Clinic
from tests import factories
from tests.demo.seeding import MORNING, seed

# A Wednesday, a Sunday, and the small hours of a Tuesday.
DAYS = [MORNING, datetime(2026, 12, 6, 8, 10, tzinfo=UTC), datetime(2027, 3, 1, 22, 0, tzinfo=UTC)]


@pytest.mark.parametrize("now", DAYS)
def test_visits_over_three_months_in_every_status(db, clock, now):
    clock.move_to(now)
    seed()
    visits = Appointment.objects.all()
    assert {"scheduled", "completed", "cancelled", "no_show"} == set(visits.values_list("status", flat=True))
    assert visits.filter(starts_at__lt=now - timedelta(days=55)).exists()
    assert visits.filter(starts_at__gt=now + timedelta(days=25)).exists()
    assert not visits.filter(starts_at__gt=now).exclude(status__in=["scheduled", "cancelled"]).exists()
    assert not visits.filter(ends_at__lte=now, status="scheduled", checked_in_at=None).exists()
    assert not visits.filter(created_at__gte=F("starts_at")).exists()
    ahead = Count("appointments", filter=Q(appointments__status="scheduled", appointments__starts_at__gt=now))
    most = max(PatientProfile.objects.annotate(ahead=ahead).values_list("ahead", flat=True))
    assert most <= Clinic.objects.current().max_upcoming_per_patient


@pytest.mark.parametrize("now", DAYS)
def test_the_demo_doctor_has_a_full_week(db, clock, now):
    clock.move_to(now)
    seed()
    clinic = Clinic.objects.current()
    mine = Appointment.objects.filter(doctor__user__national_id=demo.LOGINS["doctor"])
    days = Counter(clinic.wall(start).date() for start in mine.values_list("starts_at", flat=True))
    today = clinic.today(now)
    monday = today - timedelta(days=today.weekday())
    assert all(days[monday + timedelta(days=n)] >= 6 for n in range(5))
    assert days[today] >= 2


def test_the_same_day_gives_the_same_clinic(db, clock):
    clock.move_to(MORNING)
    first = visits_of_a_demo_clinic()
    clock.move_to(MORNING + timedelta(minutes=1))
    assert visits_of_a_demo_clinic() == first


def visits_of_a_demo_clinic():
    with transaction.atomic():
        seed()
        people = ("doctor__user__full_name", "patient__user__full_name")
        visits = list(
            Appointment.objects.order_by("pk").values_list(*people, "starts_at", "status", "reason")
        )
        transaction.set_rollback(True)
    return visits


def test_not_into_a_database_with_people(db):
    factories.PatientFactory()
    with pytest.raises(CommandError, match=r"needs an empty database"):
        seed()
    assert (User.objects.count(), Appointment.objects.count()) == (1, 0)


def test_not_outside_local_use(db, settings):
    settings.LOCAL = False
    with pytest.raises(CommandError, match="local use only"):
        seed()
    assert not User.objects.exists()
