"""Who may not is told so whatever he sends: nothing that is wrong with a request is looked at before that."""

import json
from urllib.parse import quote

import pytest
from rest_framework.test import APIClient

from tests import nasty
from tests.readers import READERS
from tests.tables import everything_kept
from tests.test_envelope import JSON, by_row, refused
from tests.test_permissions import ROWS
from tests.test_strictness import READS, address, kind_of, named, operation_of, schema_now

# To end a session somebody has to show a token of it, so here the body itself decides.
BY_WHAT_IS_SENT = ("auth/logout/",)
WRITES = [row for row in ROWS if row[0] != "GET" and row[1] not in BY_WHAT_IS_SENT]
SHAPES = [json.dumps(body).encode() for body in (None, 1, "text", [None], [[]], {}, nasty.MANY_KEYS)]
SENT = [(body, JSON) for body in [*nasty.NOT_JSON.values(), *SHAPES]] + [(b"<xml/>", "text/xml"), (b"", "")]


def who_may_not(row: list[str]) -> dict[str, int]:
    cells = zip(READERS, row[2:], strict=True)
    return {reader: int(cell[:3]) for reader, cell in cells if cell[:3] in ("401", "403", "404")}


@pytest.mark.parametrize("row", [row for row in WRITES if who_may_not(row)], ids=by_row)
def test_a_body(cast, row):
    before = everything_kept()
    url = address(cast, row)

    for reader, status in who_may_not(row).items():
        for body, media_type in SENT:
            response = cast.clients[reader].generic(row[0], url, body, media_type)
            assert refused(response)[0] == status, (reader, body[:60])

    assert everything_kept() == before


@pytest.mark.parametrize("row", [row for row in READS if who_may_not(row)], ids=by_row)
def test_a_query(cast, row):
    schema = schema_now()
    before = everything_kept()
    queries = [
        f"{parameter['name']}={quote(value)}"
        for parameter in operation_of(row, schema).get("parameters", [])
        if parameter["in"] == "query"
        for value in nasty.QUERY_OF[kind_of(named(schema, parameter["schema"]))]
    ]

    for reader, status in who_may_not(row).items():
        for query in ["", *queries]:
            response = cast.clients[reader].get(f"{address(cast, row)}?{query}")
            assert refused(response)[0] == status, (reader, query[:60])

    assert everything_kept() == before


@pytest.mark.parametrize("row", [row for row in ROWS if "{" in row[1] and who_may_not(row)], ids=by_row)
def test_an_id(cast, row):
    """An id that cannot be is of something that does not exist."""
    before = everything_kept()

    for reader, status in who_may_not(row).items():
        for value in nasty.IDS:
            url = "/api/" + row[1].format(**dict.fromkeys(cast.ids, quote(value)))
            assert refused(cast.clients[reader].generic(row[0], url, b"{", JSON))[0] in (status, 404), value[
                :40
            ]

    assert everything_kept() == before


@pytest.mark.parametrize(
    "credentials",
    [
        "",
        "Bearer",
        "Bearer ",
        "Bearer a b",
        "Bearer \xff",
        "Basic YWRtaW46YWRtaW4=",
        "bearer x",
        "Bearer " + "x" * 9000,
    ],
)
def test_credentials_that_are_none(cast, credentials):
    client = APIClient(HTTP_AUTHORIZATION=credentials)

    for row in ROWS:
        if row[2] == "401":
            assert refused(client.generic(row[0], address(cast, row), b"{", JSON))[0] == 401, by_row(row)
