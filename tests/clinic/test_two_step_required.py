"""The clinic's rule `two_step_required_for`"""

from datetime import UTC, datetime

import pytest
from rest_framework.test import APIClient

from activity.models import Entry
from clinic.models import Clinic
from tests import factories
from tests.accounts.cast import refusal
from tests.factories import PASSWORD, code

URL = "/api/clinic/"
TWO_STEP_REQUIRED = refusal("two_step_required", "Switch two-step sign-in on first.")
MONDAY = datetime(2026, 11, 30, 4, 0, tzinfo=UTC)


def require(*roles):
    Clinic.objects.update(two_step_required_for=list(roles))


def rule():
    return Clinic.objects.get().two_step_required_for


@pytest.fixture
def careful(admin):
    return factories.two_step_on(admin)


@pytest.mark.parametrize(
    "typed, kept",
    [
        (["admin"], ["admin"]),
        (["admin", "doctor"], ["doctor", "admin"]),
        (["doctor", "doctor"], ["doctor"]),
        ([], []),
    ],
)
def test_an_admin_who_has_it_may_require_it(client_of, careful, typed, kept):
    answer = client_of(careful).patch(URL, {"two_step_required_for": typed})
    assert (answer.status_code, answer.json()["data"]["two_step_required_for"]) == (200, kept)
    assert rule() == kept
    told = Entry.objects.filter(action="clinic.changed", details={"fields": ["two_step_required_for"]})
    assert told.count() == bool(kept)


@pytest.mark.parametrize("had, wanted", [([], ["doctor"]), (["doctor"], ["doctor", "admin"])])
def test_one_who_has_not_may_not_add_a_role(client_of, admin, had, wanted):
    require(*had)
    answer = client_of(admin).patch(URL, {"slot_minutes": 20, "two_step_required_for": wanted})
    assert (answer.status_code, answer.json()) == (403, TWO_STEP_REQUIRED)
    assert (rule(), Clinic.objects.get().slot_minutes) == (had, 30)
    assert not Entry.objects.exists()


def test_but_may_take_one_out_or_leave_it(client_of, admin):
    require("doctor")
    client = client_of(admin)
    assert client.patch(URL, {"two_step_required_for": ["doctor"]}).status_code == 200
    assert client.patch(URL, {"two_step_required_for": []}).status_code == 200
    assert rule() == []


@pytest.mark.parametrize("role", ["doctor", "admin"])
def test_a_role_newly_required_reaches_only_what_lets_it_enrol(client_of, request, role):
    person = request.getfixturevalue(role)
    client = client_of(person)
    require(role)
    for method, path in (
        ("get", "appointments/"),
        ("get", "doctors/"),
        ("get", "patients/"),
        ("get", "users/"),
        ("get", "activity/"),
        ("patch", "clinic/"),
        ("get", "appointments/999999/"),
        ("post", "appointments/"),
    ):
        answer = getattr(client, method)(f"/api/{path}")
        assert (answer.status_code, answer.json()) == (403, TWO_STEP_REQUIRED), path
    assert client.get("/api/auth/me/").json()["data"]["id"] == person.pk
    assert client.get("/api/auth/sessions/").status_code == 200
    assert client.get("/api/auth/two-step/").json()["data"] == {
        "on": False,
        "required": True,
        "recovery_codes_left": 0,
    }


def test_what_anyone_may_see_is_seen_with_a_token_too(client_of, doctor):
    require("doctor")
    client = client_of(doctor)
    for path in ("clinic/", "clinic/closed-days/"):
        assert client.get(f"/api/{path}").status_code == 200


def test_signing_in_works_and_enrolling_opens_the_rest(doctor):
    require("doctor")
    client = APIClient()
    body = {"national_id": doctor.national_id, "password": PASSWORD}
    access = client.post("/api/auth/login/", body).json()["data"]["access"]
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {access}")
    factories.AuthenticatorFactory(user=doctor)
    assert client.get("/api/appointments/").json() == TWO_STEP_REQUIRED
    assert client.post("/api/auth/two-step/confirm/", {"code": code()}).status_code == 200
    assert client.get("/api/appointments/").status_code == 200


def test_other_roles_notice_nothing(client_of, patient, doctor):
    require("admin")
    for person in (patient, doctor):
        assert client_of(person).get("/api/appointments/").status_code == 200


def test_who_switches_it_off_is_back_at_the_door(client_of, careful):
    require("admin")
    client = client_of(careful)
    assert client.delete("/api/auth/two-step/", {"password": PASSWORD, "code": code()}).status_code == 200
    assert client.get("/api/users/").json() == TWO_STEP_REQUIRED
    assert client.post("/api/auth/two-step/").status_code == 200


def test_it_is_told_in_the_persons_language(client_of, doctor):
    require("doctor")
    doctor.language = "sw"
    doctor.save(update_fields=["language"])
    assert client_of(doctor).get("/api/doctors/").json()["message"] == "Washa kwanza kuingia kwa hatua mbili."


def test_it_costs_no_statement(client_of, doctor, django_assert_num_queries):
    client = client_of(doctor)
    require("doctor")
    with django_assert_num_queries(1):
        assert client.get("/api/doctors/").status_code == 403
