"""One envelope round every answer, and the order in which a request is refused."""

from typing import Any

import pytest
from django.db import connection, connections
from django.urls import resolve
from rest_framework.test import APIClient

from clinic.pages import Pages
from config.edge import BIGGEST_BODY, DISCARDED_AT_MOST
from tests.readers import READERS
from tests.routes import METHODS, Route, routes
from tests.tables import undone
from tests.test_permissions import ROWS

UNWRAPPED = ("schema/", "docs/")
TOO_LARGE = b" " * (BIGGEST_BODY + 1)
WRAPPED = [row for row in ROWS if row[1] not in UNWRAPPED]
ROUTES = routes()
JSON = "application/json"


def by_path(route: Route) -> str:
    return route.path


def by_row(row: list[str]) -> str:
    return f"{row[0]} {row[1]}"


def refused(response: Any) -> tuple[int, str]:
    """Status and code of a refusal, in the envelope and signed as all answers are."""
    signed(response)
    assert response["Content-Type"] == JSON
    body = response.json()
    assert list(body) == ["success", "message", "code", "data"]
    assert body["success"] is False
    assert body["message"][0].isupper()
    return response.status_code, body["code"]


def signed(response: Any) -> None:
    assert response["Cache-Control"] == "no-store"
    assert len(response["X-Request-ID"]) == 32


@pytest.mark.parametrize("row", WRAPPED, ids=by_row)
def test_what_went_well(cast, row):
    method, path, *expected = row
    reader = READERS[next(place for place, cell in enumerate(expected) if cell < "300")]

    response = cast.ask(reader, method, path, cast.ids)

    signed(response)
    assert response["Content-Type"] == JSON
    view = resolve("/api/" + path.format(**cast.ids)).func.cls
    paged = method == "GET" and getattr(view, "pagination_class", None) is Pages
    body = response.json()
    assert list(body) == ["success", "message", "data", *["meta"] * paged]
    assert (body["success"], body["message"]) == (True, "")
    if paged:
        assert body["meta"] == {"page": 1, "page_size": 20, "total": len(body["data"])}
    if method == "DELETE":
        assert body["data"] is None


@pytest.mark.parametrize("row", WRAPPED, ids=by_row)
def test_who_may_not(cast, row):
    method, path, *expected = row
    codes = {"401": {"not_authenticated", "token_invalid"}, "403": {"forbidden"}, "404": {"not_found"}}

    for reader, cell in zip(READERS, expected, strict=True):
        if cell[:3] in codes:
            with undone():
                status, code = refused(cast.ask(reader, method, path, cast.ids))
            assert str(status) == cell[:3]
            assert code in codes[cell[:3]]


@pytest.mark.parametrize("route", ROUTES, ids=by_path)
def test_a_method_that_is_not_there(route):
    for method in set(METHODS) - {*route.methods}:
        assert refused(APIClient().generic(method, route.example)) == (405, "method_not_allowed")


@pytest.mark.parametrize("route", ROUTES, ids=by_path)
def test_an_answer_that_we_cannot_give(route):
    for method in route.methods:
        response = APIClient().generic(method, route.example, HTTP_ACCEPT="image/png")
        assert refused(response) == (406, "not_acceptable")


@pytest.mark.parametrize(
    "path", ["/api/", "/api/nurses/", "/api/clinic", "/api/appointments/1.5/", "/api/%00/"]
)
def test_an_unknown_address(path):
    assert refused(APIClient().get(path)) == (404, "not_found")


@pytest.mark.parametrize("route", ROUTES, ids=by_path)
def test_a_body_that_is_too_large(route):
    for method in METHODS:
        assert refused(APIClient().generic(method, route.example, TOO_LARGE)) == (413, "too_large")


def test_a_body_that_is_too_large_is_read_to_its_end():
    response = APIClient().post("/api/auth/login/", TOO_LARGE, content_type=JSON)

    assert response.wsgi_request.META["wsgi.input"].read() == b""


def test_of_a_huge_body_one_mebibyte_is_read():
    response = APIClient().post("/api/auth/login/", b" " * (DISCARDED_AT_MOST + 7), content_type=JSON)

    assert response.status_code == 413
    assert response.wsgi_request.META["wsgi.input"].read() == b" " * 7


def test_the_largest_body(db):
    largest = b"{}".ljust(BIGGEST_BODY)

    assert refused(APIClient().post("/api/auth/login/", largest, content_type=JSON)) == (400, "invalid")


@pytest.mark.parametrize("row", [row for row in WRAPPED if row[0] in ("POST", "PUT", "PATCH")], ids=by_row)
def test_a_body_that_cannot_be_read(cast, row):
    method, path, *expected = row
    reader = READERS[next(place for place, cell in enumerate(expected) if cell < "300")]
    url = "/api/" + path.format(**cast.ids)
    ask = cast.clients[reader].generic

    assert refused(ask(method, url, b"<xml/>", "text/xml")) == (415, "unsupported_media_type")
    assert refused(ask(method, url, b"{", JSON)) == (400, "malformed")


@pytest.mark.parametrize("path", ["/api/broken/", "/api/broken/outside/"])
@pytest.mark.urls("tests.broken")
def test_a_bug(path, caplog):
    client = APIClient(raise_request_exception=False)

    response = client.get(path)

    assert refused(response) == (500, "server_error")
    number = response["X-Request-ID"]
    assert response.json()["data"] == {"request_id": number}
    assert response.json()["message"] == f"Something broke on our side. Tell us this number: {number}"
    assert b"Mercy" not in response.content


@pytest.mark.django_db(transaction=True)
def test_without_the_database(cast, monkeypatch):
    connection.close()
    monkeypatch.setitem(connections["default"].settings_dict, "HOST", "/nowhere")
    needing_none = {"health/live/", *UNWRAPPED}

    for method, path, *_ in [row for row in ROWS if row[1] not in needing_none]:
        response = cast.ask("admin", method, path, cast.ids)
        assert refused(response) == (503, "unavailable"), path
        assert response["Retry-After"] == "2"

    for path in needing_none:
        response = cast.ask("admin", "GET", path, cast.ids)
        signed(response)
        assert response.status_code == 200


def test_the_order_of_refusals(cast):
    """One request breaks every rule. Each time what it is refused for is mended, and nothing else."""
    missing, real = (f"/api/doctors/{pk}/time-off/" for pk in (10**9, cast.ids["doctor"]))
    whole_day = b'{"starts_at": "2026-12-01T00:00:00+03:00", "ends_at": "2026-12-02T00:00:00+03:00"}'
    picture, text = {"HTTP_ACCEPT": "image/png"}, "text/plain"
    steps = [
        ("anonymous", "PUT", missing, TOO_LARGE, text, picture, (413, "too_large")),
        ("anonymous", "PUT", missing, b"{", text, picture, (405, "method_not_allowed")),
        ("anonymous", "POST", missing, b"{", text, picture, (406, "not_acceptable")),
        ("anonymous", "POST", missing, b"{", text, {}, (401, "not_authenticated")),
        ("patient", "POST", missing, b"{", text, {}, (403, "forbidden")),
        ("other_doctor", "POST", missing, b"{", text, {}, (404, "not_found")),
        ("other_doctor", "POST", real, b"{", text, {}, (403, "forbidden")),
        ("doctor", "POST", real, b"{", text, {}, (415, "unsupported_media_type")),
        ("doctor", "POST", real, b"{", JSON, {}, (400, "malformed")),
        ("doctor", "POST", real, b"{}", JSON, {}, (400, "invalid")),
        ("doctor", "POST", real, whole_day, JSON, {}, (409, "would_cancel_appointments")),
    ]

    for reader, method, url, body, kind, headers, expected in steps:
        response = cast.clients[reader].generic(method, url, body, kind, **headers)
        assert refused(response) == expected
