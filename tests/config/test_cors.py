"""Pages of another origin: those that the environment lists may use the API, refusals included."""

import pytest
from rest_framework.test import APIClient

OURS = "https://pages.clinic.example"
ASKED = {
    "HTTP_ACCESS_CONTROL_REQUEST_METHOD": "POST",
    "HTTP_ACCESS_CONTROL_REQUEST_HEADERS": "idempotency-key, x-refresh-cookie",
}


@pytest.fixture(autouse=True)
def listed(settings):
    settings.CORS_ALLOWED_ORIGINS = [OURS]


def words_of(header: str) -> set[str]:
    return {word.strip() for word in header.split(",")}


def test_a_listed_origin_may_send_what_the_api_reads():
    response = APIClient().options("/api/appointments/", HTTP_ORIGIN=OURS, **ASKED)

    assert response.status_code == 200
    assert response["Access-Control-Allow-Origin"] == OURS
    assert response["Access-Control-Allow-Credentials"] == "true"
    assert {"authorization", "content-type", "idempotency-key", "x-refresh-cookie"} <= words_of(
        response["Access-Control-Allow-Headers"]
    )


def test_another_origin_is_allowed_nothing():
    response = APIClient().options("/api/appointments/", HTTP_ORIGIN="https://elsewhere.example", **ASKED)

    assert "Access-Control-Allow-Origin" not in response


@pytest.mark.parametrize(
    "method, path, body, status",
    [
        ("GET", "/api/health/live/", b"", 200),
        ("GET", "/api/nurses/", b"", 404),
        ("DELETE", "/api/auth/login/", b"", 405),
        ("POST", "/api/auth/login/", b" " * 70_000, 413),
        ("POST", "/api/auth/login/", b"{", 400),
    ],
)
def test_every_answer_may_be_read_there_with_its_headers(method, path, body, status):
    response = APIClient().generic(method, path, body, "application/json", HTTP_ORIGIN=OURS)

    assert response.status_code == status
    assert response["Access-Control-Allow-Origin"] == OURS
    assert words_of(response["Access-Control-Expose-Headers"]) == {"retry-after", "x-request-id"}
