"""GET /api/doctors/, /api/doctors/specializations/ and /api/doctors/{id}/, PATCH /api/doctors/{id}/"""

import pytest

from accounts.models import DoctorProfile
from activity.models import Entry
from tests import factories


def names(answer):
    return [row["full_name"] for row in answer.json()["data"]]


def test_the_directory(client_of, patient, doctor, other_doctor):
    other_doctor.doctor_profile.availability = False
    other_doctor.doctor_profile.save()
    factories.DoctorFactory(user__state="deactivated")
    answer = client_of(patient).get("/api/doctors/")
    assert answer.json() == {
        "success": True,
        "message": "",
        "data": [
            {
                "id": doctor.pk,
                "full_name": "Achieng Odhiambo",
                "profile_pic": "",
                "specialization": "General practice",
                "availability": True,
                "slot_minutes": None,
                "next_open": {"date": "2026-11-30", "time": "08:00"},
            },
            {
                "id": other_doctor.pk,
                "full_name": "Peter Kamau",
                "profile_pic": "",
                "specialization": "Paediatrics",
                "availability": False,
                "slot_minutes": None,
                "next_open": None,
            },
        ],
        "meta": {"page": 1, "page_size": 20, "total": 2},
    }


@pytest.mark.parametrize("rows", [1, 3, 10])
def test_the_same_statements_however_many(client_of, patient, django_assert_num_queries, rows):
    for profile in factories.DoctorFactory.create_batch(rows):
        factories.working_week(profile)
    client = client_of(patient)
    with django_assert_num_queries(5):
        assert len(client.get("/api/doctors/").json()["data"]) == rows


def test_a_doctor_who_is_free_only_later_takes_one_statement_more(
    client_of, patient, doctor, django_assert_num_queries
):
    factories.TimeOffFactory(
        doctor=doctor.doctor_profile, starts_at="2026-11-30T00:00Z", ends_at="2027-01-10T00:00Z"
    )
    client = client_of(patient)
    with django_assert_num_queries(6):
        rows = client.get("/api/doctors/").json()["data"]
    assert rows[0]["next_open"] == {"date": "2027-01-11", "time": "08:00"}


@pytest.mark.parametrize(
    "query,expected",
    [
        ("search=kamau", ["Peter Kamau"]),
        ("search=paedia", ["Peter Kamau"]),
        ("search=%25", []),
        ("search=_", []),
        ("specialization=General practice", ["Achieng Odhiambo"]),
        ("specialization=General", []),
        ("availability=false", []),
        ("availability=true", ["Achieng Odhiambo", "Peter Kamau"]),
        ("page=2&page_size=1", ["Peter Kamau"]),
        ("page=1000000000", []),
    ],
)
def test_filters(client_of, patient, doctor, other_doctor, query, expected):
    assert names(client_of(patient).get(f"/api/doctors/?{query}")) == expected


@pytest.mark.parametrize(
    "query", ["availability=yes", "page=0", "page=-1", "page=abc", "page_size=101", f"search={'x' * 101}"]
)
def test_malformed_filters(client_of, patient, query):
    answer = client_of(patient).get(f"/api/doctors/?{query}")
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")


def test_specializations(client_of, patient, doctor, other_doctor):
    factories.DoctorFactory(specialization="Paediatrics")
    factories.DoctorFactory(specialization="Dental", user__state="deactivated")
    assert client_of(patient).get("/api/doctors/specializations/").json()["data"] == [
        {"name": "General practice", "doctors": 1},
        {"name": "Paediatrics", "doctors": 2},
    ]


def test_one(client_of, patient, doctor):
    answer = client_of(patient).get(f"/api/doctors/{doctor.pk}/").json()["data"]
    assert (answer["id"], answer["next_open"]) == (doctor.pk, {"date": "2026-11-30", "time": "08:00"})


def test_a_doctor_switches_himself_off(client_of, doctor):
    answer = client_of(doctor).patch("/api/doctors/me/", {"availability": False})
    assert (answer.json()["data"]["availability"], answer.json()["data"]["next_open"]) == (False, None)
    entry = Entry.objects.get(action="doctor.changed")
    assert entry.details == {"fields": ["availability"], "availability": False}


def test_an_admin_changes_the_license(client_of, admin, doctor):
    body = {"license_number": "A-77", "slot_minutes": 20, "specialization": "Family  medicine"}
    answer = client_of(admin).patch(f"/api/doctors/{doctor.pk}/", body).json()["data"]
    doctor.refresh_from_db()
    assert (answer["slot_minutes"], answer["specialization"], doctor.license_number) == (
        20,
        "Family medicine",
        "A-77",
    )


@pytest.mark.parametrize(
    "who,body,status",
    [
        ("other_doctor", {"availability": False}, 403),
        ("patient", {"availability": False}, 403),
        ("doctor", {"license_number": "A-77"}, 400),
        ("doctor", {"availability": "false"}, 400),
        ("doctor", {"availability": None}, 400),
        ("doctor", {"slot_minutes": 4}, 400),
        ("doctor", {"slot_minutes": "30"}, 400),
        ("doctor", {"specialization": ""}, 400),
    ],
)
def test_refused_changes_change_nothing(request, client_of, doctor, who, body, status):
    before = list(DoctorProfile.objects.values())
    answer = client_of(request.getfixturevalue(who)).patch(f"/api/doctors/{doctor.pk}/", body)
    assert answer.status_code == status
    assert list(DoctorProfile.objects.filter(pk=doctor.pk).values()) == before[:1]
