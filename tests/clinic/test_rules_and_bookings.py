"""A rule of the clinic and a booking at the same time: one waits for the other."""

from datetime import date, time

import pytest
from django.db import connection, transaction
from django.utils import timezone

from activity.models import Entry
from appointments import booking
from appointments.models import Appointment
from clinic.errors import Refused
from clinic.models import Clinic
from doctors import clinic_rules
from tests import factories
from tests.conftest import MONDAY
from tests.racing import race

pytestmark = pytest.mark.django_db(transaction=True)


def test_once_a_rule_is_stricter_nobody_is_booked_against_it(admin, doctor):
    """Bookings of a day that a shorter horizon excludes: the log tells that none came after the change."""
    patients = [profile.user for profile in factories.PatientFactory.create_batch(12)]
    clocks = [time(hour, minute) for hour in (8, 9, 10, 11, 13, 14) for minute in (0, 30)]

    def booker(patient, clock):
        return lambda: booking.book(
            doctor_id=doctor.pk,
            patient_id=patient.pk,
            day=date(2026, 12, 7),
            clock=clock,
            by=patient,
            now=timezone.now(),
        )

    def shorten():
        return clinic_rules.change(changes={"booking_horizon_days": 1}, by=admin, now=timezone.now())

    bookers = [booker(patient, clock) for patient, clock in zip(patients, clocks, strict=True)]
    results = race([*bookers[:6], shorten, *bookers[6:]])
    refused = [result.code for result in results if isinstance(result, Refused)]
    booked = [result for result in results if isinstance(result, Appointment)]
    assert set(refused) <= {"beyond_horizon"}
    assert len(refused) + len(booked) == 12
    change = Entry.objects.get(action="clinic.changed").pk
    assert Entry.objects.filter(action="appointment.booked", pk__lt=change).count() == len(booked)


def test_a_rule_waits_for_a_booking_under_way(admin, doctor):
    with transaction.atomic():
        list(type(doctor.doctor_profile).objects.select_for_update(no_key=True).filter(pk=doctor.pk))
        [outcome] = race([lambda: impatient_change(admin)])
    assert "lock timeout" in str(outcome)
    assert Clinic.objects.current().slot_minutes == 30


def impatient_change(admin):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '100ms'")
        return clinic_rules.change(changes={"slot_minutes": 20}, by=admin, now=MONDAY)
