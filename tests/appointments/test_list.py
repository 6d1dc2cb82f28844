"""GET /api/appointments/ and /api/appointments/{id}/"""

from datetime import UTC, datetime, timedelta

import pytest

from tests import factories

URL = "/api/appointments/"
NOON = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


@pytest.fixture
def five(doctor, other_doctor, patient, other_patient, clock):
    """A past visit, one under way, two ahead and one cancelled, at noon on Monday; and two of others."""
    mine = {"doctor": doctor.doctor_profile, "patient": patient.patient_profile}
    visits = {
        "past": factories.VisitFactory(**mine, starts_at=NOON - timedelta(days=3), status="completed"),
        "under way": factories.VisitFactory(**mine, starts_at=NOON - timedelta(minutes=10)),
        "soon": factories.VisitFactory(**mine, starts_at=NOON + timedelta(days=1)),
        "later": factories.VisitFactory(**mine, starts_at=NOON + timedelta(days=2)),
        "cancelled": factories.VisitFactory(**mine, starts_at=NOON + timedelta(days=3), status="cancelled"),
        "his": factories.VisitFactory(
            doctor=doctor.doctor_profile,
            patient=other_patient.patient_profile,
            starts_at=NOON + timedelta(hours=1),
        ),
        "theirs": factories.VisitFactory(
            doctor=other_doctor.doctor_profile,
            patient=other_patient.patient_profile,
            starts_at=NOON + timedelta(hours=2),
        ),
    }
    clock.move_to(NOON)
    return visits


def listed(answer, visits):
    names = {visit.pk: name for name, visit in visits.items()}
    return [names[row["id"]] for row in answer.json()["data"]]


@pytest.mark.parametrize(
    "who,query,expected",
    [
        ("patient", "", ["cancelled", "later", "soon", "under way", "past"]),
        ("patient", "when=upcoming", ["under way", "soon", "later"]),
        ("patient", "when=past", ["cancelled", "past"]),
        ("patient", "status=scheduled", ["later", "soon", "under way"]),
        ("patient", "from=2026-12-01&to=2026-12-02", ["later", "soon"]),
        ("patient", "from=2026-12-03", ["cancelled"]),
        ("doctor", "when=upcoming", ["under way", "his", "soon", "later"]),
        ("other_doctor", "", ["theirs"]),
        ("admin", "when=upcoming", ["under way", "his", "theirs", "soon", "later"]),
    ],
)
def test_each_sees_his_own_and_admins_all(request, client_of, five, who, query, expected):
    answer = client_of(request.getfixturevalue(who)).get(f"{URL}?{query}")
    assert listed(answer, five) == expected


def test_filters_by_person(client_of, admin, five, other_doctor, other_patient):
    client = client_of(admin)
    assert listed(client.get(f"{URL}?doctor={other_doctor.pk}"), five) == ["theirs"]
    assert listed(client.get(f"{URL}?patient={other_patient.pk}"), five) == ["theirs", "his"]
    assert listed(client.get(f"{URL}?patient={10**17}"), five) == []


@pytest.mark.parametrize(
    "query",
    ["when=now", "status=open", "doctor=1.5", "doctor=٣", "patient=-1", "from=2026-13-01", "to=9999-12-31"],
)
def test_malformed_filters(client_of, patient, query):
    answer = client_of(patient).get(f"{URL}?{query}")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")


@pytest.mark.parametrize("rows", [1, 3, 10])
def test_the_same_statements_however_many(client_of, patient, doctor, django_assert_num_queries, rows):
    for n in range(rows):
        factories.VisitFactory(
            doctor=doctor.doctor_profile,
            patient=patient.patient_profile,
            starts_at=NOON + timedelta(days=1, hours=n),
        )
    client = client_of(patient)
    with django_assert_num_queries(4):
        assert len(client.get(URL).json()["data"]) == rows


def test_one_with_its_history(client_of, clock, patient, doctor, admin):
    body = {"doctor": doctor.pk, "appointment_date": "2026-12-01", "appointment_time": "09:00"}
    made = client_of(patient).post(URL, body).json()["data"]
    one = f"{URL}{made['id']}/"
    clock.shift(timedelta(minutes=1))
    moved = {"appointment_date": "2026-12-02", "appointment_time": "10:30"}
    client_of(admin).post(f"{one}reschedule/", moved)
    clock.shift(timedelta(minutes=1))
    client_of(doctor).post(f"{one}cancel/", {"reason": "Ill"})
    answer = client_of(patient).get(one).json()["data"]
    nine = {"date": "2026-12-01", "time": "09:00"}
    half_past_ten = {"date": "2026-12-02", "time": "10:30"}
    assert answer["history"] == [
        _act("07:00", patient, "booked", None, nine),
        _act("07:01", admin, "rescheduled", nine, half_past_ten),
        _act("07:02", doctor, "cancelled", None, None),
    ]
    assert {**made, "history": []}.keys() == answer.keys()


def _act(clock, user, act, start, end):
    at = f"2026-11-30T{clock}:00+03:00"
    return {"at": at, "by": user.pk, "by_name": user.full_name, "act": act, "from": start, "to": end}


def test_not_yours_and_not_there_answer_alike(client_of, other_patient, five):
    client = client_of(other_patient)
    unseen, absent = client.get(f"{URL}{five['past'].pk}/"), client.get(f"{URL}{10**15}/")
    assert unseen.status_code == absent.status_code == 404
    assert unseen.content == absent.content
