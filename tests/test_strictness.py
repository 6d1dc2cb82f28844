"""Nasty input at every address that takes any, found by the schema: always a refusal, and nothing stored."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import quote

import pytest
from drf_spectacular.generators import SchemaGenerator
from rest_framework.test import APIClient

from config.edge import DISCARDED_AT_MOST
from tests import nasty
from tests.readers import READERS, Cast
from tests.tables import everything_kept
from tests.test_envelope import JSON, by_row, refused
from tests.test_permissions import ROWS

WRITES = [row for row in ROWS if row[0] in ("POST", "PUT", "PATCH")]
READS = [row for row in ROWS if row[0] == "GET" and row[1] not in ("schema/", "docs/")]
# A date of another century is well written, and refused for what it says.
REFUSALS = {(400, "invalid"), (400, "in_the_past"), (400, "beyond_horizon")}
DATES = {"date": "date", "date-time": "date-time"}
OF_ROLE: dict[str, dict[str, str]] = {
    "patient": {"date_of_birth": "2002-03-09", "gender": "female"},
    "doctor": {"specialization": "Surgery", "license_number": "A1234"},
}
# What another role needs is not looked at.
OF_OTHER_ROLES = {"patient": {*OF_ROLE["doctor"]}, "doctor": {*OF_ROLE["patient"]}}


@cache
def schema_now() -> dict[str, Any]:
    return SchemaGenerator().get_schema(request=None, public=True)


@pytest.fixture
def schema() -> dict[str, Any]:
    return schema_now()


@pytest.fixture
def untouched(cast) -> Iterator[None]:
    before = everything_kept()
    yield
    assert everything_kept() == before


def who_may(row: list[str]) -> list[str]:
    """One reader of each role that may."""
    readers = [reader for reader, cell in zip(READERS, row[2:], strict=True) if cell < "300"]
    return [*{reader.removeprefix("other_"): reader for reader in reversed(readers)}.values()]


def by_each(rows: list[list[str]]) -> pytest.MarkDecorator:
    """Once for each row of the permission table and each role that may."""
    asked = [
        pytest.param(row, reader, id=f"{by_row(row)} by {reader}") for row in rows for reader in who_may(row)
    ]
    return pytest.mark.parametrize("row, reader", asked)


def address(cast: Cast, row: list[str]) -> str:
    return "/api/" + row[1].format(**cast.ids)


def operation_of(row: list[str], schema: dict[str, Any]) -> dict[str, Any]:
    """What the schema says of a row of the permission table."""
    path = row[1].replace("{time_off}", "{time_off_id}").replace("doctors/me/", "doctors/{id}/")
    return schema["paths"]["/api/" + re.sub(r"\{(?!time_off_id)\w+", "{id", path)][row[0].lower()]


def named(schema: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    """What a part of the schema is, where it only refers to it."""
    part = next(iter(part.get("oneOf", part.get("allOf", [part]))))
    return schema["components"]["schemas"][part["$ref"].rpartition("/")[2]] if "$ref" in part else part


def fields_of(row: list[str], schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The fields of the body; of an act that needs none, none."""
    body = operation_of(row, schema).get("requestBody", {"content": {JSON: {"schema": {}}}})
    shape = body["content"][JSON]["schema"]
    return named(schema, shape.get("items", shape)).get("properties", {})


def kind_of(field: dict[str, Any]) -> str:
    """The word by which nasty.py knows what is asked for."""
    if "enum" in field:
        return "choice"
    if field["type"] != "string":
        return field["type"]
    return "time" if "pattern" in field else DATES.get(field.get("format"), "text")


def bodies_of(row: list[str], cast: Cast) -> list[Any]:
    """Good bodies to spoil. To register there is one for each role."""
    good = cast.bodies.get((row[0], row[1]), {})
    if row[1] != "auth/register/":
        return [good]
    return [{**good, "role": role, **OF_ROLE[role]} for role in OF_ROLE]


def spoiled(good: Any, field: str, value: Any) -> Any:
    return [{**good[0], field: value}, *good[1:]] if isinstance(good, list) else {**good, field: value}


@by_each(WRITES)
def test_what_is_not_json(cast, untouched, row, reader):
    client, url = cast.clients[reader], address(cast, row)

    for name, body in nasty.NOT_JSON.items():
        assert refused(client.generic(row[0], url, body, JSON)) == (400, "malformed"), name


@by_each(WRITES)
def test_a_body_of_another_shape(cast, untouched, row, reader):
    client, url = cast.clients[reader], address(cast, row)
    wants_list = isinstance(bodies_of(row, cast)[0], list)

    for body in (None, 1, 1.5, True, "text", [None], ["text"], [[]], {} if wants_list else []):
        assert refused(client.generic(row[0], url, json.dumps(body), JSON)) == (400, "invalid"), body


@by_each(WRITES)
def test_five_thousand_names_that_we_do_not_know(cast, row, reader):
    client, url = cast.clients[reader], address(cast, row)
    good = bodies_of(row, cast)[0]
    body = [{**nasty.MANY_KEYS}] if isinstance(good, list) else {**nasty.MANY_KEYS, **good}

    response = client.generic(row[0], url, json.dumps(body), JSON)

    assert response.status_code < 500
    assert list(response.json())[:2] == ["success", "message"]


@by_each(WRITES)
def test_every_field_of_every_body(cast, untouched, schema, row, reader):
    client, url = cast.clients[reader], address(cast, row)
    fields = fields_of(row, schema)

    for good in bodies_of(row, cast):
        unread = OF_OTHER_ROLES.get(good["role"], set()) if "role" in good else set()
        for name, field in fields.items():
            if name in unread:
                continue
            for value in nasty.JSON_OF[kind_of(named(schema, field))] + [None] * (not field.get("nullable")):
                sent = json.dumps(spoiled(good, name, value))
                assert refused(client.generic(row[0], url, sent, JSON)) in REFUSALS, (name, value)


@by_each(READS + WRITES)
def test_every_parameter_of_every_query(cast, untouched, schema, row, reader):
    client, url = cast.clients[reader], address(cast, row)
    good = json.dumps(bodies_of(row, cast)[0]) if row in WRITES else ""

    for parameter in operation_of(row, schema).get("parameters", []):
        if parameter["in"] == "query":
            for value in nasty.QUERY_OF[kind_of(named(schema, parameter["schema"]))]:
                asked = f"{url}?{parameter['name']}={quote(value)}"
                assert refused(client.generic(row[0], asked, good, JSON)) == (400, "invalid"), asked[:200]


@by_each([row for row in ROWS if "{" in row[1]])
def test_an_address_with_a_nasty_id(cast, untouched, row, reader):
    client = cast.clients[reader]

    for value in nasty.IDS:
        url = "/api/" + row[1].format(**dict.fromkeys(cast.ids, quote(value)))
        assert refused(client.generic(row[0], url, b"{}", JSON)) == (404, "not_found"), value[:40]


@pytest.mark.parametrize("path", ["doctors/", "patients/", "users/"])
@pytest.mark.parametrize("search", ["%", "_", "\\", "'", '"', "%' OR 1=1 --", "x" * 100])
def test_in_a_search_every_character_means_itself(cast, untouched, path, search):
    response = cast.clients["admin"].get(f"/api/{path}", {"search": search})

    assert response.json() == {
        "success": True,
        "message": "",
        "data": [],
        "meta": {"page": 1, "page_size": 20, "total": 0},
    }


@pytest.mark.parametrize(
    "query", ["page=0", "page=-1", "page=abc", "page=1000000001", "page_size=0", "page_size=101"]
)
def test_a_page_that_cannot_be(cast, query):
    assert refused(cast.clients["admin"].get(f"/api/users/?{query}")) == (400, "invalid")


def test_a_page_past_the_end(cast):
    response = cast.clients["admin"].get("/api/clinic/closed-days/?page=1000000000")

    assert response.json()["data"] == []
    assert response.json()["meta"] == {"page": 10**9, "page_size": 20, "total": 1}


@pytest.mark.parametrize("key", ["short", "x" * 65, "\x00" * 8, "clé-12345678", ""])
def test_a_nasty_idempotency_key(cast, untouched, key):
    body = cast.bodies["POST", "appointments/"]

    response = cast.clients["patient"].post("/api/appointments/", body, HTTP_IDEMPOTENCY_KEY=key)

    assert refused(response) == (400, "invalid")


def test_a_body_without_end(cast):
    stream = Endless()

    response = APIClient().generic(
        "POST", "/api/auth/login/", HTTP_TRANSFER_ENCODING="chunked", **{"wsgi.input": stream}
    )

    assert refused(response) == (413, "too_large")
    assert stream.read_so_far == DISCARDED_AT_MOST


class Endless:
    """A body in chunks that never ends."""

    read_so_far = 0

    def read(self, count: int) -> bytes:
        self.read_so_far += count
        return b" " * count

    readline = read
