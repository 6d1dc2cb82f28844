"""GET and PATCH /api/clinic/"""

import pytest

from activity.models import Entry
from appointments.models import Appointment
from clinic.models import Clinic
from tests import factories

URL = "/api/clinic/"
SETTINGS = {
    "name": "Clinic",
    "phone_number": "",
    "email": "",
    "address": "",
    "country": "KE",
    "time_zone": "Africa/Nairobi",
    "languages": [{"code": "en", "name": "English"}, {"code": "sw", "name": "Kiswahili"}],
    "show_pictures": True,
    "slot_minutes": 30,
    "booking_horizon_days": 60,
    "minimum_notice_minutes": 0,
    "cancellation_notice_minutes": 0,
    "max_upcoming_per_patient": 5,
    "reminder_hours_before": 24,
    "two_step_required_for": [],
    "opening_weekdays": [],
    "today": "2026-11-30",
}


def test_anyone_reads_it(anonymous, clinic):
    assert anonymous.get(URL).json() == {"success": True, "message": "", "data": SETTINGS}


def test_it_opens_when_an_active_doctor_works(anonymous, doctor):
    factories.HoursFactory(doctor=doctor.doctor_profile, weekday=6)
    factories.HoursFactory(doctor__user__state="deactivated", weekday=7)
    assert anonymous.get(URL).json()["data"]["opening_weekdays"] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_same_statements_however_many_doctors(anonymous, clinic, django_assert_num_queries, rows):
    for profile in factories.DoctorFactory.create_batch(rows):
        factories.working_week(profile)
    with django_assert_num_queries(2):
        assert anonymous.get(URL).json()["data"]["opening_weekdays"] == [1, 2, 3, 4, 5]


def test_an_admin_changes_it(client_of, admin):
    changes = {
        "name": "  Mara   Clinic ",
        "phone_number": "020 234 5678",
        "email": "Desk@Mara.example.org",
        "address": "Moi Avenue 12, Nairobi",
        "time_zone": "Europe/Berlin",
        "show_pictures": False,
        "slot_minutes": 5,
        "booking_horizon_days": 730,
        "minimum_notice_minutes": 10080,
        "cancellation_notice_minutes": 120,
        "max_upcoming_per_patient": 1000,
        "reminder_hours_before": 0,
    }
    answer = client_of(admin).patch(URL, changes)
    stored = {
        **changes,
        "name": "Mara Clinic",
        "phone_number": "254202345678",
        "email": "desk@mara.example.org",
    }
    assert answer.json() == {"success": True, "message": "", "data": {**SETTINGS, **stored}}
    assert Clinic.objects.filter(**stored).count() == 1
    entry = Entry.objects.get(action="clinic.changed")
    assert (entry.actor, entry.target, entry.details) == (admin.pk, "clinic:1", {"fields": sorted(changes)})


def test_a_local_number_takes_the_country_beside_it(client_of, admin):
    answer = client_of(admin).patch(URL, {"phone_number": "030 901820", "country": "de"}).json()["data"]
    assert (answer["phone_number"], answer["country"]) == ("4930901820", "DE")


def test_contacts_can_be_taken_out(client_of, admin):
    Clinic.objects.update(phone_number="254202345678", email="desk@example.org", address="Moi Avenue")
    contacts = {"phone_number": "", "email": "", "address": ""}
    answer = client_of(admin).patch(URL, contacts).json()["data"]
    assert {name: answer[name] for name in contacts} == contacts


def test_another_zone_moves_the_day_and_leaves_visits(client_of, admin):
    visit = factories.VisitFactory()
    answer = client_of(admin).patch(URL, {"time_zone": "Pacific/Pago_Pago"}).json()["data"]
    assert answer["today"] == "2026-11-29"
    assert Appointment.objects.get(pk=visit.pk).starts_at == visit.starts_at


def test_what_changes_nothing_is_no_act(client_of, admin):
    answer = client_of(admin).patch(URL, {"slot_minutes": 30, "unknown": 1})
    assert (answer.status_code, answer.json()["data"]) == (200, SETTINGS)
    assert not Entry.objects.filter(action="clinic.changed").exists()


@pytest.mark.parametrize(
    "name,value",
    [
        ("name", ""),
        ("name", None),
        ("name", "x" * 101),
        ("name", "Mara\u202eClinic"),
        ("name", 7),
        ("phone_number", "call us"),
        ("phone_number", "12"),
        ("email", "desk"),
        ("address", "Moi Avenue\nNairobi"),
        ("country", "XX"),
        ("country", "KEN"),
        ("time_zone", "Nairobi"),
        ("time_zone", "GMT+3"),
        ("show_pictures", "true"),
        ("slot_minutes", 4),
        ("slot_minutes", 241),
        ("slot_minutes", "30"),
        ("slot_minutes", 30.5),
        ("slot_minutes", True),
        ("slot_minutes", None),
        ("booking_horizon_days", 0),
        ("booking_horizon_days", 731),
        ("minimum_notice_minutes", -1),
        ("minimum_notice_minutes", 10081),
        ("cancellation_notice_minutes", -1),
        ("cancellation_notice_minutes", 10081),
        ("max_upcoming_per_patient", 0),
        ("max_upcoming_per_patient", 1001),
        ("reminder_hours_before", -1),
        ("reminder_hours_before", 169),
        ("reminder_hours_before", 10**400),
        ("two_step_required_for", None),
        ("two_step_required_for", "admin"),
        ("two_step_required_for", ["patient"]),
        ("two_step_required_for", ["admin", "admin", "admin"]),
    ],
)
def test_settings_that_cannot_be(client_of, admin, name, value):
    before = Clinic.objects.values().get()
    answer = client_of(admin).patch(URL, {"reminder_hours_before": 48, name: value})
    assert (answer.status_code, answer.json()["code"], list(answer.json()["data"])) == (
        400,
        "invalid",
        [name],
    )
    assert Clinic.objects.values().get() == before
    assert not Entry.objects.filter(action="clinic.changed").exists()


@pytest.mark.parametrize("who", ["doctor", "patient"])
def test_nobody_else_changes_it(request, client_of, who):
    answer = client_of(request.getfixturevalue(who)).patch(URL, {"slot_minutes": 20})
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert Clinic.objects.get().slot_minutes == 30


def test_nor_does_a_stranger(anonymous, clinic):
    answer = anonymous.patch(URL, {"slot_minutes": 20})
    assert (answer.status_code, answer.json()["code"]) == (401, "not_authenticated")
    assert Clinic.objects.get().slot_minutes == 30
