"""GET users/"""

from datetime import UTC, datetime

import pytest

from tests import factories
from tests.accounts.cast import FORBIDDEN, NOT_AUTHENTICATED, invalid

URL = "/api/users/"


def shown(client, query):
    answer = client.get(URL, query)
    assert answer.status_code == 200
    return [row["full_name"] for row in answer.json()["data"]]


@pytest.fixture
def five(admin):
    """One in each state, in the order in which they came; and the admin who asks."""
    made = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
    return [
        factories.RegistrationFactory(user__full_name="Wanjiru Mwangi", user__state="pending").user,
        factories.PatientFactory(
            user__full_name="Otieno Ouma",
            user__national_id="AB12345",
            user__email="otieno@example.com",
            user__phone_number="254712345678",
            user__created_at=made,
        ).user,
        factories.RegistrationFactory(user__full_name="Kip_100%", user__state="rejected").user,
        factories.DoctorFactory(
            user__full_name="Zawadi Ali", user__state="deactivated", user__license_number="K 77"
        ).user,
    ]


def test_the_newest_come_first(client_of, admin, five):
    answer = client_of(admin).get(URL, {"page_size": 3})
    assert [row["id"] for row in answer.json()["data"]] == [five[3].pk, five[2].pk, five[1].pk]
    assert answer.json()["meta"] == {"page": 1, "page_size": 3, "total": 5}


def test_a_row_is_a_user_with_his_state(client_of, admin, five):
    patient = five[1]
    answer = client_of(admin).get(URL, {"search": "Otieno"})
    assert (answer.status_code, answer.json()) == (
        200,
        {
            "success": True,
            "message": "",
            "data": [
                {
                    "id": patient.pk,
                    "email": "otieno@example.com",
                    "full_name": "Otieno Ouma",
                    "national_id": "AB12345",
                    "phone_number": "254712345678",
                    "role": "patient",
                    "profile_pic": "",
                    "language": "en",
                    "is_active": True,
                    "doctor_profile": None,
                    "patient_profile": {
                        "user": patient.pk,
                        "age": 36,
                        "date_of_birth": "1990-05-17",
                        "gender": "female",
                    },
                    "state": "active",
                    "created_at": "2026-11-01T12:00:00+03:00",
                }
            ],
            "meta": {"page": 1, "page_size": 20, "total": 1},
        },
    )


def test_an_admin_sees_a_doctors_license(client_of, admin, five):
    answer = client_of(admin).get(URL, {"role": "doctor"})
    assert [row["doctor_profile"] for row in answer.json()["data"]] == [
        {
            "user": five[3].pk,
            "specialization": "General practice",
            "license_number": "K 77",
            "availability": True,
            "slot_minutes": None,
        }
    ]


@pytest.mark.parametrize(
    "query, names",
    [
        ({"state": "pending"}, ["Wanjiru Mwangi"]),
        ({"state": "active"}, ["Otieno Ouma", "Naomi Cherono"]),
        ({"state": "rejected"}, ["Kip_100%"]),
        ({"state": "deactivated"}, ["Zawadi Ali"]),
        ({"role": "admin"}, ["Naomi Cherono"]),
        ({"state": "active", "role": "patient"}, ["Otieno Ouma"]),
        ({"search": "OUMA"}, ["Otieno Ouma"]),
        ({"search": "ab-12 345"}, ["Otieno Ouma"]),
        ({"search": "OTIENO@example"}, ["Otieno Ouma"]),
        ({"search": "0712 345 678"}, ["Otieno Ouma"]),
        ({"search": "+254 712"}, ["Otieno Ouma"]),
        ({"search": "0%"}, ["Kip_100%"]),
        ({"search": "_"}, ["Kip_100%"]),
        ({"search": "\\"}, []),
        ({"search": "", "role": "admin"}, ["Naomi Cherono"]),
    ],
)
def test_filters(client_of, admin, five, query, names):
    assert shown(client_of(admin), query) == names


@pytest.mark.parametrize(
    "query, fields",
    [
        ({"state": "waiting"}, {"state": '"waiting" is not a valid choice.'}),
        ({"role": "nurse"}, {"role": '"nurse" is not a valid choice.'}),
        ({"search": "x" * 101}, {"search": "Ensure this field has no more than 100 characters."}),
        ({"search": "a\0b"}, {"search": "This contains characters that cannot be used here."}),
        ({"page": "0"}, {"page": "Ensure this value is greater than or equal to 1."}),
        ({"page_size": "101"}, {"page_size": "Ensure this value is less than or equal to 100."}),
        ({"page": "two"}, {"page": "Write a whole number."}),
    ],
)
def test_an_unknown_filter_value_is_refused(client_of, admin, query, fields):
    answer = client_of(admin).get(URL, query)
    assert (answer.status_code, answer.json()) == (400, invalid(**fields))


def test_a_page_past_the_end_is_empty(client_of, admin):
    answer = client_of(admin).get(URL, {"page": 9})
    assert answer.json() == {
        "success": True,
        "message": "",
        "data": [],
        "meta": {"page": 9, "page_size": 20, "total": 1},
    }


@pytest.mark.parametrize("people", [1, 3])
def test_no_query_per_row(client_of, admin, people, django_assert_num_queries):
    for _ in range(people):
        factories.PatientFactory()
        factories.DoctorFactory()
        factories.RegistrationFactory()
    client = client_of(admin)
    # The session with its person, the clinic, the count, the page.
    with django_assert_num_queries(4):
        assert len(client.get(URL).json()["data"]) == 3 * people + 1


def test_only_admins(client_of, anonymous, patient, doctor):
    for user in (patient, doctor):
        answer = client_of(user).get(URL)
        assert (answer.status_code, answer.json()) == (403, FORBIDDEN)
    answer = anonymous.get(URL)
    assert (answer.status_code, answer.json()) == (401, NOT_AUTHENTICATED)


def test_accounts_are_not_made_here(client_of, admin):
    assert client_of(admin).post(URL, {}).status_code == 405
