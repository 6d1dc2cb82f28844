"""POST auth/register/"""

from datetime import date

import pytest
from rest_framework.test import APIClient

from accounts.models import Registration, User
from clinic.models import Clinic
from tests import factories
from tests.accounts.cast import PATIENT, invalid, logged, people, refusal
from tests.racing import race

URL = "/api/auth/register/"
REQUIRED = "This field is required."


def newcomer(**changes):
    return {name: value for name, value in {**PATIENT, **changes}.items() if value is not ...}


def doctor(**changes):
    asked = {"role": "doctor", "specialization": "Surgery", "license_number": "A 123"}
    return newcomer(date_of_birth=..., gender=..., **asked | changes)


def test_a_patient_registers_and_waits(clinic, anonymous):
    answer = anonymous.post(URL, newcomer(profile_pic="https://example.com/r.png", language="sw"))
    user = User.objects.get()
    assert answer.status_code == 201
    assert answer.json() == {
        "success": True,
        "message": "",
        "data": {
            "id": user.pk,
            "email": "margarita11@example.com",
            "full_name": "Ruben Hoppe IV",
            "national_id": "858523627",
            "phone_number": "254712345678",
            "role": "patient",
            "profile_pic": "https://example.com/r.png",
            "language": "sw",
            "is_active": False,
            "doctor_profile": None,
            "patient_profile": None,
        },
    }
    assert (user.state, user.check_password("quite-a-long-one")) == ("pending", True)
    assert Registration.objects.values().get() == {
        "user_id": user.pk,
        "date_of_birth": date(2002, 3, 9),
        "gender": "female",
        "specialization": "",
        "license_number": "",
        "rejection_reason": "",
    }
    assert logged() == [("user.registered", f"user:{user.pk}", user.pk)]


def test_a_doctor_registers_with_a_license(clinic, anonymous):
    assert anonymous.post(URL, doctor()).status_code == 201
    user = User.objects.get()
    assert (user.role, user.license_number) == ("doctor", "A 123")
    assert (user.registration.specialization, user.registration.license_number) == ("Surgery", "A 123")


def test_an_admin_registers_with_nothing_more(clinic, anonymous):
    answer = anonymous.post(URL, newcomer(role="admin", date_of_birth=..., gender=...))
    assert (answer.status_code, User.objects.get().state) == (201, "pending")


def test_everything_that_is_missing_is_said_at_once(clinic, anonymous):
    answer = anonymous.post(URL, {"role": "doctor"})
    names = [
        "national_id",
        "email",
        "phone_number",
        "full_name",
        "password",
        "specialization",
        "license_number",
    ]
    assert (answer.status_code, answer.json()) == (400, invalid(**dict.fromkeys(names, REQUIRED)))
    assert people() == [[], [], []]


@pytest.mark.parametrize(
    "changes, fields",
    [
        ({"national_id": "12 34"}, {"national_id": "Write 5 to 12 letters or digits."}),
        ({"national_id": 858523627}, {"national_id": "Write text."}),
        ({"email": "nobody"}, {"email": "Enter a valid email address."}),
        (
            {"phone_number": "12"},
            {"phone_number": "Write a phone number, as in 0712 345 678 or +254 712 345 678."},
        ),
        ({"full_name": " R "}, {"full_name": "Ensure this field has at least 2 characters."}),
        ({"full_name": "R\u202euben"}, {"full_name": "This contains characters that cannot be used here."}),
        (
            {"password": "short"},
            {"password": "This password is too short. It must contain at least 10 characters."},
        ),
        ({"password": "x-" * 65}, {"password": "Write a password of at most 128 characters."}),
        ({"password": "password123"}, {"password": "This password is too common."}),
        ({"password": "margarita11@ex"}, {"password": "The password is too similar to the email."}),
        ({"role": "nurse"}, {"role": '"nurse" is not a valid choice.'}),
        ({"date_of_birth": ...}, {"date_of_birth": REQUIRED}),
        ({"date_of_birth": "2026-12-01"}, {"date_of_birth": "Write a date of birth of the last 130 years."}),
        ({"date_of_birth": "1896-11-29"}, {"date_of_birth": "Write a date of birth of the last 130 years."}),
        ({"date_of_birth": "2026-02-30"}, {"date_of_birth": "Write a date as YYYY-MM-DD, as in 2026-12-01."}),
        ({"gender": "f"}, {"gender": '"f" is not a valid choice.'}),
        (
            {"profile_pic": "http://example.com/r.png"},
            {"profile_pic": "Write an address that begins with https://."},
        ),
        ({"language": "xx"}, {"language": '"xx" is not a valid choice.'}),
    ],
)
def test_a_field_that_needs_another_look_is_named(clinic, anonymous, changes, fields):
    answer = anonymous.post(URL, newcomer(**changes))
    assert (answer.status_code, answer.json()) == (400, invalid(**fields))
    assert people() == [[], [], []]


@pytest.mark.parametrize("body", [[], "text", 5, None])
def test_a_body_that_is_no_object_is_refused(clinic, anonymous, body):
    answer = anonymous.post(URL, body)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
    assert people() == [[], [], []]


def test_today_is_the_clinics(clinic, anonymous, clock):
    Clinic.objects.update(time_zone="Pacific/Kiritimati")
    clock.move_to("2026-11-30T11:00:00+00:00")
    assert anonymous.post(URL, newcomer(date_of_birth="2026-12-01")).status_code == 201


def test_all_that_is_taken_is_said_at_once(clinic, anonymous):
    factories.UserFactory(national_id="858523627", email="margarita11@example.com")
    factories.UserFactory(role="doctor", phone_number="254712345678", license_number="A 123")
    before = people()
    answer = anonymous.post(URL, doctor())
    assert (answer.status_code, answer.json()) == (
        400,
        invalid(
            national_id="Someone with this national ID is registered already.",
            email="Someone with this email address is registered already.",
            phone_number="Someone with this phone number is registered already.",
            license_number="Someone with this license number is registered already.",
        ),
    )
    assert people() == before


def test_whoever_was_rejected_may_register_again(clinic, anonymous):
    factories.UserFactory(national_id="858523627", email="margarita11@example.com", state="rejected")
    assert anonymous.post(URL, newcomer()).status_code == 201
    assert User.objects.filter(national_id="858523627").count() == 2


def test_no_more_than_so_many_an_hour_from_one_address(clinic, anonymous, settings, clock):
    settings.REGISTRATIONS_PER_HOUR = 2
    clock.move_to("2026-11-30T04:40:00+00:00")
    assert [anonymous.post(URL, {}).status_code for _ in range(2)] == [400, 400]
    answer = anonymous.post(URL, newcomer())
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "1200")
    assert answer.json() == refusal("throttled", "Too many requests from your address. Try again later.")
    assert people() == [[], [], []]
    assert anonymous.post(URL, newcomer(), REMOTE_ADDR="192.0.2.7").status_code == 201
    clock.move_to("2026-11-30T05:00:00+00:00")
    assert anonymous.post(URL, {}).status_code == 400


@pytest.mark.django_db(transaction=True)
def test_of_ten_who_want_one_id_at_once_one_gets_it(clinic):

    def register(number):
        body = newcomer(email=f"p{number}@example.com", phone_number=f"+2547123456{number:02d}")
        return APIClient().post(URL, body).status_code

    statuses = race([lambda number=number: register(number) for number in range(10)])
    assert sorted(statuses) == [201] + [400] * 9
    assert User.objects.count() == 1


def test_a_stale_token_does_not_matter(clinic, anonymous):
    anonymous.credentials(HTTP_AUTHORIZATION="Bearer stale")
    assert anonymous.post(URL, newcomer()).status_code == 201
