"""GET and PATCH /api/clinic/"""

import pytest

from activity.models import Entry
from clinic.models import RANGES, Clinic
from tests import factories

URL = "/api/clinic/"
RULES = {
    "slot_minutes": 30,
    "booking_horizon_days": 60,
    "minimum_notice_minutes": 0,
    "cancellation_notice_minutes": 0,
    "max_upcoming_per_patient": 5,
    "reminder_hours_before": 24,
}
SHOWN = {
    "name": "Clinic",
    "phone_number": "",
    "email": "",
    "address": "",
    "country": "KE",
    "time_zone": "Africa/Nairobi",
    "languages": [{"code": "en", "name": "English"}, {"code": "sw", "name": "Kiswahili"}],
    "show_pictures": True,
    **RULES,
    "opening_weekdays": [],
    "today": "2026-11-30",
}


def settings_and_log():
    return Clinic.objects.values().get(), list(Entry.objects.values())


def test_anyone_reads_them(anonymous, clinic):
    assert anonymous.get(URL).json() == {"success": True, "message": "", "data": SHOWN}


def test_it_opens_when_any_active_doctor_works(anonymous, doctor):
    for weekday, state in ((6, "active"), (7, "deactivated")):
        colleague = factories.DoctorFactory(user__state=state)
        factories.HoursFactory(doctor=colleague, weekday=weekday)
    assert anonymous.get(URL).json()["data"]["opening_weekdays"] == [1, 2, 3, 4, 5, 6]


def test_today_is_the_clinics(anonymous, clinic):
    Clinic.objects.update(time_zone="Pacific/Honolulu")
    assert anonymous.get(URL).json()["data"]["today"] == "2026-11-29"


@pytest.mark.parametrize("doctors", [1, 3])
def test_the_same_statements_however_many_doctors(anonymous, clinic, django_assert_num_queries, doctors):
    for _ in range(doctors):
        factories.working_week(factories.DoctorFactory())
    with django_assert_num_queries(2):
        assert anonymous.get(URL).json()["data"]["opening_weekdays"] == [1, 2, 3, 4, 5]


def test_an_admin_changes_them(client_of, admin):
    changes = {
        "name": "  Mara   Clinic ",
        "phone_number": "020 271 2345",
        "email": "Desk@Mara.example",
        "address": "Ngong Road 214, Nairobi",
        "show_pictures": False,
        "time_zone": "Europe/Berlin",
        **{name: most for name, (_least, most) in RANGES.items()},
    }
    answer = client_of(admin).patch(URL, changes)
    expected = {
        **SHOWN,
        **changes,
        "name": "Mara Clinic",
        "phone_number": "254202712345",
        "email": "desk@mara.example",
    }
    assert answer.json() == {"success": True, "message": "", "data": expected}
    entry = Entry.objects.get()
    assert (entry.action, entry.target, entry.actor) == ("clinic.changed", "clinic:1", admin.pk)
    assert entry.details == {"fields": sorted(changes)}


@pytest.mark.parametrize("name", RANGES)
def test_the_least_of_each_rule(client_of, admin, name):
    least, _most = RANGES[name]
    assert client_of(admin).patch(URL, {name: least}).json()["data"][name] == least


def test_a_local_number_takes_the_country_beside_it(client_of, admin):
    shown = client_of(admin).patch(URL, {"country": "tz", "phone_number": "022 211 1234"}).json()["data"]
    assert (shown["country"], shown["phone_number"]) == ("TZ", "255222111234")


def test_contacts_may_be_emptied(client_of, admin):
    Clinic.objects.update(phone_number="254202712345", email="desk@mara.example", address="Ngong Road")
    shown = client_of(admin).patch(URL, {"phone_number": "", "email": "", "address": ""}).json()["data"]
    assert shown == SHOWN


@pytest.mark.parametrize("changes", [{}, {"name": "Clinic", "slot_minutes": 30}])
def test_what_changes_nothing_is_not_logged(client_of, admin, changes):
    assert client_of(admin).patch(URL, changes).json()["data"] == SHOWN
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    "name,value",
    [
        *((name, least - 1) for name, (least, _most) in RANGES.items()),
        *((name, most + 1) for name, (_least, most) in RANGES.items()),
        ("slot_minutes", "30"),
        ("slot_minutes", 30.0),
        ("slot_minutes", True),
        ("slot_minutes", None),
        ("show_pictures", "true"),
        ("name", ""),
        ("name", "a" * 101),
        ("name", "a\x00"),
        ("address", "a" * 301),
        ("email", "nobody"),
        ("phone_number", "12"),
        ("phone_number", "call us"),
        ("country", "XX"),
        ("country", "KEN"),
        ("country", ""),
        ("time_zone", "Nairobi"),
        ("time_zone", "../etc/passwd"),
    ],
)
def test_what_cannot_be_is_refused(client_of, admin, name, value):
    before = settings_and_log()
    answer = client_of(admin).patch(
        URL, {name: value, "address": "Elsewhere"} if name != "address" else {name: value}
    )
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
    assert list(answer.json()["data"]) == [name]
    assert settings_and_log() == before


@pytest.mark.parametrize("who", ["patient", "doctor"])
def test_only_admins_change_them(request, client_of, who):
    client = client_of(request.getfixturevalue(who))
    before = settings_and_log()
    answer = client.patch(URL, {"name": "Mine"})
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert settings_and_log() == before


def test_signing_in_first(anonymous, clinic):
    before = settings_and_log()
    answer = anonymous.patch(URL, {"name": "Mine"})
    assert (answer.status_code, answer.json()["code"]) == (401, "not_authenticated")
    assert settings_and_log() == before
