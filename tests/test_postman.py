"""The Postman collection knows every address. Whether it is true, `make postman` shows."""

import json
import re
from collections.abc import Iterator
from typing import Any

from django.urls import Resolver404, resolve

from clinic import demo
from config.environment import ROOT
from tests.routes import routes

FOLDER = ROOT / "postman"
COLLECTION = json.loads((FOLDER / "clinic.postman_collection.json").read_text())
ENVIRONMENT = json.loads((FOLDER / "local.postman_environment.json").read_text())


def requests() -> Iterator[dict[str, Any]]:
    return (item for folder in COLLECTION["item"] for item in folder["item"])


def test_every_method_of_every_address_is_played():
    played = set()
    for item in requests():
        path = re.sub(r"\{\{\w+\}\}", "1", item["request"]["url"].partition("?")[0]).removeprefix("1")
        try:
            played.add((item["request"]["method"], resolve(path).route))
        except Resolver404:
            assert item["name"] == "An address that is not there"

    assert {(method, route.path) for route in routes() for method in route.methods} <= played


def test_every_request_is_tested():
    for item in requests():
        (script,) = [event["script"]["exec"] for event in item["event"] if event["listen"] == "test"]
        assert "pm.response.to.have.status" in script[0], item["name"]


def test_its_environment_has_the_demo_logins():
    values = {entry["key"]: entry["value"] for entry in ENVIRONMENT["values"]}

    assert values["demo_password"] == demo.PASSWORD
    assert values["admin_national_id"] == demo.LOGINS["admin"]
    assert values["doctor_national_id"] == demo.LOGINS["doctor"]
