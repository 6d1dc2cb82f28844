"""The OpenAPI schema: valid, complete, and true."""

from functools import reduce
from operator import getitem
from typing import Any

import pytest
from django.test import Client
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema

from clinic.schema import STATUS_OF
from tests.routes import routes

GENERATOR_STATS.reset()
SCHEMA: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)
WARNINGS = [*GENERATOR_STATS._warn_cache, *GENERATOR_STATS._error_cache]
OPERATIONS = [
    pytest.param(operation, id=f"{method.upper()} {path}")
    for path, methods in SCHEMA["paths"].items()
    for method, operation in methods.items()
]
UNLISTED = {"api/schema/", "api/docs/"}


def resolved(part: dict[str, Any]) -> dict[str, Any]:
    """What a part of the schema is, where it only refers to it."""
    part = part.get("allOf", [part])[0]
    return reduce(getitem, part["$ref"].split("/")[1:], SCHEMA) if "$ref" in part else part


def test_it_is_valid_and_made_without_a_warning():
    validate_schema(SCHEMA)

    assert WARNINGS == []


def test_it_has_every_method_of_every_address():
    listed = [route for route in routes() if route.path not in UNLISTED]

    assert sum(len(methods) for methods in SCHEMA["paths"].values()) == sum(
        len(route.methods) for route in listed
    )
    assert len(SCHEMA["paths"]) == len(listed)


def test_paths_name_their_ids_as_the_contract_does():
    ids = {name for path in SCHEMA["paths"] for name in path.split("/") if name.startswith("{")}

    assert ids == {"{id}", "{time_off_id}"}


@pytest.mark.parametrize("operation", OPERATIONS)
def test_an_operation_says_what_it_is_and_shows_what_it_answers(operation):
    assert operation["summary"]
    success = [answer for status, answer in operation["responses"].items() if status < "300"]
    assert len(success) == 1
    content = success[0]["content"]["application/json"]
    names = {"success", "message", "data"}
    assert names <= {*content["schema"]["required"]} <= names | {"meta"}
    assert content["examples"]
    for example in content["examples"].values():
        assert {*example["value"]} == {*content["schema"]["required"]}
    if "requestBody" in operation:
        assert operation["requestBody"]["content"]["application/json"]["examples"]


@pytest.mark.parametrize("operation", OPERATIONS)
def test_an_operation_names_its_refusals_by_their_status(operation):
    refusals = {
        int(status): resolved(answer) for status, answer in operation["responses"].items() if status >= "400"
    }

    assert {405, 406, 500, 503} <= {*refusals}
    for status, answer in refusals.items():
        content = answer["content"]["application/json"]
        codes = content["schema"]["properties"]["code"]["enum"]
        assert {STATUS_OF[code] for code in codes} == {status}
        assert list(content["examples"]) == codes
        for code, example in content["examples"].items():
            assert example["value"]["code"] == code
            assert example["value"]["message"]


def test_an_answer_without_data_says_so():
    content = SCHEMA["paths"]["/api/auth/sessions/{id}/"]["delete"]["responses"]["200"]["content"][
        "application/json"
    ]

    assert content["schema"]["properties"]["data"] == {"nullable": True, "enum": [None]}
    assert content["examples"] == {"Done": {"value": {"success": True, "message": "", "data": None}}}


def test_acts_are_named():
    schemas = SCHEMA["components"]["schemas"]
    can = schemas["VisitOut"]["properties"]["can"]["items"]

    assert resolved(can)["enum"] == ["cancel", "reschedule", "check-in", "complete", "no-show"]
    assert resolved(schemas["ReadingOut"]["properties"]["act"])["enum"] == ["read", "wrote"]


def test_it_is_served_and_read_without_leaving_the_clinic(db):
    schema, page = Client().get("/api/schema/"), Client().get("/api/docs/")

    assert schema.status_code == page.status_code == 200
    assert b"//cdn" not in page.content
    assert b"/static/drf_spectacular_sidecar/swagger-ui-dist/swagger-ui-bundle.js" in page.content
