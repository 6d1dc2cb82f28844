"""POST users/{id}/reject/"""

import pytest

from accounts.models import PatientProfile
from tests import factories
from tests.accounts.cast import FORBIDDEN, NOT_FOUND, WRONG_STATUS, invalid, logged, people

REASON = "The license number is not in the register.\nPlease come by."


def url(user):
    return f"/api/users/{user.pk}/reject/"


@pytest.fixture
def newcomer(clinic):
    return factories.RegistrationFactory().user


def test_a_rejection_carries_its_reason(client_of, admin, newcomer):
    answer = client_of(admin).post(url(newcomer), {"reason": REASON})
    assert answer.status_code == 200
    data = answer.json()["data"]
    assert (data["id"], data["state"], data["is_active"]) == (newcomer.pk, "rejected", False)
    assert data["registration"]["reject_reason"] == REASON
    assert not PatientProfile.objects.exists()
    assert logged() == [("user.rejected", f"user:{newcomer.pk}", admin.pk)]


@pytest.mark.parametrize(
    "body, words",
    [
        ({}, "Say why, for the person to read."),
        ({"reason": ""}, "This field may not be blank."),
        ({"reason": "  "}, "This field may not be blank."),
        ({"reason": None}, "This field may not be null."),
        ({"reason": 5}, "Write text."),
        ({"reason": "x" * 501}, "Ensure this field has no more than 500 characters."),
        ({"reason": "a\u202eb"}, "This contains characters that cannot be used here."),
    ],
)
def test_the_reason_is_needed(client_of, admin, newcomer, body, words):
    client, before = client_of(admin), people()
    answer = client.post(url(newcomer), body)
    assert (answer.status_code, answer.json()) == (400, invalid(reason=words))
    assert people() == before
    assert logged() == []


@pytest.mark.parametrize("state", ["active", "rejected", "deactivated"])
def test_only_who_waits_can_be_rejected(client_of, admin, state):
    user = factories.RegistrationFactory(user__state=state).user
    client, before = client_of(admin), people()
    answer = client.post(url(user), {"reason": REASON})
    assert (answer.status_code, answer.json()) == (409, WRONG_STATUS)
    assert people() == before
    assert logged() == []


def test_only_admins(client_of, patient, newcomer):
    answer = client_of(patient).post(url(newcomer), {"reason": REASON})
    assert (answer.status_code, answer.json()) == (403, FORBIDDEN)
    newcomer.refresh_from_db()
    assert newcomer.state == "pending"


def test_who_is_not_there_is_not_found_before_the_body_is_read(client_of, admin):
    answer = client_of(admin).post("/api/users/999999/reject/", "{", content_type="application/json")
    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)
