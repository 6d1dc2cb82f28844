"""The table of states, exhaustively, and the same by the API."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from appointments.lifecycle import MAY, Act, Moment, Party, Status, objection, open_acts
from appointments.models import Appointment
from tests import factories

START = datetime(2026, 12, 1, 6, 0, tzinfo=UTC)
ACTS = {
    "cancel": {},
    "reschedule": {"appointment_date": "2026-12-02", "appointment_time": "10:00"},
    "check-in": {},
    "complete": {},
    "no-show": {},
}
BEFORE, AFTER = START - timedelta(hours=1), START + timedelta(minutes=5)
# Of a scheduled visit on its own day: what each may do before its start and after.
EXPECTED = {
    ("patient", "before"): {
        "cancel": 200,
        "reschedule": 200,
        "check-in": 403,
        "complete": 403,
        "no-show": 403,
    },
    ("patient", "after"): {
        "cancel": 409,
        "reschedule": 409,
        "check-in": 403,
        "complete": 403,
        "no-show": 403,
    },
    ("doctor", "before"): {
        "cancel": 200,
        "reschedule": 200,
        "check-in": 200,
        "complete": 409,
        "no-show": 409,
    },
    ("doctor", "after"): {"cancel": 409, "reschedule": 409, "check-in": 200, "complete": 200, "no-show": 200},
    ("admin", "before"): {"cancel": 200, "reschedule": 200, "check-in": 200, "complete": 403, "no-show": 409},
    ("admin", "after"): {"cancel": 409, "reschedule": 409, "check-in": 200, "complete": 403, "no-show": 200},
}
STRANGERS = ("other_patient", "other_doctor")
AFTERWARDS = {
    "cancel": "cancelled",
    "reschedule": "scheduled",
    "check-in": "scheduled",
    "complete": "completed",
    "no-show": "no_show",
}


def snapshot():
    return list(Appointment.objects.order_by("pk").values())


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("who", ["patient", "doctor", "admin", *STRANGERS])
def test_every_act_of_everybody_in_every_status(
    request, client_of, clock, patient, doctor, who, when, status
):
    people = {"doctor": doctor.doctor_profile, "patient": patient.patient_profile}
    person = request.getfixturevalue(who)
    clock.move_to(BEFORE if when == "before" else AFTER)
    client = client_of(person)
    for act, body in ACTS.items():
        visit = factories.VisitFactory(**people, starts_at=START, status=status)
        before = snapshot()
        answer = client.post(f"/api/appointments/{visit.pk}/{act}/", body)
        expected = _expected(who, when, status, act)
        assert (act, answer.status_code) == (act, expected)
        if expected == 200:
            visit.refresh_from_db()
            assert visit.status == AFTERWARDS[act]
        else:
            assert snapshot() == before
        visit.delete()


def _expected(who: str, when: str, status: str, act: str) -> int:
    role = who.removeprefix("other_")
    if EXPECTED[role, "after"][act] == 403:
        return 403
    if who in STRANGERS:
        return 404
    return EXPECTED[role, when][act] if status == Status.SCHEDULED else 409


def test_cancelling_keeps_who_and_why(client_of, patient, doctor):
    visit = factories.VisitFactory(doctor=doctor.doctor_profile, patient=patient.patient_profile)
    answer = client_of(patient).post(f"/api/appointments/{visit.pk}/cancel/", {"reason": "Better again"})
    data = answer.json()["data"]
    assert (data["status"], data["cancelled_by"], data["cancel_reason"], data["can"]) == (
        "cancelled",
        {"id": patient.pk, "role": "patient"},
        "Better again",
        [],
    )


def test_the_notice_binds_patients_only(client_of, clinic, clock, patient, doctor, admin):
    clinic.cancellation_notice_minutes = 60
    clinic.save()
    visit = factories.VisitFactory(
        doctor=doctor.doctor_profile, patient=patient.patient_profile, starts_at=START
    )
    url = f"/api/appointments/{visit.pk}/cancel/"
    clock.move_to(START - timedelta(minutes=59))
    answer = client_of(patient).post(url)
    assert (answer.status_code, answer.json()["code"]) == (409, "too_late_to_cancel")
    clock.move_to(START - timedelta(minutes=60))
    assert client_of(patient).get(url.removesuffix("cancel/")).json()["data"]["can"] == [
        "cancel",
        "reschedule",
    ]
    assert client_of(admin).post(url).status_code == 200


def test_checking_in_is_for_the_day_and_happens_once(client_of, clock, patient, doctor):
    visit = factories.VisitFactory(
        doctor=doctor.doctor_profile, patient=patient.patient_profile, starts_at=START
    )
    url = f"/api/appointments/{visit.pk}/check-in/"
    answer = client_of(doctor).post(url)
    assert (answer.status_code, answer.json()["code"]) == (409, "not_today")
    clock.move_to(BEFORE)
    first = client_of(doctor).post(url).json()["data"]
    assert (first["checked_in_at"], first["can"]) == ("2026-12-01T08:00:00+03:00", ["cancel", "reschedule"])
    clock.shift(60)
    assert client_of(doctor).post(url).json()["data"]["checked_in_at"] == first["checked_in_at"]


@pytest.mark.parametrize("party,act,status", list(product(Party, Act, Status)))
def test_what_can_lists_is_what_meets_no_objection(party, act, status):
    for now in (BEFORE, START, AFTER):
        moment = Moment(status=status, starts_at=START, deadline=START, checked_in=False, today=True, now=now)
        listed = act.value in open_acts(party, moment)
        assert listed == (party in MAY[act] and objection(act, party, moment) is None)
