"""GET /api/doctors/{id}/slots/"""

from datetime import UTC, date, datetime

import pytest

from tests import factories

MORNING = ["08:00", "08:30", "09:00", "09:30", "10:00", "10:30", "11:00", "11:30"]
AFTERNOON = ["13:00", "13:30", "14:00", "14:30", "15:00", "15:30", "16:00", "16:30"]


def row(day, times, why=None, name=None):
    return {"date": day, "times": times, "why_none": why, "closed_name": name}


def test_a_week(client_of, patient, doctor):
    profile = doctor.doctor_profile
    factories.ClosedDayFactory(date=date(2026, 12, 2), name="Founders' Day")
    factories.TimeOffFactory(
        doctor=profile,
        starts_at=datetime(2026, 12, 3, 0, 0, tzinfo=UTC),
        ends_at=datetime(2026, 12, 3, 12, 0, tzinfo=UTC),
    )
    factories.VisitFactory(doctor=profile, starts_at=datetime(2026, 12, 4, 5, 0, tzinfo=UTC))
    answer = client_of(patient).get(f"/api/doctors/{doctor.pk}/slots/?date=2026-11-29&days=8")
    assert answer.json() == {
        "success": True,
        "message": "",
        "data": [
            row("2026-11-29", [], "past"),
            row("2026-11-30", MORNING + AFTERNOON),
            row("2026-12-01", MORNING + AFTERNOON),
            row("2026-12-02", [], "closed", "Founders' Day"),
            row("2026-12-03", AFTERNOON[4:]),
            row("2026-12-04", MORNING[1:] + AFTERNOON),
            row("2026-12-05", [], "not_working"),
            row("2026-12-06", [], "not_working"),
        ],
    }


def test_today_is_the_default_and_me_is_the_doctor(client_of, doctor):
    answer = client_of(doctor).get("/api/doctors/me/slots/")
    assert answer.json()["data"] == [row("2026-11-30", MORNING + AFTERNOON)]


def test_the_length_of_the_doctor_counts_before_the_clinics(client_of, patient, doctor):
    doctor.doctor_profile.slot_minutes = 120
    doctor.doctor_profile.save()
    answer = client_of(patient).get(f"/api/doctors/{doctor.pk}/slots/?date=2026-12-01")
    assert answer.json()["data"] == [row("2026-12-01", ["08:00", "10:00", "13:00", "15:00"])]


def test_an_unavailable_doctor_has_none(client_of, patient, doctor):
    doctor.doctor_profile.availability = False
    doctor.doctor_profile.save()
    answer = client_of(patient).get(f"/api/doctors/{doctor.pk}/slots/?date=2026-12-01")
    assert answer.json()["data"] == [row("2026-12-01", [], "unavailable")]


def test_beyond_the_horizon(client_of, patient, doctor):
    answer = client_of(patient).get(f"/api/doctors/{doctor.pk}/slots/?date=2027-01-29&days=2")
    assert [(day["date"], day["why_none"]) for day in answer.json()["data"]] == [
        ("2027-01-29", None),
        ("2027-01-30", "beyond_horizon"),
    ]


@pytest.mark.parametrize("days", [1, 7, 31])
def test_four_statements_however_many_days(client_of, patient, doctor, django_assert_num_queries, days):
    client = client_of(patient)
    with django_assert_num_queries(4):
        client.get(f"/api/doctors/{doctor.pk}/slots/?date=2026-12-01&days={days}")


@pytest.mark.parametrize(
    "query",
    ["date=2026-02-30", "date=0001-01-01", "date=9999-12-31", "date=tomorrow", "days=0", "days=32", "days=x"],
)
def test_malformed_questions(client_of, patient, doctor, query):
    answer = client_of(patient).get(f"/api/doctors/{doctor.pk}/slots/?{query}")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")


def test_no_such_doctor(client_of, patient, other_patient):
    for which in (other_patient.pk, 10**30, "me"):
        answer = client_of(patient).get(f"/api/doctors/{which}/slots/")
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
