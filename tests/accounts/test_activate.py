"""POST users/{id}/activate/"""

from accounts.models import AdminProfile, DoctorProfile, PatientProfile
from activity.models import Entry
from tests import factories
from tests.accounts.cast import (
    FORBIDDEN,
    NOT_AUTHENTICATED,
    NOT_FOUND,
    TOKEN_INVALID,
    WRONG_STATUS,
    logged,
    people,
    refusal,
)


def url(user):
    return f"/api/users/{user.pk}/activate/"


def waiting(role, **asked):
    license_number = asked.get("license_number")
    return factories.RegistrationFactory(
        user__role=role,
        user__license_number=license_number,
        **{"date_of_birth": None, "gender": ""} | asked,
    ).user


def profiles():
    return [list(table.objects.values()) for table in (PatientProfile, DoctorProfile, AdminProfile)]


def test_a_patient_gets_her_profile_from_what_was_asked(client_of, admin):
    user = factories.RegistrationFactory().user
    answer = client_of(admin).post(url(user))
    assert answer.status_code == 200
    data = answer.json()["data"]
    assert (data["id"], data["state"], data["is_active"]) == (user.pk, "active", True)
    assert data["patient_profile"] == {
        "user": user.pk,
        "age": 36,
        "date_of_birth": "1990-05-17",
        "gender": "female",
    }
    assert logged() == [("user.activated", f"user:{user.pk}", admin.pk)]


def test_a_doctor_starts_available_and_without_hours(client_of, admin):
    user = waiting("doctor", specialization="Surgery", license_number="K 77")
    answer = client_of(admin).post(url(user))
    assert (answer.status_code, answer.json()["data"]["doctor_profile"]) == (
        200,
        {
            "user": user.pk,
            "specialization": "Surgery",
            "license_number": "K 77",
            "availability": True,
            "slot_minutes": None,
        },
    )
    assert not user.doctor_profile.working_hours.exists()


def test_an_admin_takes_the_lowest_free_seat(client_of, clinic):
    second = factories.AdminFactory(seat=2).user
    user = waiting("admin")
    assert client_of(second).post(url(user)).status_code == 200
    assert AdminProfile.objects.get(user=user).seat == 1


def test_there_is_no_third_seat(client_of, admin):
    factories.AdminFactory(seat=2)
    user = waiting("admin")
    client, before = client_of(admin), (people(), profiles())
    answer = client.post(url(user))
    assert (answer.status_code, answer.json()) == (
        409,
        refusal("admin_seats_full", "Both admin seats are taken. Deactivate an admin first."),
    )
    assert (people(), profiles()) == before
    assert not Entry.objects.exists()


def test_activating_the_active_changes_nothing(client_of, admin, patient):
    client, before = client_of(admin), (people(), profiles())
    answer = client.post(url(patient))
    assert (answer.status_code, answer.json()["data"]["state"]) == (200, "active")
    assert (people(), profiles()) == before
    assert not Entry.objects.exists()


def test_the_deactivated_come_back_as_they_were(client_of, admin):
    profile = factories.DoctorFactory(user__state="deactivated", slot_minutes=20, availability=False)
    client, before = client_of(admin), profiles()
    assert client.post(url(profile.user)).status_code == 200
    profile.user.refresh_from_db()
    assert (profile.user.state, profiles()) == ("active", before)


def test_an_admin_who_comes_back_needs_a_seat_too(client_of, admin):
    former = factories.AdminFactory(seat=None, user__state="deactivated").user
    other = factories.AdminFactory(seat=2).user
    client = client_of(admin)
    assert client.post(url(former)).json()["code"] == "admin_seats_full"
    former.refresh_from_db()
    assert former.state == "deactivated"
    AdminProfile.objects.filter(user=other).delete()
    assert client.post(url(former)).status_code == 200
    assert AdminProfile.objects.get(user=former).seat == 2


def test_tokens_from_before_stay_dead(client_of, admin, patient):
    of_patient, of_admin = client_of(patient), client_of(admin)
    assert of_patient.get("/api/auth/me/").status_code == 200
    assert of_admin.post(f"/api/users/{patient.pk}/deactivate/").status_code == 200
    assert of_admin.post(url(patient)).status_code == 200
    answer = of_patient.get("/api/auth/me/")
    assert (answer.status_code, answer.json()) == (401, TOKEN_INVALID)


def test_a_rejection_stands(client_of, admin):
    user = factories.RegistrationFactory(user__state="rejected").user
    client, before = client_of(admin), (people(), profiles())
    answer = client.post(url(user))
    assert (answer.status_code, answer.json()) == (409, WRONG_STATUS)
    assert (people(), profiles()) == before
    assert not Entry.objects.exists()


def test_only_admins(client_of, anonymous, doctor):
    user = factories.RegistrationFactory().user
    for client, status, body in (
        (client_of(doctor), 403, FORBIDDEN),
        (anonymous, 401, NOT_AUTHENTICATED),
    ):
        for address in (url(user), "/api/users/999999/activate/"):
            answer = client.post(address)
            assert (answer.status_code, answer.json()) == (status, body)
    user.refresh_from_db()
    assert user.state == "pending"


def test_who_is_not_there(client_of, admin):
    answer = client_of(admin).post("/api/users/999999/activate/")
    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)
