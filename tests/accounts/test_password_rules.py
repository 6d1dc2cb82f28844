"""What a password may be, where one is chosen"""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.obvious import left_of
from clinic.models import Clinic
from tests.accounts.cast import PATIENT, invalid
from tests.factories import PASSWORD

COMMON = "This password is too common."
OBVIOUS = "This password is easy to guess. Take several words that nobody would think of."
LONG = "Write a password of at most 128 characters."
SHORT = "This password is too short. It must contain at least 10 characters."
MERCY = User(
    full_name="Mercy Wambui",
    email="mwende88@example.com",
    national_id="30112233",
    phone_number="254712345678",
)


@pytest.fixture(autouse=True)
def of_mara(clinic):
    Clinic.objects.update(name="Mara Clinic")


def said_of(password, user=None):
    try:
        validate_password(password, user)
    except ValidationError as error:
        return error.messages
    return []


@pytest.mark.parametrize(
    "password",
    [
        "password1234",
        "PASSWORD1234",
        "1q2w3e4r5t",
        "1qaz2wsx3edc",
        "qwertyuiop",
        "iloveyou123",
        "P@ssw0rd123",
        "hakunamatata",
        "manchester123",
        "Kenya12345",
        "welcome@123",
        "aaaaaaaaaa",
    ],
)
def test_what_many_have_is_refused(password):
    assert said_of(password) == [COMMON]


@pytest.mark.parametrize(
    "password",
    [
        "MaraClinic2026",
        "m@raCl1nic!!",
        "Nairobi@2026",
        "clinic-clinic-clinic",
        "kliniki.2026.kliniki",
        "daktari-1234",
        "nenosiri#2027",
        "letmein-2026!",
        "Admin!!7654321",
        "jambo-jambo-2",
        "asdf4321qwer",
        "98765432109876",
        "zzzzzzzzzzzzyyyyyyyy",
        "ab1ab1ab1ab1ab",
    ],
)
def test_what_anyone_here_would_think_of_is_refused(password):
    assert said_of(password) == [OBVIOUS]


@pytest.mark.parametrize("password", ["mercy2026!!", "mercy-123-wambui-456", "1990-mercy-mwende88"])
def test_so_is_what_names_the_person(password):
    assert said_of(password, MERCY) == [OBVIOUS]
    assert said_of(password) == []


@pytest.mark.parametrize(
    "password, of_what",
    [("mercy wambui", "full name"), ("mwende88-1990", "email"), ("3011-2233-!", "national id")],
)
def test_what_resembles_the_person_is_told_so_and_once(password, of_what):
    assert said_of(password, MERCY) == [f"The password is too similar to the {of_what}."]


@pytest.mark.parametrize(
    "password",
    [
        PASSWORD,
        "tembo-mlima-asali",
        "kiti na mlango",
        "xk3!Qp9zLm",
        "correct horse battery staple 9",
        "Kilimanjaro ni baridi",
        "пароль-мой-друг",
        "我的密码是很长很长的",
        "a" + "b-kettle " * 14,
    ],
)
def test_several_words_or_mere_chance_will_do(password):
    assert said_of(password, MERCY) == []


@pytest.mark.parametrize("password, words", [("short", [SHORT]), ("x9" * 65, [LONG]), ("", [SHORT])])
def test_it_has_from_10_to_128_characters(password, words):
    assert said_of(password) == words


def test_a_long_one_costs_little_to_judge():
    assert left_of("ab" * 2048, []) == 2
    assert left_of("kettle-" * 500 + "x", ["kettle"]) == 1


def test_a_newcomer_is_told(anonymous):
    for password, words in (("MaraClinic2026", OBVIOUS), ("Kenya12345", COMMON), ("Hoppe-2026!", OBVIOUS)):
        answer = anonymous.post("/api/auth/register/", {**PATIENT, "password": password})
        assert (answer.status_code, answer.json()) == (400, invalid(password=words))
    assert not User.objects.exists()


def test_so_is_who_chooses_another(client_of, patient):
    body = {"old_password": PASSWORD, "new_password": "mercy2026!!"}
    answer = client_of(patient).post("/api/auth/password/change/", body)
    assert (answer.status_code, answer.json()) == (400, invalid(new_password=OBVIOUS))
