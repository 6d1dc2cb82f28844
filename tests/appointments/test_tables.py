"""The table itself, written to as an operator would, by the columns that api.md names and no others."""

import pytest
from django.db import IntegrityError, connection, transaction
from psycopg import errors

from appointments.models import Appointment
from appointments.refusals import PatientBusy, TimeTaken
from clinic.errors import refusing_violations_of

INSERT = """
INSERT INTO appointments_appointment (starts_at, ends_at, status, doctor_id, patient_id)
VALUES (%s, %s, %s, %s, %s)
"""


def insert(doctor, patient, clock="09:00", until="09:30", status="scheduled"):
    with connection.cursor() as cursor, transaction.atomic():
        day = "2026-12-01"
        cursor.execute(
            INSERT, [f"{day}T{clock}+03:00", f"{day}T{until}+03:00", status, doctor.pk, patient.pk]
        )


@pytest.fixture
def booked(doctor, patient):
    insert(doctor, patient)


def test_what_is_left_out_is_filled_in(booked):
    visit = Appointment.objects.get()

    assert (visit.reason, visit.cancel_reason, visit.checked_in_at, visit.cancelled_by) == (
        "",
        "",
        None,
        None,
    )
    assert visit.created_at is not None


@pytest.mark.parametrize("status", ["scheduled", "completed"])
@pytest.mark.parametrize("clock", ["08:45", "09:00", "09:15"])
def test_a_doctor_is_not_booked_twice(booked, doctor, other_patient, clock, status):
    with pytest.raises(IntegrityError, match="appointment_doctor_is_free") as caught:
        insert(doctor, other_patient, clock, "09:45", status)
    assert isinstance(caught.value.__cause__, errors.ExclusionViolation)


def test_a_patient_is_not_booked_twice(booked, other_doctor, patient):
    with pytest.raises(IntegrityError, match="appointment_patient_is_free"):
        insert(other_doctor, patient)


@pytest.mark.parametrize("status", ["cancelled", "no_show"])
def test_who_does_not_come_holds_no_time(booked, doctor, other_patient, status):
    insert(doctor, other_patient, status=status)

    with pytest.raises(IntegrityError, match="appointment_doctor_is_free"), transaction.atomic():
        Appointment.objects.filter(status=status).update(status="scheduled")


def test_one_visit_may_begin_as_another_ends(booked, doctor, patient, other_patient):
    insert(doctor, patient, "09:30", "10:00")
    insert(doctor, other_patient, "08:30", "09:00")

    assert Appointment.objects.count() == 3


@pytest.mark.parametrize(
    "until, status, constraint",
    [
        ("09:30", "postponed", "appointment_status_known"),
        ("09:00", "scheduled", "appointment_length"),
        ("13:01", "scheduled", "appointment_length"),
    ],
)
def test_a_visit_that_cannot_be(doctor, patient, until, status, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        insert(doctor, patient, until=until, status=status)


@pytest.mark.parametrize("whose, refusal", [("doctor", TimeTaken), ("patient", PatientBusy)])
def test_what_the_table_refuses_has_the_words_of_a_refusal(
    booked, doctor, patient, other_doctor, other_patient, whose, refusal
):
    parties = (doctor, other_patient) if whose == "doctor" else (other_doctor, patient)

    with pytest.raises(refusal), refusing_violations_of(Appointment):
        insert(*parties)
