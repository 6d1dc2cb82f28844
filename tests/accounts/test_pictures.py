"""The pictures of people, where the clinic has switched them off."""

import pytest

from accounts.models import User
from clinic.models import Clinic

PICTURE = "https://example.com/a.png"


@pytest.fixture(autouse=True)
def switched_off(admin, patient):
    User.objects.update(profile_pic=PICTURE)
    Clinic.objects.update(show_pictures=False)


def test_others_are_shown_without(admin, patient, client_of):
    client = client_of(admin)
    rows = client.get("/api/users/").json()["data"]
    assert {row["id"]: row["profile_pic"] for row in rows} == {admin.pk: PICTURE, patient.pk: ""}
    assert client.get(f"/api/users/{patient.pk}/").json()["data"]["profile_pic"] == ""


def test_one_still_sees_ones_own(patient, client_of):
    assert client_of(patient).get("/api/auth/me/").json()["data"]["profile_pic"] == PICTURE
