"""POST /api/appointments/"""

from datetime import UTC, datetime, timedelta

import pytest

from activity.models import Entry
from appointments.models import Appointment
from tests import factories

URL = "/api/appointments/"
SAVEPOINT = 2  # the test is a transaction itself, so that the booking's own begins and ends with a statement
TUESDAY_0930 = {"appointment_date": "2026-12-01", "appointment_time": "09:30"}


def refused(answer, status, code):
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert not Appointment.objects.filter(created_at__gt=factories.LONG_AGO).exists()
    assert not Entry.objects.filter(action="appointment.booked").exists()


def test_a_patient_books_for_himself(client_of, patient, doctor):
    body = {"doctor": doctor.pk, **TUESDAY_0930, "reason": "Cough"}
    answer = client_of(patient).post(URL, body)
    visit = Appointment.objects.get()
    assert answer.status_code == 201
    assert answer.json() == {
        "success": True,
        "message": "",
        "data": {
            "id": visit.pk,
            "appointment_date": "2026-12-01",
            "appointment_time": "09:30:00",
            "status": "scheduled",
            "created_at": "2026-11-30T07:00:00+03:00",
            "patient": patient.pk,
            "doctor": doctor.pk,
            "starts_at": "2026-12-01T09:30:00+03:00",
            "ends_at": "2026-12-01T10:00:00+03:00",
            "patient_name": "Mercy Wambui",
            "doctor_name": "Achieng Odhiambo",
            "specialization": "General practice",
            "reason": "Cough",
            "checked_in_at": None,
            "cancelled_by": None,
            "cancel_reason": "",
            "can": ["cancel", "reschedule"],
        },
    }
    entry = Entry.objects.get(action="appointment.booked")
    assert (entry.actor, entry.target, entry.address) == (patient.pk, f"appointment:{visit.pk}", "127.0.0.1")
    assert "Cough" not in str(entry.details)


def test_it_takes_few_statements(client_of, patient, doctor, django_assert_num_queries):
    client = client_of(patient)
    with django_assert_num_queries(11 + SAVEPOINT):
        client.post(URL, {"doctor": doctor.pk, **TUESDAY_0930})


def test_staff_book_for_a_patient_they_name(client_of, admin, doctor, patient):
    body = {"doctor": doctor.pk, "patient": patient.pk, **TUESDAY_0930}
    assert client_of(admin).post(URL, body).json()["data"]["patient"] == patient.pk
    later = {**body, "appointment_time": "10:00"}
    assert client_of(doctor).post(URL, later).json()["data"]["patient"] == patient.pk


@pytest.mark.parametrize("who", ["admin", "doctor"])
def test_staff_must_name_a_patient(client_of, request, doctor, who):
    answer = client_of(request.getfixturevalue(who)).post(URL, {"doctor": doctor.pk, **TUESDAY_0930})
    refused(answer, 400, "invalid")
    assert answer.json()["data"] == {"patient": ["Say for which patient."]}


def test_a_patient_may_name_himself_and_nobody_else(client_of, patient, other_patient, doctor):
    body = {"doctor": doctor.pk, **TUESDAY_0930}
    answer = client_of(patient).post(URL, {**body, "patient": other_patient.pk})
    refused(answer, 400, "invalid")
    assert list(answer.json()["data"]) == ["patient"]
    assert client_of(patient).post(URL, {**body, "patient": patient.pk}).status_code == 201


def test_a_doctor_books_with_himself_only(client_of, doctor, other_doctor, patient):
    answer = client_of(doctor).post(URL, {"doctor": other_doctor.pk, "patient": patient.pk, **TUESDAY_0930})
    refused(answer, 400, "invalid")
    assert list(answer.json()["data"]) == ["doctor"]


def test_who_is_not_there_or_not_active_cannot_be_booked(client_of, admin, doctor, patient):
    gone = factories.DoctorFactory(user__state="deactivated").user
    for body, field in (
        ({"doctor": gone.pk, "patient": patient.pk}, "doctor"),
        ({"doctor": patient.pk, "patient": patient.pk}, "doctor"),
        ({"doctor": 2**62, "patient": patient.pk}, "doctor"),
        ({"doctor": doctor.pk, "patient": doctor.pk}, "patient"),
    ):
        answer = client_of(admin).post(URL, {**body, **TUESDAY_0930})
        refused(answer, 400, "invalid")
        assert list(answer.json()["data"]) == [field]


@pytest.mark.parametrize(
    ("day", "wall", "status", "code"),
    [
        ("2026-11-29", "09:30", 400, "in_the_past"),
        ("0001-01-01", "09:30", 400, "in_the_past"),
        ("2026-11-30", "06:30", 400, "in_the_past"),
        ("2026-11-30", "07:00", 400, "in_the_past"),
        ("2027-01-30", "09:30", 400, "beyond_horizon"),
        ("9999-12-31", "23:59", 400, "beyond_horizon"),
        ("2026-12-01", "09:35", 400, "outside_open_times"),
        ("2026-12-01", "12:30", 400, "outside_open_times"),
        ("2026-12-05", "09:30", 400, "outside_open_times"),
    ],
)
def test_times_that_cannot_be_booked(client_of, patient, doctor, day, wall, status, code):
    body = {"doctor": doctor.pk, "appointment_date": day, "appointment_time": wall}
    refused(client_of(patient).post(URL, body), status, code)


def test_the_last_day_of_the_horizon_can_be_booked(client_of, patient, doctor):
    body = {"doctor": doctor.pk, "appointment_date": "2027-01-29", "appointment_time": "09:30"}
    assert client_of(patient).post(URL, body).status_code == 201


def test_notice(client_of, clinic, patient, doctor):
    clinic.minimum_notice_minutes = 120
    clinic.save()
    body = {"doctor": doctor.pk, "appointment_date": "2026-11-30", "appointment_time": "08:30"}
    refused(client_of(patient).post(URL, body), 400, "too_soon")
    assert client_of(patient).post(URL, {**body, "appointment_time": "09:00"}).status_code == 201


def test_time_off_and_closed_days_are_outside_open_times(client_of, patient, doctor):
    factories.TimeOffFactory(doctor=doctor.doctor_profile)
    factories.ClosedDayFactory(date="2026-12-08")
    for day in ("2026-12-07", "2026-12-08"):
        body = {"doctor": doctor.pk, "appointment_date": day, "appointment_time": "09:30"}
        refused(client_of(patient).post(URL, body), 400, "outside_open_times")


def test_an_unavailable_doctor(client_of, patient, doctor):
    doctor.doctor_profile.availability = False
    doctor.doctor_profile.save()
    refused(client_of(patient).post(URL, {"doctor": doctor.pk, **TUESDAY_0930}), 409, "doctor_unavailable")


def test_a_taken_time_comes_with_the_nearest_open_ones(client_of, patient, doctor):
    factories.VisitFactory(doctor=doctor.doctor_profile, starts_at=datetime(2026, 12, 1, 6, 30, tzinfo=UTC))
    answer = client_of(patient).post(URL, {"doctor": doctor.pk, **TUESDAY_0930})
    refused(answer, 409, "time_taken")
    assert answer.json()["data"] == {
        "nearest": [
            {"date": "2026-12-01", "time": "09:00"},
            {"date": "2026-12-01", "time": "10:00"},
            {"date": "2026-12-01", "time": "08:30"},
            {"date": "2026-12-01", "time": "10:30"},
        ]
    }


def test_a_cancelled_visit_does_not_hold_its_time(client_of, patient, doctor):
    factories.VisitFactory(
        doctor=doctor.doctor_profile, starts_at=datetime(2026, 12, 1, 6, 30, tzinfo=UTC), status="cancelled"
    )
    assert client_of(patient).post(URL, {"doctor": doctor.pk, **TUESDAY_0930}).status_code == 201


def test_a_busy_patient(client_of, patient, doctor, other_doctor):
    factories.VisitFactory(
        doctor=other_doctor.doctor_profile,
        patient=patient.patient_profile,
        starts_at=datetime(2026, 12, 1, 6, 15, tzinfo=UTC),
    )
    refused(client_of(patient).post(URL, {"doctor": doctor.pk, **TUESDAY_0930}), 409, "patient_busy")


def test_too_many_upcoming(client_of, clinic, patient, doctor, other_doctor):
    start = datetime(2026, 12, 3, 5, 0, tzinfo=UTC)
    for n in range(clinic.max_upcoming_per_patient):
        factories.VisitFactory(
            doctor=other_doctor.doctor_profile,
            patient=patient.patient_profile,
            starts_at=start + timedelta(hours=n),
        )
    refused(client_of(patient).post(URL, {"doctor": doctor.pk, **TUESDAY_0930}), 409, "too_many_upcoming")
    Appointment.objects.order_by("pk").first().delete()
    assert client_of(patient).post(URL, {"doctor": doctor.pk, **TUESDAY_0930}).status_code == 201


@pytest.mark.parametrize(
    "wall",
    ["9:30", "0930", "24:00", "09:30:30", "09:30+03:00", "09:30Z", "٠٩:٣٠", "09:30 ", 930, None, True],
)
def test_times_that_are_not_written_as_they_should(client_of, patient, doctor, wall):
    body = {"doctor": doctor.pk, "appointment_date": "2026-12-01", "appointment_time": wall}
    answer = client_of(patient).post(URL, body)
    refused(answer, 400, "invalid")
    assert list(answer.json()["data"]) == ["appointment_time"]


def test_seconds_may_be_zero(client_of, patient, doctor):
    body = {"doctor": doctor.pk, "appointment_date": "2026-12-01", "appointment_time": "09:30:00"}
    assert client_of(patient).post(URL, body).status_code == 201


@pytest.mark.parametrize("doctor_id", [True, "1", 1.5, "30 ", "٣٠", -1, 0, 2**63, None, [1]])
def test_a_doctor_is_an_integer(client_of, patient, doctor_id):
    answer = client_of(patient).post(URL, {"doctor": doctor_id, **TUESDAY_0930})
    refused(answer, 400, "invalid")
    assert list(answer.json()["data"]) == ["doctor"]
