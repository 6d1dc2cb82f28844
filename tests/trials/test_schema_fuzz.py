"""Thousands of generated requests, each by every role: answered as the schema says, none kept if refused."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
import schemathesis
import time_machine
import yaml
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st
from rest_framework.test import APIClient
from schemathesis import APIOperation, Case, GenerationMode, Response
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from clinic.schema import STATUS_OF
from config.wsgi import application
from tests.conftest import MONDAY
from tests.readers import Cast
from tests.tables import everything_kept, undone

ROLES = ("anonymous", "patient", "doctor", "admin")
AT_LEAST = 10_000
CHECKS = [
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
# Whose ids are meant, by what stands before them in an address.
THERE = {
    "appointments": ("visit", "begun"),
    "closed-days": ("closed_day",),
    "doctors": ("doctor", "other_doctor"),
    "notifications": ("message",),
    "patients": ("patient", "other_patient"),
    "sessions": ("session",),
    "time-off": ("time_off",),
    "users": ("patient", "pending", "doctor", "admin"),
}
UNHURRIED = settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    """Everything happens in this process, so the cast may have its Monday morning."""
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def schema(db: None) -> Iterator[schemathesis.BaseSchema]:
    """As it is served, but for the credentials, which are each role's own and never generated.

    Between requests the connection stays, since each request is taken back on it.
    """
    served = yaml.safe_load(APIClient().get("/api/schema/").content)
    for operation in [operation for path in served["paths"].values() for operation in path.values()]:
        operation.pop("security", None)
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_dict(served)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_generated_requests(cast: Cast, schema: schemathesis.BaseSchema, say: Callable[[str], None]):
    asking = Asking(cast)

    for operation in [found.ok() for found in schema.get_all_operations()]:
        for mode in modes(operation):
            asking.try_out(operation, mode)

    for role, answers in asking.answers.items():
        say(f"{role}: {answers.total()} requests, {told(answers)}")
    assert sum(answers.total() for answers in asking.answers.values()) >= AT_LEAST


def modes(operation: APIOperation) -> list[GenerationMode]:
    """What fits the schema and what does not; where nothing is taken, nothing can be wrong."""
    takes_anything = operation.body or operation.path_parameters or operation.query
    return [GenerationMode.POSITIVE, GenerationMode.NEGATIVE] if takes_anything else [GenerationMode.POSITIVE]


def told(answers: Counter[int]) -> str:
    return ", ".join(f"{count} × {status}" for status, count in sorted(answers.items()))


class Asking:
    """Every role asks for anything, in a clinic that is put back after each answer."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.good = {as_in_the_schema(*address): body for address, body in cast.bodies.items()}
        self.before = everything_kept()
        self.answers: dict[str, Counter[int]] = {role: Counter() for role in ROLES}

    def try_out(self, operation: APIOperation, mode: GenerationMode) -> None:
        @UNHURRIED
        @given(case=self.cases(operation, mode), data=st.data())
        def ask(case: Case, data: st.DataObject) -> None:
            self.bring_nearer(case, data)
            for role in ROLES:
                note(f"asked by {role}")
                self.ask(case, role)

        ask()

    def cases(self, operation: APIOperation, mode: GenerationMode) -> st.SearchStrategy[Case]:
        """Half of them at the address of something that is there, if that leaves anything to generate."""
        anywhere = operation.as_strategy(generation_mode=mode)
        named = re.findall(r"([\w-]+)/\{(\w+)\}", operation.path)
        if not named or (mode is GenerationMode.NEGATIVE and not (operation.body or operation.query)):
            return anywhere
        ids = [[(name, self.cast.ids[there]) for there in THERE[before]] for before, name in named]
        there = [operation.as_strategy(mode, path_parameters=dict(chosen)) for chosen in product(*ids)]
        return st.booleans().flatmap(lambda near: st.one_of(there) if near else anywhere)

    def bring_nearer(self, case: Case, data: st.DataObject) -> None:
        """Half of the time lay what was generated over a body that would do."""
        good = self.good.get((case.method.upper(), case.path))
        if (
            isinstance(good, dict)
            and isinstance(case.body, dict)
            and data.draw(st.booleans(), "over a good body")
        ):
            laid_over = data.draw(
                st.sets(st.sampled_from(sorted(case.body))) if case.body else st.just(set())
            )
            case.body = good | {name: case.body[name] for name in laid_over}

    def ask(self, case: Case, role: str) -> None:
        credentials = self.cast.clients[role]._credentials
        headers = {"Authorization": credentials["HTTP_AUTHORIZATION"]} if credentials else {}
        with undone():
            response = case.call(headers=headers, app=application)
            self.answers[role][response.status_code] += 1
            if response.status_code < 400:
                connection.check_constraints()
            else:
                assert everything_kept() == self.before, "a refused request changed something"
        in_the_envelope(response)
        case.validate_response(response, checks=CHECKS, headers=headers)


def as_in_the_schema(method: str, path: str) -> tuple[str, str]:
    """An address of the cast's, under the names that the schema gives to its ids."""
    path = path.replace("{time_off}", "{time_off_id}").replace("doctors/me/", "doctors/{id}/")
    return method, "/api/" + re.sub(r"\{(?!time_off_id)\w+", "{id", path)


def in_the_envelope(response: Response) -> None:
    assert response.status_code < 500
    assert response.headers["cache-control"] == ["no-store"]
    assert len(response.headers["x-request-id"][0]) == 32
    said: dict[str, Any] = response.json()
    if response.status_code < 300:
        assert list(said)[:3] == ["success", "message", "data"]
        assert said["success"] is True
    else:
        assert list(said) == ["success", "message", "code", "data"]
        assert said["success"] is False
        assert said["message"]
        assert STATUS_OF[said["code"]] == response.status_code
