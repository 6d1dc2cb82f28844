"""gunicorn as a deployed clinic has it, over the tests' database."""

import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection

from config import servers
from config.environment import ROOT
from tests.config.test_settings import DEPLOYED, OPTIONAL
from tests.e2e.live import free_port

PATIENCE = 30  # seconds
GUNICORN = ("-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi")
FROM_THE_PROXY = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7", "Host": "clinic.example"}


@dataclass
class Deployed:
    port: int
    process: subprocess.Popen[bytes]
    log: Path

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> int:
        sent = None if body is None else json.dumps(body)
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as line:
            line.request(method, path, sent, FROM_THE_PROXY | {"Content-Type": "application/json"} | headers)
            answer = line.getresponse()
            answer.read()
            return answer.status

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(PATIENCE) == 0

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.log.read_text().splitlines()]


@contextmanager
def deployed(folder: Path, **environment: str) -> Iterator[Deployed]:
    kept = {name: value for name, value in os.environ.items() if name not in DEPLOYED.keys() | OPTIONAL}
    port = free_port()
    named = connection.settings_dict
    url = f"postgresql://{named['USER']}@/{named['NAME']}?host={named['HOST']}"
    given = DEPLOYED | {"DATABASE_URL": url, "TRUSTED_PROXIES": "1", "PORT": str(port)}
    log = folder / "server.log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, *GUNICORN],
            cwd=ROOT,
            env=kept | given | environment,
            stdout=stream,
            stderr=stream,
        )
    try:
        servers.wait_until_answered(port, [process])
        yield Deployed(port, process, log)
    finally:
        process.kill()
        process.wait()
