"""A program that talks to the clinic over one kept connection, and sees exactly what was answered."""

from __future__ import annotations

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple


class Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def data(self) -> Any:
        return self.json["data"]

    @property
    def code(self) -> str | None:
        return self.json.get("code")


@dataclass
class Client:
    """One person's program; one without a token is nobody's."""

    port: int
    token: str = ""
    timeout: float = 60
    _connection: http.client.HTTPConnection | None = None

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, **headers)

    def post(self, path: str, body: Any = None, **headers: str) -> Answer:
        return self.ask("POST", path, body, **headers)

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        """`path` is below /api/; an underscore in a header's name stands for a dash.

        Raises OSError or HTTPException where no answer came; the next request takes a new connection.
        """
        content = None if body is None else json.dumps(body)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if content is not None:
            sent["Content-Type"] = "application/json"
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        connection = self._connection = self._connection or self.connect()
        try:
            connection.request(method, f"/api/{path}", content, sent)
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        except (OSError, http.client.HTTPException):
            self.close()
            raise

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)

    def close(self) -> None:
        if self._connection:
            self._connection.close()
        self._connection = None
