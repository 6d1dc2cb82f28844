"""A rule of the clinic and a booking at the same time: one waits for the other."""

from datetime import date, time

import pytest
from django.db import connection, transaction

from appointments import booking
from appointments.models import Appointment
from clinic.models import Clinic
from doctors import clinic_rules
from tests.conftest import MONDAY
from tests.racing import race

pytestmark = pytest.mark.django_db(transaction=True)


def test_nobody_is_booked_while_a_rule_changes(admin, doctor, patient):
    """Booked by the old rule before it changed, or refused by the new one; never by the old one after."""

    def change():
        clinic_rules.change(changes={"booking_horizon_days": 1}, by=admin, now=MONDAY)

    def book():
        asked = {"doctor_id": doctor.pk, "patient_id": patient.pk, "day": date(2026, 12, 4)}
        return booking.book(**asked, clock=time(9), by=patient, now=MONDAY)

    _changed, booked = race([change, book])
    assert Clinic.objects.current().booking_horizon_days == 1
    assert Appointment.objects.count() == (1 if isinstance(booked, Appointment) else 0)
    assert isinstance(booked, Appointment) or booked.code == "beyond_horizon"


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
