"""Who may do what: one row for every method of every address, one column for every reader."""

from collections import defaultdict

import pytest
from django.urls import resolve
from rest_framework.response import Response

from tests.readers import READERS
from tests.routes import METHODS, Route, routes
from tests.tables import everything_kept, undone

# 403v: he sees it, but it is not his to act on. No other refusal may tell whether there is such a thing.
TABLE = """
                                                     anonymous inactive patient other doctor other admin
GET    health/live/                                        200      200     200   200    200   200   200
GET    health/ready/                                       200      200     200   200    200   200   200
GET    schema/                                             200      200     200   200    200   200   200
GET    docs/                                               200      200     200   200    200   200   200
POST   auth/register/                                      201      201     201   201    201   201   201
POST   auth/login/                                         200      200     200   200    200   200   200
POST   auth/token/refresh/                                 200      200     200   200    200   200   200
POST   auth/logout/                                        401      401     200   401    401   401   401
GET    auth/me/                                            401      401     200   200    200   200   200
PATCH  auth/me/                                            401      401     200   200    200   200   200
POST   auth/password/change/                               401      401     200   200    200   200   200
GET    auth/sessions/                                      401      401     200   200    200   200   200
DELETE auth/sessions/{session}/                            401      401     200   404    404   404   404
GET    auth/two-step/                                      401      401     200   200    200   200   200
POST   auth/two-step/                                      401      401     200   200    200   409   200
POST   auth/two-step/confirm/                              401      401     409   200    409   409   409
DELETE auth/two-step/                                      401      401     409   409    409   200   409
POST   auth/step-up/                                       401      401     409   409    409   200   409
GET    users/                                              401      401     403   403    403   403   200
GET    users/{patient}/                                    401      401     403   403    403   403   200
PATCH  users/{patient}/                                    401      401     403   403    403   403   200
POST   users/{pending}/activate/                           401      401     403   403    403   403   200
POST   users/{pending}/reject/                             401      401     403   403    403   403   200
POST   users/{patient}/deactivate/                         401      401     403   403    403   403   200
GET    notifications/                                      401      401     403   403    403   403   200
POST   notifications/test/                                 401      401     403   403    403   403   200
POST   notifications/{message}/retry/                      401      401     403   403    403   403   200
GET    clinic/                                             200      401     200   200    200   200   200
PATCH  clinic/                                             401      401     403   403    403   403   200
GET    clinic/closed-days/                                 200      401     200   200    200   200   200
POST   clinic/closed-days/                                 401      401     403   403    403   403   201
DELETE clinic/closed-days/{closed_day}/                    401      401     403   403    403   403   200
GET    doctors/                                            401      401     200   200    200   200   200
GET    doctors/specializations/                            401      401     200   200    200   200   200
GET    doctors/{doctor}/                                   401      401     200   200    200   200   200
GET    doctors/me/                                         401      401     404   404    200   200   404
PATCH  doctors/{doctor}/                                   401      401     403   403    200  403v   200
PATCH  doctors/me/                                         401      401     403   403    200   200   404
GET    doctors/{doctor}/slots/                             401      401     200   200    200   200   200
GET    doctors/me/slots/                                   401      401     404   404    200   200   404
GET    doctors/{doctor}/working-hours/                     401      401     403   403    200  403v   200
PUT    doctors/{doctor}/working-hours/                     401      401     403   403    200  403v   200
PUT    doctors/me/working-hours/                           401      401     403   403    200   200   404
GET    doctors/{doctor}/time-off/                          401      401     403   403    200  403v   200
POST   doctors/{doctor}/time-off/                          401      401     403   403    201  403v   201
DELETE doctors/{doctor}/time-off/{time_off}/               401      401     403   403    200  403v   200
DELETE doctors/me/time-off/{time_off}/                     401      401     403   403    200   404   404
GET    patients/                                           401      401     403   403    200   200   200
GET    patients/{patient}/                                 401      401     200   404    200   200   200
PATCH  patients/{patient}/                                 401      401     403   403    200   200   403
GET    patients/{patient}/medical-history/                 401      401     200   404    200   200   403
GET    patients/{patient}/readings/                        401      401     200   404    403   403   403
GET    appointments/                                       401      401     200   200    200   200   200
POST   appointments/                                       401      401     201   400    201   400   201
GET    appointments/{visit}/                               401      401     200   404    200   404   200
POST   appointments/{visit}/cancel/                        401      401     200   404    200   404   200
POST   appointments/{visit}/reschedule/                    401      401     200   404    200   404   200
POST   appointments/{begun}/check-in/                      401      401     403   403    200   404   200
POST   appointments/{begun}/complete/                      401      401     403   403    200   404   403
POST   appointments/{begun}/no-show/                       401      401     403   403    200   404   200
GET    activity/                                           401      401     403   403    403   403   200
"""
ROWS = [line.split() for line in TABLE.splitlines()[2:]]


def told(response: Response) -> tuple[int, bytes, dict[str, str]]:
    """All that a reader can learn from an answer."""
    headers = {name: value for name, value in response.items() if name != "X-Request-ID"}
    return response.status_code, response.content, headers


def test_every_method_of_every_address_has_a_row():
    anything = defaultdict(lambda: 1)
    told_of = {(method, resolve("/api/" + path.format_map(anything)).route) for method, path, *_ in ROWS}

    assert told_of == {(method, route.path) for route in routes() for method in route.methods}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]}")
def test_each_reader_gets_what_the_table_says(cast, row):
    method, path, *expected = row
    before = everything_kept()
    answers = {}

    for reader in READERS:
        with undone():
            response = cast.ask(reader, method, path, cast.ids)
            answers[reader] = response.status_code
            if response.status_code >= 400:
                assert everything_kept() == before, f"the refusal to {reader} changed something"

    assert answers == {reader: int(cell[:3]) for reader, cell in zip(READERS, expected, strict=True)}


@pytest.mark.parametrize("row", [row for row in ROWS if "{" in row[1]], ids=lambda row: f"{row[0]} {row[1]}")
def test_what_one_may_not_see_might_as_well_not_exist(cast, row):
    method, path, *expected = row
    missing = dict.fromkeys(cast.ids, max(cast.ids.values()) + 1000)

    for reader, cell in zip(READERS, expected, strict=True):
        if cell in ("401", "403", "404"):
            there = cast.ask(reader, method, path, cast.ids)
            assert told(cast.ask(reader, method, path, missing)) == told(there), reader
        else:
            assert cast.ask(reader, method, path, missing).status_code == 404, reader


@pytest.mark.parametrize("route", routes(), ids=lambda route: route.path)
def test_a_method_that_an_address_does_not_have_is_refused_to_everybody(cast, route: Route):
    before = everything_kept()

    for method in [method for method in METHODS if method not in route.methods]:
        answers = {
            reader: (response.status_code, response.headers["Allow"])
            for reader in READERS
            for response in [cast.clients[reader].generic(method, route.example)]
        }
        assert answers == dict.fromkeys(READERS, (405, ", ".join(route.methods))), method

    assert everything_kept() == before


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_an_unknown_address_is_unknown_to_everybody(cast, method):
    answers = {reader: cast.clients[reader].generic(method, "/api/nurses/").status_code for reader in READERS}

    assert answers == dict.fromkeys(READERS, 404)


@pytest.mark.parametrize("row", [row for row in ROWS if row[0] == "GET"], ids=lambda row: row[1])
def test_who_may_get_may_ask_for_the_head_alone(cast, row):
    """RFC 9110, 9.3.2: the same answer without its body."""
    _method, path, *expected = row

    answers = {reader: cast.ask(reader, "HEAD", path, cast.ids) for reader in READERS}

    assert [answer.status_code for answer in answers.values()] == [int(cell[:3]) for cell in expected]
    assert {answer.content for answer in answers.values()} == {b""}
