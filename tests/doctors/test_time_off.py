"""GET /api/doctors/{id}/time-off/ and DELETE /api/doctors/{id}/time-off/{id}/"""

from datetime import timedelta

import pytest
from django.utils import timezone

from activity.models import Entry
from doctors import absence
from doctors.models import TimeOff
from tests import factories
from tests.conftest import MONDAY
from tests.racing import race


def url_of(doctor):
    return f"/api/doctors/{doctor.pk}/time-off/"


@pytest.fixture
def time_off(doctor):
    return factories.TimeOffFactory(doctor=doctor.doctor_profile, reason="Training")


@pytest.mark.parametrize("who", ["doctor", "admin"])
def test_the_latest_first_on_the_clinics_clock(request, client_of, doctor, other_doctor, time_off, who):
    earlier = factories.TimeOffFactory(
        doctor=doctor.doctor_profile, starts_at=MONDAY, ends_at=MONDAY + timedelta(hours=1)
    )
    factories.TimeOffFactory(doctor=other_doctor.doctor_profile)
    assert client_of(request.getfixturevalue(who)).get(url_of(doctor)).json() == {
        "success": True,
        "message": "",
        "data": [
            {
                "id": time_off.pk,
                "starts_at": "2026-12-07T08:00:00+03:00",
                "ends_at": "2026-12-07T17:00:00+03:00",
                "reason": "Training",
            },
            {
                "id": earlier.pk,
                "starts_at": "2026-11-30T07:00:00+03:00",
                "ends_at": "2026-11-30T08:00:00+03:00",
                "reason": "",
            },
        ],
        "meta": {"page": 1, "page_size": 20, "total": 2},
    }


@pytest.mark.parametrize("rows", [1, 3])
def test_the_same_statements_however_many(client_of, doctor, django_assert_num_queries, rows):
    for n in range(rows):
        start = MONDAY + timedelta(days=n)
        factories.TimeOffFactory(
            doctor=doctor.doctor_profile, starts_at=start, ends_at=start + timedelta(hours=1)
        )
    client = client_of(doctor)
    with django_assert_num_queries(5):
        assert len(client.get(url_of(doctor)).json()["data"]) == rows


@pytest.mark.parametrize("who", ["doctor", "admin"])
def test_back_again(request, client_of, doctor, time_off, who):
    user = request.getfixturevalue(who)
    answer = client_of(user).delete(f"{url_of(doctor)}{time_off.pk}/")
    assert (answer.status_code, answer.json()) == (200, {"success": True, "message": "", "data": None})
    assert not TimeOff.objects.exists()
    entry = Entry.objects.get()
    assert (entry.action, entry.actor, entry.target, entry.details) == (
        "doctor.time_off_given_back",
        user.pk,
        f"user:{doctor.pk}",
        {"from": "2026-12-07T05:00:00+00:00", "to": "2026-12-07T14:00:00+00:00"},
    )


@pytest.mark.django_db(transaction=True)
def test_taken_out_by_several_at_once_it_is_one_act(admin, doctor, time_off):
    def give_back():
        absence.give_back_time_off(time_off=time_off, by=admin, now=timezone.now())

    assert race([give_back] * 6) == [None] * 6
    assert Entry.objects.filter(action="doctor.time_off_given_back").count() == 1


def refusals(client, doctor, pk):
    """Of each method that the two paths have."""
    body = {"starts_at": "2026-12-08T08:00:00+03:00", "ends_at": "2026-12-08T12:00:00+03:00"}
    return [
        client.get(url_of(doctor)),
        client.post(url_of(doctor), body),
        client.delete(f"{url_of(doctor)}{pk}/"),
    ]


@pytest.mark.parametrize("who", ["other_doctor", "patient"])
def test_another_doctors_days_are_not_ones_own(request, client_of, doctor, time_off, who):
    answers = refusals(client_of(request.getfixturevalue(who)), doctor, time_off.pk)
    assert [(answer.status_code, answer.json()["code"]) for answer in answers] == [(403, "forbidden")] * 3
    assert TimeOff.objects.count() == 1


def test_a_doctor_who_left_is_not_there(client_of, admin):
    time_off = factories.TimeOffFactory(doctor__user__state="deactivated")
    answers = refusals(client_of(admin), time_off.doctor, time_off.pk)
    assert [answer.status_code for answer in answers] == [404] * 3
    assert TimeOff.objects.count() == 1


def test_a_patient_learns_nothing_from_an_id(client_of, patient, time_off):
    answer = client_of(patient).get("/api/doctors/999999999/time-off/")
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


def test_me_is_nobody_for_an_admin(client_of, admin):
    answer = client_of(admin).get("/api/doctors/me/time-off/")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize("pk", ["999999999", str(10**30)])
def test_a_time_off_is_found_under_its_own_doctor_only(client_of, admin, other_doctor, time_off, pk):
    client = client_of(admin)
    assert client.delete(f"{url_of(other_doctor)}{time_off.pk}/").status_code == 404
    assert client.delete(f"{url_of(other_doctor)}{pk}/").status_code == 404
    assert TimeOff.objects.count() == 1


def test_a_stranger(anonymous, doctor, time_off):
    codes = {answer.json()["code"] for answer in refusals(anonymous, doctor, time_off.pk)}
    assert codes == {"not_authenticated"}
    assert TimeOff.objects.count() == 1
