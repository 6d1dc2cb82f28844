"""GET and PATCH users/{id}/"""

import pytest

from activity.models import Entry
from tests import factories
from tests.accounts.cast import FORBIDDEN, NOT_AUTHENTICATED, NOT_FOUND, invalid, logged, people


def url(user):
    return f"/api/users/{user.pk}/"


@pytest.fixture
def newcomer(clinic):
    return factories.RegistrationFactory(
        user__full_name="Zawadi Ali",
        user__national_id="AB12345",
        user__email="zawadi@example.com",
        user__phone_number="254712345678",
        user__role="doctor",
        user__license_number="K 77",
        date_of_birth=None,
        gender="",
        specialization="Surgery",
        license_number="K 77",
    ).user


def page_of(user, **changes):
    return {
        "id": user.pk,
        "email": "zawadi@example.com",
        "full_name": "Zawadi Ali",
        "national_id": "AB12345",
        "phone_number": "254712345678",
        "role": "doctor",
        "profile_pic": "",
        "language": "en",
        "is_active": False,
        "doctor_profile": None,
        "patient_profile": None,
        "state": "pending",
        "created_at": "2026-01-05T12:00:00+03:00",
        "registration": {
            "date_of_birth": None,
            "gender": "",
            "specialization": "Surgery",
            "license_number": "K 77",
            "reject_reason": "",
        },
    } | changes


def test_one_with_what_was_asked_when_registering(client_of, admin, newcomer):
    answer = client_of(admin).get(url(newcomer))
    assert (answer.status_code, answer.json()) == (
        200,
        {"success": True, "message": "", "data": page_of(newcomer)},
    )


def test_a_patients_page_has_no_medical_history(client_of, admin, patient):
    patient.patient_profile.medical_history = "Asthma."
    patient.patient_profile.save()
    answer = client_of(admin).get(url(patient))
    assert list(answer.json()["data"]["patient_profile"]) == ["user", "age", "date_of_birth", "gender"]
    assert "Asthma" not in answer.content.decode()


def test_an_admin_corrects_what_names_a_person(client_of, admin, newcomer):
    changes = {
        "full_name": " Zawadi  Hassan ",
        "national_id": "cd-99 999",
        "email": "Z.Hassan@Example.com",
        "phone_number": "0722 000 111",
    }
    answer = client_of(admin).patch(url(newcomer), changes)
    assert (answer.status_code, answer.json()["data"]) == (
        200,
        page_of(
            newcomer,
            full_name="Zawadi Hassan",
            national_id="CD99999",
            email="z.hassan@example.com",
            phone_number="254722000111",
        ),
    )
    assert logged() == [("user.corrected", f"user:{newcomer.pk}", admin.pk)]
    assert Entry.objects.get().details == {"fields": ["full_name", "national_id", "email", "phone_number"]}


def test_correcting_nothing_is_no_act(client_of, admin, newcomer):
    client = client_of(admin)
    for body in ({}, {"full_name": "Zawadi Ali"}, {"role": "admin", "state": "active", "language": "sw"}):
        answer = client.patch(url(newcomer), body)
        assert (answer.status_code, answer.json()["data"]) == (200, page_of(newcomer))
    assert logged() == []


@pytest.mark.parametrize(
    "changes, fields",
    [
        (
            {"national_id": "12", "email": "nobody", "full_name": ""},
            {
                "full_name": "This field may not be blank.",
                "national_id": "Write 5 to 12 letters or digits.",
                "email": "Enter a valid email address.",
            },
        ),
        ({"email": None}, {"email": "This field may not be null."}),
        (
            {"phone_number": "call me"},
            {"phone_number": "Write a phone number, as in 0712 345 678 or +254 712 345 678."},
        ),
    ],
)
def test_what_cannot_be_is_refused(client_of, admin, newcomer, changes, fields):
    client, before = client_of(admin), people()
    answer = client.patch(url(newcomer), changes)
    assert (answer.status_code, answer.json()) == (400, invalid(**fields))
    assert people()[:2] == before[:2]
    assert logged() == []


def test_what_another_has_is_refused_at_every_field(client_of, admin, newcomer, patient):
    client, before = client_of(admin), people()
    taken = {name: getattr(patient, name) for name in ("national_id", "email", "phone_number")}
    answer = client.patch(url(newcomer), {**taken, "full_name": "Zawadi Hassan"})
    assert (answer.status_code, answer.json()) == (
        400,
        invalid(
            national_id="Someone with this national ID is registered already.",
            email="Someone with this email address is registered already.",
            phone_number="Someone with this phone number is registered already.",
        ),
    )
    assert people()[:2] == before[:2]
    assert logged() == []


def test_only_admins(client_of, anonymous, patient, newcomer):
    before = people()
    for method in ("get", "patch"):
        answer = getattr(client_of(patient), method)(url(patient))
        assert (answer.status_code, answer.json()) == (403, FORBIDDEN)
        answer = getattr(anonymous, method)(url(newcomer))
        assert (answer.status_code, answer.json()) == (401, NOT_AUTHENTICATED)
    assert people()[:2] == before[:2]


@pytest.mark.parametrize("number", [999_999, 2**64])
def test_who_is_not_there_is_not_found_before_the_body_is_read(client_of, admin, number):
    client = client_of(admin)
    address = f"/api/users/{number}/"
    answers = [client.get(address), client.patch(address, "{", content_type="application/json")]
    assert [(answer.status_code, answer.json()) for answer in answers] == [(404, NOT_FOUND)] * 2


def test_the_rejected_stand_in_nobodys_way(client_of, admin, patient):
    rejected = factories.RegistrationFactory(user__state="rejected").user
    client = client_of(admin)
    assert client.patch(f"/api/users/{rejected.pk}/", {"email": patient.email}).status_code == 200
    taken = {"national_id": rejected.national_id}
    assert client.patch(f"/api/users/{patient.pk}/", taken).status_code == 200
