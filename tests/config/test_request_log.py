"""One line in the log for each request."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from tests.factories import PASSWORD, VisitFactory

REQUESTS = "config.request_log"
TIME = "2026-11-30T04:00:00.000+00:00"


def line_of(kept):
    """The request's line, without what differs from run to run."""
    [line] = [line for line in kept.lines if line["logger"] == REQUESTS]
    assert line.pop("milliseconds") >= 0
    return line


def test_who_asked_for_what_and_what_it_cost(kept, patient, client_of):
    visit = VisitFactory(patient=patient.patient_profile)

    client = client_of(patient)

    with CaptureQueriesContext(connection) as sent:
        response = client.get(f"/api/appointments/{visit.pk}/?search=Mercy")

    assert line_of(kept) == {
        "time": TIME,
        "level": "INFO",
        "logger": REQUESTS,
        "message": "GET /api/appointments/{id}/ 200",
        "request_id": response["X-Request-ID"],
        "user": patient.pk,
        "role": "patient",
        "method": "GET",
        "route": "/api/appointments/{id}/",
        "status": 200,
        "statements": len(sent),
    }


def test_a_refusal_has_its_code(kept, patient):
    response = APIClient().post(
        "/api/auth/login/", {"national_id": patient.national_id, "password": "not-the-password"}
    )

    line = line_of(kept)
    assert line["request_id"] == response["X-Request-ID"]
    assert [line[name] for name in ("route", "status", "code")] == [
        "/api/auth/login/",
        401,
        "bad_credentials",
    ]
    assert line["acts"] == ["session.failed"]
    assert "user" not in line


def test_what_was_done_is_named_as_in_the_activity_log(kept, patient):
    APIClient().post("/api/auth/login/", {"national_id": patient.national_id, "password": PASSWORD})

    assert line_of(kept)["acts"] == ["session.started"]


@pytest.mark.parametrize(
    ("method", "path", "route", "status", "code"),
    [
        ("GET", "/api/patients/Mercy/", "/api/*", 404, "not_found"),
        ("GET", "/patients/Mercy", "/*", 503, None),
        ("DELETE", "/api/auth/login/", "/api/auth/login/", 405, "method_not_allowed"),
        ("MERCY", "/api/auth/login/", "/api/auth/login/", 405, "method_not_allowed"),
        ("GET", "/api/doctors/me/time-off/12/", "/api/doctors/{id}/time-off/{time_off_id}/", 405, None),
    ],
)
def test_a_route_is_a_pattern_and_a_method_one_of_the_known(kept, db, method, path, route, status, code):
    Client().generic(method, path, QUERY_STRING="search=Mercy")

    line = line_of(kept)
    assert (line["route"], line["status"]) == (route, status)
    assert line["method"] == ("other" if method == "MERCY" else method)
    assert line.get("code") == (code or line.get("code"))
    assert "Mercy" not in "".join(kept.text)


@pytest.mark.urls("tests.broken")
@pytest.mark.parametrize("path", ["/api/broken/", "/api/broken/outside/"])
def test_a_bug_has_two_lines_with_one_number(kept, path):
    response = APIClient(raise_request_exception=False).get(f"{path}?search=Mercy")

    bug, request = kept.lines
    assert bug["request_id"] == request["request_id"] == response["X-Request-ID"]
    assert (request["status"], request["level"], request["code"]) == (500, "ERROR", "server_error")
    assert (bug["level"], bug["message"]) == ("ERROR", "A request was broken off by an exception.")
    assert bug["exception"].splitlines()[-1] == "builtins.LookupError"
    assert "Mercy" not in "".join(kept.text)


def test_an_unknown_host_is_told_once(kept):
    response = Client(headers={"host": "elsewhere.example"}).get("/api/clinic/")

    told, request = kept.lines
    assert (response.status_code, request["status"]) == (400, 400)
    assert told["logger"] == "django.security.DisallowedHost"
    assert told["message"] == "Invalid HTTP_HOST header: …. You may need to add … to ALLOWED_HOSTS."
