"""GET and PATCH auth/me/"""

import pytest

from accounts.models import PatientProfile
from activity.models import Entry
from tests import factories
from tests.accounts.cast import NOT_AUTHENTICATED, invalid, logged, people

URL = "/api/auth/me/"


@pytest.fixture
def mercy(clinic):
    """A patient all of whose details are known."""
    return factories.PatientFactory(
        user__full_name="Mercy Wambui",
        user__national_id="AB12345",
        user__email="mercy@example.com",
        user__phone_number="254712345678",
        user__profile_pic="https://example.com/mercy.png",
        medical_history="Asthma.\nNo penicillin.",
    ).user


def oneself(user, profile=None, **changes):
    return {
        "id": user.pk,
        "email": "mercy@example.com",
        "full_name": "Mercy Wambui",
        "national_id": "AB12345",
        "phone_number": "254712345678",
        "role": "patient",
        "profile_pic": "https://example.com/mercy.png",
        "language": "en",
        "is_active": True,
        "doctor_profile": None,
        "patient_profile": {
            "user": user.pk,
            "age": 36,
            "date_of_birth": "1990-05-17",
            "gender": "female",
            "medical_history": "Asthma.\nNo penicillin.",
        }
        | (profile or {}),
    } | changes


def kept():
    return people(), list(PatientProfile.objects.values())


def test_a_patient_sees_her_own_history(client_of, mercy):
    answer = client_of(mercy).get(URL)
    assert (answer.status_code, answer.json()) == (
        200,
        {"success": True, "message": "", "data": oneself(mercy)},
    )


def test_a_doctor_sees_his_own_license(client_of, doctor):
    answer = client_of(doctor).get(URL)
    assert answer.json()["data"]["doctor_profile"] == {
        "user": doctor.pk,
        "specialization": "General practice",
        "license_number": doctor.license_number,
        "availability": True,
        "slot_minutes": None,
    }


def test_an_admin_has_no_profile_to_show(client_of, admin):
    data = client_of(admin).get(URL).json()["data"]
    assert (data["role"], data["doctor_profile"], data["patient_profile"]) == ("admin", None, None)


@pytest.mark.parametrize("now, age", [("2026-05-16T20:59:59+00:00", 35), ("2026-05-16T21:00:00+00:00", 36)])
def test_a_birthday_begins_at_the_clinics_midnight(client_of, clock, mercy, now, age):
    clock.move_to(now)
    assert client_of(mercy).get(URL).json()["data"]["patient_profile"]["age"] == age


def test_it_costs_three_queries(client_of, mercy, django_assert_num_queries):
    client = client_of(mercy)
    # The session with its person, and the clinic.
    with django_assert_num_queries(3):
        client.get(URL)


def test_she_changes_her_details(client_of, mercy):
    changes = {
        "full_name": " Mercy  Njeri ",
        "profile_pic": "",
        "language": "sw",
        "date_of_birth": "1991-12-01",
        "gender": "undisclosed",
    }
    answer = client_of(mercy).patch(URL, changes)
    assert (answer.status_code, answer.json()["data"]) == (
        200,
        oneself(
            mercy,
            {"age": 34, "date_of_birth": "1991-12-01", "gender": "undisclosed"},
            full_name="Mercy Njeri",
            profile_pic="",
            language="sw",
        ),
    )
    assert logged() == [("user.changed_own_details", f"user:{mercy.pk}", mercy.pk)]
    assert Entry.objects.get().details == {"fields": list(changes)}


def test_another_email_and_number_need_the_password(client_of, mercy):
    changes = {"email": "M.Njeri@Example.com", "phone_number": "0722 000 111", "password": factories.PASSWORD}
    answer = client_of(mercy).patch(URL, changes)
    assert (answer.status_code, answer.json()["data"]) == (
        200,
        oneself(mercy, email="m.njeri@example.com", phone_number="254722000111"),
    )
    assert Entry.objects.get().details == {"fields": ["email", "phone_number"]}


@pytest.mark.parametrize("password", [{}, {"password": ""}, {"password": "not-the-right-one"}])
@pytest.mark.parametrize("change", [{"email": "new@example.com"}, {"phone_number": "0722 000 111"}])
def test_without_the_right_one_nothing_changes(client_of, mercy, password, change):
    client, before = client_of(mercy), kept()
    answer = client.patch(URL, {"full_name": "Mercy Njeri", "gender": "other", **change, **password})
    assert (answer.status_code, answer.json()) == (400, invalid(password="That is not your password."))
    assert kept() == before
    assert logged() == []


def test_the_same_email_and_number_are_no_change(client_of, mercy):
    client, before = client_of(mercy), kept()
    answer = client.patch(URL, {"email": "MERCY@example.com", "phone_number": "+254 712 345 678"})
    assert (answer.status_code, answer.json()["data"]) == (200, oneself(mercy))
    assert kept() == before
    assert logged() == []


def test_what_is_not_hers_to_change_is_left_alone(client_of, mercy):
    client, before = client_of(mercy), kept()
    for changes in (
        {},
        {"national_id": "CD99999", "role": "admin", "state": "rejected", "is_active": False},
        {"medical_history": "Nothing.", "patient_profile": {"medical_history": "Nothing."}},
    ):
        assert client.patch(URL, changes).json()["data"] == oneself(mercy)
    assert kept() == before
    assert logged() == []


def test_only_patients_have_a_date_of_birth(client_of, doctor):
    client, before = client_of(doctor), kept()
    assert client.patch(URL, {"date_of_birth": "1980-01-01", "gender": "male"}).status_code == 200
    assert kept() == before


@pytest.mark.parametrize(
    "changes, fields",
    [
        ({"full_name": "M"}, {"full_name": "Ensure this field has at least 2 characters."}),
        ({"full_name": None}, {"full_name": "This field may not be null."}),
        (
            {"profile_pic": "javascript:alert(1)"},
            {"profile_pic": "Write an address that begins with https://."},
        ),
        ({"language": "xx"}, {"language": '"xx" is not a valid choice.'}),
        ({"date_of_birth": "2026-12-01"}, {"date_of_birth": "Write a date of birth of the last 130 years."}),
        ({"gender": ""}, {"gender": '"" is not a valid choice.'}),
        (
            {"email": "nobody", "phone_number": "12"},
            {
                "email": "Enter a valid email address.",
                "phone_number": "Write a phone number, as in 0712 345 678 or +254 712 345 678.",
            },
        ),
    ],
)
def test_what_cannot_be_is_refused(client_of, mercy, changes, fields):
    client, before = client_of(mercy), kept()
    answer = client.patch(URL, {**changes, "password": factories.PASSWORD})
    assert (answer.status_code, answer.json()) == (400, invalid(**fields))
    assert kept() == before
    assert logged() == []


def test_what_another_has_is_refused(client_of, mercy, other_patient):
    client, before = client_of(mercy), kept()
    answer = client.patch(URL, {"email": other_patient.email, "password": factories.PASSWORD})
    assert (answer.status_code, answer.json()) == (
        400,
        invalid(email="Someone with this email address is registered already."),
    )
    assert kept() == before
    assert logged() == []


def test_answers_speak_her_language_not_the_browsers(client_of, mercy):
    client = client_of(mercy)
    client.patch(URL, {"language": "sw"})
    answer = client.get(URL, headers={"Accept-Language": "en"})
    assert answer.headers["Content-Language"] == "sw"


@pytest.mark.parametrize("method", ["get", "patch"])
def test_only_the_signed_in(anonymous, mercy, method):
    before = kept()
    answer = getattr(anonymous, method)(URL, {"full_name": "Nobody"})
    assert (answer.status_code, answer.json()) == (401, NOT_AUTHENTICATED)
    assert kept() == before
