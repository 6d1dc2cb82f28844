"""What may touch booked visits: hours, time off, closed days and deactivation."""

from datetime import UTC, datetime

import pytest

from accounts.models import User
from activity.models import Entry
from appointments.models import Appointment
from clinic.models import ClosedDay
from doctors.models import TimeOff, WorkingHours
from tests import factories

NINE = datetime(2026, 12, 1, 6, 0, tzinfo=UTC)
TIME_OFF = {
    "starts_at": "2026-12-01T08:00:00+03:00",
    "ends_at": "2026-12-01T12:00:00+03:00",
    "reason": "Training",
}
MORNINGS = [{"weekday": 2, "opens": "10:00", "closes": "12:00"}]


@pytest.fixture
def visit(doctor, patient):
    return factories.VisitFactory(
        doctor=doctor.doctor_profile, patient=patient.patient_profile, starts_at=NINE
    )


def acts(doctor):
    """Each act as (method, url with `?` choice or body choice, body)."""
    return {
        "time off": ("post", f"/api/doctors/{doctor.pk}/time-off/", TIME_OFF),
        "hours": ("put", f"/api/doctors/{doctor.pk}/working-hours/", MORNINGS),
        "closed day": ("post", "/api/clinic/closed-days/", {"date": "2026-12-01", "name": "Holiday"}),
        "deactivate": ("post", f"/api/users/{doctor.pk}/deactivate/", {}),
    }


def ask(client, act, choice=None):
    method, url, body = act
    if choice is not None and isinstance(body, list):
        url += f"?cancel_appointments={'true' if choice else 'false'}"
    elif choice is not None:
        body = {**body, "cancel_appointments": choice}
    return getattr(client, method)(url, body)


def snapshot():
    tables = (Appointment, TimeOff, WorkingHours, ClosedDay, User)
    return [list(table.objects.order_by("pk").values()) for table in tables]


ACTS = ["time off", "hours", "closed day", "deactivate"]


@pytest.mark.parametrize("name", ACTS)
def test_it_is_refused_with_the_list_unless_told(client_of, admin, doctor, patient, visit, name):
    before = snapshot()
    answer = ask(client_of(admin), acts(doctor)[name])
    assert (answer.status_code, answer.json()["code"]) == (409, "would_cancel_appointments")
    data = answer.json()["data"]
    assert (data["count"], [row["id"] for row in data["appointments"]]) == (1, [visit.pk])
    assert data["appointments"][0]["patient_name"] == "Mercy Wambui"
    assert snapshot() == before


@pytest.mark.parametrize("name", ACTS)
def test_it_cancels_if_told(client_of, admin, doctor, visit, name):
    answer = ask(client_of(admin), acts(doctor)[name], True)
    assert answer.status_code in (200, 201)
    visit.refresh_from_db()
    assert (visit.status, visit.cancelled_by) == ("cancelled", admin)
    assert Entry.objects.get(action="appointment.cancelled").target == f"appointment:{visit.pk}"


@pytest.mark.parametrize("name", ACTS)
def test_it_leaves_them_if_told(client_of, admin, doctor, visit, name):
    answer = ask(client_of(admin), acts(doctor)[name], False)
    assert answer.status_code in (200, 201)
    visit.refresh_from_db()
    assert visit.status == "scheduled"


@pytest.mark.parametrize("name", ACTS)
def test_visits_that_have_begun_or_are_elsewhere_are_not_touched(
    client_of, clock, admin, doctor, patient, visit, name
):
    clock.move_to(NINE)
    if name == "closed day":
        act = ("post", "/api/clinic/closed-days/", {"date": "2026-12-01", "name": "Holiday"})
    else:
        act = acts(doctor)[name]
    assert ask(client_of(admin), act).status_code in (200, 201)


def test_time_off(client_of, doctor):
    client = client_of(doctor)
    answer = client.post("/api/doctors/me/time-off/", TIME_OFF)
    row = TimeOff.objects.get()
    shown = {"id": row.pk, **TIME_OFF}
    assert (answer.status_code, answer.json()["data"]) == (201, shown)
    listed = client.get("/api/doctors/me/time-off/").json()
    assert (listed["data"], listed["meta"]) == ([shown], {"page": 1, "page_size": 20, "total": 1})
    gone = client.delete(f"/api/doctors/me/time-off/{row.pk}/")
    assert (gone.status_code, gone.json()) == (200, {"success": True, "message": "", "data": None})
    assert not TimeOff.objects.exists()


@pytest.mark.parametrize(
    "change,field",
    [
        ({"ends_at": "2026-12-01T08:00:00+03:00"}, "ends_at"),
        ({"starts_at": "2026-12-01T08:00:00"}, "starts_at"),
        ({"starts_at": "2026-12-01"}, "starts_at"),
        ({"starts_at": None}, "starts_at"),
        ({"starts_at": "0001-01-01T00:00:00+03:00"}, "starts_at"),
        ({"ends_at": "9999-12-31T23:59:59-03:00"}, "ends_at"),
        ({"reason": "x" * 501}, "reason"),
        ({"reason": "a\u0000b"}, "reason"),
        ({"reason": "a\u202eb"}, "reason"),
        ({"cancel_appointments": "true"}, "cancel_appointments"),
    ],
)
def test_time_off_that_cannot_be(client_of, doctor, change, field):
    answer = client_of(doctor).post("/api/doctors/me/time-off/", {**TIME_OFF, **change})
    assert (answer.status_code, list(answer.json()["data"])) == (400, [field])
    assert not TimeOff.objects.exists()


def test_the_week_is_replaced_whole(client_of, doctor):
    week = [
        {"weekday": 7, "opens": "09:00", "closes": "23:59"},
        {"weekday": 1, "opens": "13:00", "closes": "17:30"},
        {"weekday": 1, "opens": "08:00", "closes": "12:30"},
    ]
    client = client_of(doctor)
    answer = client.put("/api/doctors/me/working-hours/", week)
    assert answer.json()["data"] == [week[2], week[1], week[0]]
    assert client.get("/api/doctors/me/working-hours/").json()["data"] == [week[2], week[1], week[0]]
    assert client.put("/api/doctors/me/working-hours/", []).json()["data"] == []


@pytest.mark.parametrize(
    "week",
    [
        {},
        None,
        "x",
        [{"weekday": 0, "opens": "08:00", "closes": "12:00"}],
        [{"weekday": 8, "opens": "08:00", "closes": "12:00"}],
        [{"weekday": True, "opens": "08:00", "closes": "12:00"}],
        [{"weekday": 1, "opens": "12:00", "closes": "08:00"}],
        [{"weekday": 1, "opens": "08:00", "closes": "08:00"}],
        [{"weekday": 1, "opens": "08:00", "closes": "24:00"}],
        [
            {"weekday": 1, "opens": "08:00", "closes": "12:00"},
            {"weekday": 1, "opens": "11:59", "closes": "13:00"},
        ],
        [{"weekday": 1, "opens": "08:00", "closes": "12:00"}] * 200,
    ],
)
def test_weeks_that_cannot_be(client_of, doctor, week):
    before = snapshot()
    answer = client_of(doctor).put("/api/doctors/me/working-hours/", week)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
    assert snapshot() == before


def test_errors_stand_at_their_row(client_of, doctor):
    rows = [
        {"weekday": 1, "opens": "08:00", "closes": "12:00"},
        {"weekday": 1, "opens": "11:00", "closes": "13:00"},
    ]
    answer = client_of(doctor).put("/api/doctors/me/working-hours/", rows)
    assert answer.json()["data"] == [{}, {"opens": ["This overlaps with another interval of the day."]}]


def test_closed_days(client_of, anonymous, admin):
    client = client_of(admin)
    answer = client.post("/api/clinic/closed-days/", {"date": "2026-12-12", "name": "Jamhuri Day"})
    day = {"id": ClosedDay.objects.get().pk, "date": "2026-12-12", "name": "Jamhuri Day"}
    assert (answer.status_code, answer.json()["data"]) == (201, day)
    assert anonymous.get("/api/clinic/closed-days/").json()["data"] == [day]
    twice = client.post("/api/clinic/closed-days/", {"date": "2026-12-12", "name": "Again"})
    assert (twice.status_code, twice.json()["data"]) == (400, {"date": ["That day is already in the list."]})
    assert client.delete(f"/api/clinic/closed-days/{day['id']}/").json()["data"] is None
    assert not ClosedDay.objects.exists()
