"""manage.py create_clinic_admin"""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.management.commands import create_clinic_admin
from accounts.models import User
from tests import factories
from tests.accounts.cast import logged, people

PASSWORD = "quite-a-long-one"
TYPED = {
    "--national-id": "ab-12 345",
    "--email": "Naomi@Example.com",
    "--phone-number": "0712 345 678",
    "--full-name": " Naomi  Cherono ",
}


def create(**changes):
    said = StringIO()
    options = TYPED | {f"--{name.replace('_', '-')}": value for name, value in changes.items()}
    call_command("create_clinic_admin", *[f"{name}={value}" for name, value in options.items()], stdout=said)
    return said.getvalue()


@pytest.fixture
def password(monkeypatch):
    monkeypatch.setenv("CLINIC_ADMIN_PASSWORD", PASSWORD)


@pytest.fixture
def typing(monkeypatch):
    """Somebody at the keyboard who types these, one after the other."""
    monkeypatch.delenv("CLINIC_ADMIN_PASSWORD", raising=False)

    def hands(*answers):
        waiting = iter(answers)
        monkeypatch.setattr(create_clinic_admin, "getpass", lambda _prompt: next(waiting))

    return hands


def test_the_first_admin_is_active_and_has_a_seat(clinic, password, anonymous):
    assert create() == "Naomi Cherono can sign in with the national ID AB12345.\n"
    admin = User.objects.get()
    assert (admin.role, admin.state, admin.email, admin.phone_number, admin.admin_profile.seat) == (
        "admin",
        "active",
        "naomi@example.com",
        "254712345678",
        1,
    )
    assert logged() == [
        ("user.registered", f"user:{admin.pk}", admin.pk),
        ("user.activated", f"user:{admin.pk}", None),
    ]
    answer = anonymous.post("/api/auth/login/", {"national_id": "ab12345", "password": PASSWORD})
    assert answer.status_code == 200


def test_without_the_variable_the_password_is_asked_for_twice(clinic, typing):
    typing(PASSWORD, PASSWORD)
    create()
    assert User.objects.get().check_password(PASSWORD)


def test_two_passwords_that_differ_make_nobody(clinic, typing):
    typing(PASSWORD, PASSWORD + "s")
    with pytest.raises(CommandError, match=r"^password: These two were not the same\.$"):
        create()
    assert people() == [[], [], []]


@pytest.mark.parametrize(
    "changes, line",
    [
        ({"national_id": "12"}, "national-id: Write 5 to 12 letters or digits."),
        ({"email": "nobody"}, "email: Enter a valid email address."),
        (
            {"phone_number": "12"},
            "phone-number: Write a phone number, as in 0712 345 678 or +254 712 345 678.",
        ),
        ({"full_name": "N"}, "full-name: Write a name of 2 to 100 characters."),
        ({"email": PASSWORD + "@example.com"}, "password: The password is too similar to the email."),
    ],
)
def test_what_cannot_be_is_said_in_one_line(clinic, password, changes, line):
    with pytest.raises(CommandError) as refused:
        create(**changes)
    assert str(refused.value) == line
    assert people() == [[], [], []]


def test_who_is_there_already_is_told_so(admin, password):
    before = people()
    with pytest.raises(CommandError) as refused:
        create(email=admin.email)
    assert str(refused.value) == "email: Someone with this email address is registered already."
    assert people() == before


def test_a_third_admin_is_refused_in_one_line(admin, password):
    factories.AdminFactory(seat=2)
    before = people()
    with pytest.raises(CommandError) as refused:
        create()
    assert str(refused.value) == "Both admin seats are taken. Deactivate an admin first."
    assert refused.value.returncode == 1
    assert people() == before
    assert logged() == []
