"""POST users/{id}/deactivate/: who is shut out. What becomes of his visits is tested with the visits."""

import pytest

from accounts.models import AdminProfile, Session
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
    signed_in_since,
)
from tests.conftest import MONDAY


def url(user):
    return f"/api/users/{user.pk}/deactivate/"


def test_it_takes_effect_on_the_very_next_request(client_of, anonymous, admin, patient):
    client = client_of(patient)
    _, pair = signed_in_since(patient, MONDAY)
    answer = client_of(admin).post(url(patient))
    assert answer.status_code == 200
    data = answer.json()["data"]
    assert (data["id"], data["state"], data["is_active"]) == (patient.pk, "deactivated", False)
    for answer in (
        client.get("/api/auth/me/"),
        anonymous.post("/api/auth/token/refresh/", {"refresh": pair.refresh}),
    ):
        assert (answer.status_code, answer.json()) == (401, TOKEN_INVALID)
    assert not Session.objects.filter(user=patient, ended_at=None).exists()
    assert logged() == [("user.deactivated", f"user:{patient.pk}", admin.pk)]


def test_an_admins_seat_is_free_again(client_of, admin):
    other = factories.AdminFactory(seat=2).user
    assert client_of(admin).post(url(other)).status_code == 200
    assert AdminProfile.objects.get(user=other).seat is None


def test_nobody_deactivates_himself(client_of, admin):
    factories.AdminFactory(seat=2)
    client, before = client_of(admin), people()
    answer = client.post(url(admin))
    assert (answer.status_code, answer.json()) == (
        409,
        refusal("own_account", "You cannot deactivate yourself."),
    )
    assert people() == before
    assert logged() == []


def test_deactivating_the_deactivated_changes_nothing(client_of, admin):
    user = factories.PatientFactory(user__state="deactivated").user
    client, before = client_of(admin), people()
    answer = client.post(url(user))
    assert (answer.status_code, answer.json()["data"]["state"]) == (200, "deactivated")
    assert people() == before
    assert logged() == []


@pytest.mark.parametrize("state", ["pending", "rejected"])
def test_only_who_is_active_can_be_deactivated(client_of, admin, state):
    user = factories.RegistrationFactory(user__state=state).user
    client, before = client_of(admin), people()
    answer = client.post(url(user))
    assert (answer.status_code, answer.json()) == (409, WRONG_STATUS)
    assert people() == before
    assert logged() == []


def test_only_admins(client_of, anonymous, doctor, patient):
    before = people()[0]
    answer = client_of(doctor).post(url(patient))
    assert (answer.status_code, answer.json()) == (403, FORBIDDEN)
    answer = anonymous.post(url(patient))
    assert (answer.status_code, answer.json()) == (401, NOT_AUTHENTICATED)
    assert people()[0] == before


def test_who_is_not_there_is_not_found_before_the_body_is_read(client_of, admin):
    answer = client_of(admin).post("/api/users/999999/deactivate/", "{", content_type="application/json")
    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)
