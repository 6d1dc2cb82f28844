"""POST /api/appointments/{id}/reschedule/"""

from datetime import UTC, datetime

import pytest

from appointments.models import Appointment
from tests import factories

NINE = datetime(2026, 12, 1, 6, 0, tzinfo=UTC)


@pytest.fixture
def visit(doctor, patient):
    return factories.VisitFactory(
        doctor=doctor.doctor_profile, patient=patient.patient_profile, starts_at=NINE, reason="Cough"
    )


def to(clock, day="2026-12-01", **more):
    return {"appointment_date": day, "appointment_time": clock, **more}


def url(visit):
    return f"/api/appointments/{visit.pk}/reschedule/"


def test_it_keeps_its_identity(client_of, patient, visit):
    answer = client_of(patient).post(url(visit), to("13:30", "2026-12-03"))
    data = answer.json()["data"]
    assert answer.status_code == 200
    assert (data["id"], data["reason"], data["status"], data["starts_at"], data["ends_at"]) == (
        visit.pk,
        "Cough",
        "scheduled",
        "2026-12-03T13:30:00+03:00",
        "2026-12-03T14:00:00+03:00",
    )
    assert Appointment.objects.count() == 1


def test_to_another_doctor(client_of, patient, other_doctor, visit):
    data = client_of(patient).post(url(visit), to("09:00", doctor=other_doctor.pk)).json()["data"]
    assert (data["doctor"], data["doctor_name"], data["specialization"]) == (
        other_doctor.pk,
        "Peter Kamau",
        "Paediatrics",
    )


def test_a_doctor_does_not_give_visits_away(client_of, doctor, other_doctor, visit):
    answer = client_of(doctor).post(url(visit), to("10:00", doctor=other_doctor.pk))
    assert (answer.status_code, list(answer.json()["data"])) == (400, ["doctor"])


def test_it_does_not_count_against_itself(client_of, clinic, doctor, patient, visit):
    """Neither as taken time nor as the patient's busy time nor as one upcoming visit more."""
    clinic.max_upcoming_per_patient = 1
    clinic.save()
    doctor.doctor_profile.slot_minutes = 20
    doctor.doctor_profile.save()
    data = client_of(patient).post(url(visit), to("09:20")).json()["data"]
    assert (data["starts_at"], data["ends_at"]) == ("2026-12-01T09:20:00+03:00", "2026-12-01T09:40:00+03:00")


def test_the_arrival_is_forgotten(client_of, clock, doctor, visit):
    clock.move_to(datetime(2026, 12, 1, 5, 0, tzinfo=UTC))
    client = client_of(doctor)
    client.post(f"/api/appointments/{visit.pk}/check-in/")
    assert client.post(url(visit), to("10:00")).json()["data"]["checked_in_at"] is None


def test_refusals_leave_it_where_it_is(client_of, clinic, patient, doctor, other_doctor, visit):
    factories.VisitFactory(doctor=doctor.doctor_profile, starts_at=datetime(2026, 12, 1, 7, 0, tzinfo=UTC))
    before = list(Appointment.objects.order_by("pk").values())
    for body, status, code in (
        (to("09:00", "2026-11-27"), 400, "in_the_past"),
        (to("09:00", "2027-06-01"), 400, "beyond_horizon"),
        (to("12:00"), 400, "outside_open_times"),
        (to("10:00"), 409, "time_taken"),
        (to("09:00", doctor=patient.pk), 400, "invalid"),
        ({"appointment_date": "2026-12-01"}, 400, "invalid"),
    ):
        answer = client_of(patient).post(url(visit), body)
        assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert list(Appointment.objects.order_by("pk").values()) == before
