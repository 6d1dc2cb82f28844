"""Thousands of generated requests by each role: answered as the schema says, and nothing kept if refused."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import schemathesis
import time_machine
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
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
AT_LEAST = 2_500  # by each role, so 10,000 in all
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
    "patients": ("patient", "other_patient"),
    "sessions": ("session",),
    "time-off": ("time_off",),
    "users": ("patient", "pending", "doctor", "admin"),
}
UNHURRIED = settings(
    max_examples=40,
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
    """As it is served. Between requests the connection stays, since each is taken back on it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/schema/", application)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize("role", ROLES)
def test_generated_requests(
    role: str, cast: Cast, schema: schemathesis.BaseSchema, say: Callable[[str], None]
):
    asker = Asker(role, cast)

    for operation in schema.get_all_operations():
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            asker.try_out(operation.ok(), mode)

    say(f"{role}: {asker.answers.total()} requests, {told(asker.answers)}")
    assert asker.answers.total() >= AT_LEAST


def told(answers: Counter[int]) -> str:
    return ", ".join(f"{count} × {status}" for status, count in sorted(answers.items()))


class Asker:
    """Somebody of one role who asks for anything, in a clinic that is put back after each answer."""

    def __init__(self, role: str, cast: Cast) -> None:
        self.cast = cast
        credentials = cast.clients[role]._credentials
        self.headers = {"Authorization": credentials["HTTP_AUTHORIZATION"]} if credentials else {}
        self.good = {as_in_the_schema(*address): body for address, body in cast.bodies.items()}
        self.before = everything_kept()
        self.answers: Counter[int] = Counter()

    def try_out(self, operation: APIOperation, mode: GenerationMode) -> None:
        @UNHURRIED
        @given(case=operation.as_strategy(generation_mode=mode), data=st.data())
        def ask(case: Case, data: st.DataObject) -> None:
            self.bring_nearer(case, data)
            self.ask(case)

        ask()

    def bring_nearer(self, case: Case, data: st.DataObject) -> None:
        """Half of the time ask for what is there, and lay what was generated over a body that would do."""
        for name in case.path_parameters or {}:
            if data.draw(st.booleans(), f"{name} of something that is there"):
                case.path_parameters[name] = data.draw(st.sampled_from(self.ids_at(case.path, name)), name)
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

    def ids_at(self, path: str, name: str) -> list[int]:
        before = path.partition(f"/{{{name}}}")[0].rpartition("/")[2]
        return [self.cast.ids[there] for there in THERE[before]]

    def ask(self, case: Case) -> None:
        with undone():
            response = case.call(headers=self.headers)
            self.answers[response.status_code] += 1
            if response.status_code < 400:
                connection.check_constraints()
            else:
                assert everything_kept() == self.before, "a refused request changed something"
        in_the_envelope(response)
        case.validate_response(response, checks=CHECKS, headers=self.headers)


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
