"""GET and PUT /api/doctors/{id}/working-hours/"""

from datetime import time

import pytest
from django.db import IntegrityError, transaction

from activity.models import Entry
from doctors.models import WorkingHours
from tests import factories

SATURDAY = [{"weekday": 6, "opens": "09:00", "closes": "13:00"}]


def url_of(doctor):
    return f"/api/doctors/{doctor.pk}/working-hours/"


@pytest.mark.parametrize("who", ["doctor", "admin"])
def test_the_whole_week_in_order(request, client_of, doctor, who):
    rows = [
        {"weekday": weekday, "opens": opens, "closes": closes}
        for weekday in (1, 2, 3, 4, 5)
        for opens, closes in (("08:00", "12:00"), ("13:00", "17:00"))
    ]
    answer = client_of(request.getfixturevalue(who)).get(url_of(doctor))
    assert answer.json() == {"success": True, "message": "", "data": rows}


@pytest.mark.parametrize("rows", [1, 3])
def test_the_same_statements_however_many(client_of, admin, django_assert_num_queries, rows):
    doctor = factories.DoctorFactory()
    for weekday in range(1, rows + 1):
        factories.HoursFactory(doctor=doctor, weekday=weekday)
    client = client_of(admin)
    with django_assert_num_queries(3):
        assert len(client.get(url_of(doctor)).json()["data"]) == rows


@pytest.mark.parametrize("who", ["doctor", "admin"])
def test_another_week(request, client_of, doctor, who):
    user = request.getfixturevalue(who)
    assert client_of(user).put(url_of(doctor), SATURDAY).json()["data"] == SATURDAY
    assert list(WorkingHours.objects.values_list("doctor", "weekday", "opens", "closes")) == [
        (doctor.pk, 6, time(9), time(13))
    ]
    entry = Entry.objects.get()
    assert (entry.action, entry.actor, entry.target, entry.details) == (
        "doctor.hours_replaced",
        user.pk,
        f"user:{doctor.pk}",
        {"intervals": 1},
    )


@pytest.mark.parametrize("who,status", [("other_doctor", 403), ("patient", 403)])
def test_another_doctors_week_is_not_ones_own(request, client_of, doctor, who, status):
    client = client_of(request.getfixturevalue(who))
    before = list(WorkingHours.objects.values())
    answers = [client.get(url_of(doctor)), client.put(url_of(doctor), SATURDAY)]
    assert [answer.status_code for answer in answers] == [status] * 2
    assert list(WorkingHours.objects.values()) == before
    assert not Entry.objects.exists()


def test_a_doctor_who_left_is_not_there(client_of, admin, doctor):
    doctor.state = "deactivated"
    doctor.save()
    before = list(WorkingHours.objects.values())
    client = client_of(admin)
    answers = [client.get(url_of(doctor)), client.put(url_of(doctor), SATURDAY)]
    assert [answer.status_code for answer in answers] == [404] * 2
    assert list(WorkingHours.objects.values()) == before


@pytest.mark.parametrize(
    "row,constraint",
    [
        ({"opens": time(11), "closes": time(13)}, "working_hours_apart"),
        ({"opens": time(14), "closes": time(13)}, "working_hours_begin_first"),
        ({"opens": time(14), "closes": time(14)}, "working_hours_begin_first"),
        ({"weekday": 8}, "working_hours_weekday"),
        ({"opens": time(13), "closes": time(14, 0, 30)}, "working_hours_whole_minutes"),
    ],
)
def test_the_table_holds_no_week_that_cannot_be(db, row, constraint):
    morning = factories.HoursFactory()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        factories.HoursFactory(doctor=morning.doctor, **row)
    assert list(WorkingHours.objects.values_list("pk", flat=True)) == [morning.pk]
