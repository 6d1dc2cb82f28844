"""How many statements a request costs, counted in this process; BEGIN, COMMIT and savepoints are not."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.load import Request

TRANSACTION = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")


def count(asked: Request) -> int:
    client = Client(SERVER_NAME="localhost")
    headers: dict[str, Any] = {**asked.headers}
    kind = headers.pop("Content-Type", "application/json")
    with CaptureQueriesContext(connection) as captured:
        answer = client.generic(asked.method, asked.path, asked.body or "", kind, headers=headers)
    if not answer.status_code < 300:
        raise SystemExit(f"{asked.method} {asked.path} answered {answer.status_code}: {answer.content!r}")
    return sum(not query["sql"].startswith(TRANSACTION) for query in captured)
