"""A whole clinic for one trial: gunicorn over the real settings, and a PostgreSQL server of its own.

Linux only: the processes are found in /proc.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import connections
from django.db.backends.postgresql.base import DatabaseWrapper

from config import environment, local, postgres, run, servers
from config.environment import ROOT
from tests.canaries import require_discreet
from tests.e2e.live import free_port
from tests.trials.client import Client
from tests.trials.waiting import wait_until

PATIENCE = 40  # seconds for the server to end
Unblocked = Callable[[], AbstractContextManager[None]]  # pytest-django keeps tests from databases
GUNICORN = ("-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi")


def make_template(folder: Path) -> Path:
    """A database server's files with the clinic's tables, to be copied for each clinic."""
    with local.server(folder) as url:
        manage("migrate", "--no-input", "--verbosity=0", DATABASE_URL=url)
    return folder


def manage(*arguments: str, **variables: str) -> str:
    """What a command of manage.py wrote. It must end well."""
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **variables}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def open_clinic(
    template: Path,
    folder: Path,
    unblocked: Unblocked,
    *,
    database: Mapping[str, str] | None = None,
    **variables: str,
) -> Iterator[LiveClinic]:
    """An open clinic without people. `database` are settings of PostgreSQL, `variables` the environment's."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cp", "-a", template / "postgres", folder], check=True)
    with local.server(folder, database) as url:
        clinic = LiveClinic(folder, free_port(), url, database or {}, variables, unblocked)
        try:
            clinic.start()
            yield clinic
        finally:
            clinic.end()
        require_discreet([clinic.log, folder / "postgres" / "log"])


@dataclass
class LiveClinic:
    folder: Path
    port: int
    database_url: str
    database: Mapping[str, str]
    variables: dict[str, str]
    unblocked: Unblocked
    process: subprocess.Popen[bytes] = field(init=False, repr=False)
    clients: list[Client] = field(default_factory=list)

    def start(self) -> None:
        """People are served by the role that owns nothing, as `make run` does it."""
        served = {"DATABASE_URL": run.url_of_app(self.folder, self.database_url)}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *GUNICORN],
                cwd=ROOT,
                env=self.environment() | served,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=servers.follow_parent,  # noqa: PLW1509 - only async-signal-safe calls
            )
        servers.wait_until_answered(self.port, [self.process])
        wait_until(lambda: len(self.workers) == int(self.environment()["WEB_CONCURRENCY"]))

    @contextmanager
    def another_server(self) -> Iterator[LiveClinic]:
        """The same clinic served by a second machine over the same database."""
        other = replace(self, port=free_port(), clients=[])
        try:
            other.start()
            yield other
        finally:
            other.end()

    def environment(self) -> dict[str, str]:
        """The same keys as the trial's own process, so that it can sign people in."""
        return {
            **os.environ,
            "CLINIC_LOCAL": "1",
            "DATA_DIR": str(self.folder),
            "DATABASE_URL": self.database_url,
            "SECRET_KEY": settings.SECRET_KEY,
            "JWT_SIGNING_KEY": settings.JWT_SIGNING_KEY,
            "PORT": str(self.port),
            "WEB_CONCURRENCY": "2",
            "LOG_LEVEL": "INFO",
            **self.variables,
        }

    def end(self) -> None:
        """Let the server end by itself; whatever is left of it then is killed."""
        for client in self.clients:
            client.close()
        for number in (signal.SIGTERM, signal.SIGKILL):
            if self.process.poll() is not None:
                return
            os.killpg(self.process.pid, number)
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                continue

    def manage(self, *arguments: str) -> str:
        return manage(*arguments, **self.environment())

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def client(self, token: str = "", timeout: float = 60) -> Client:
        """Its connection is closed with the clinic at the latest."""
        self.clients.append(Client(self.port, token, timeout))
        return self.clients[-1]

    def status(self, path: str) -> int:
        """What anybody is answered, on a connection for this alone."""
        with closing(Client(self.port)) as anybody:
            return anybody.get(path).status

    # Processes

    @property
    def master(self) -> int:
        return self.process.pid

    @property
    def workers(self) -> list[int]:
        return children(self.master)

    @property
    def postmaster(self) -> int:
        return int((self.folder / "postgres" / "postmaster.pid").read_text().split()[0])

    def stop_database(self, mode: str = "immediate") -> None:
        assert postgres.run("pg_ctl", self.folder / "postgres", "stop", "--wait", f"--mode={mode}")

    def start_database(self) -> None:
        postgres.start(self.folder / "postgres", local.socket_of(self.folder), self.database)

    # What is written down

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    @property
    def database_log(self) -> str:
        return (self.folder / "postgres" / "log").read_text(errors="replace")

    def sql(self) -> psycopg.Connection:
        """A connection of the operator's own, each statement a transaction."""
        return psycopg.connect(self.database_url, autocommit=True)

    @contextmanager
    def tables(self) -> Iterator[None]:
        """Django's models and the tests' factories, in this thread over this clinic's database."""
        described = {**connections.settings["default"], **environment.database(self.database_url)}
        before, connections["default"] = connections["default"], DatabaseWrapper(described, "default")
        try:
            with self.unblocked():
                yield
        finally:
            connections["default"].close()
            connections["default"] = before


def children(pid: int) -> list[int]:
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def freeze(pid: int) -> None:
    """Until each of its threads stands still: the signal reaches one, which then tells the others."""
    os.kill(pid, signal.SIGSTOP)
    threads = Path(f"/proc/{pid}/task")
    wait_until(lambda: all(state_of(thread) == "T" for thread in threads.iterdir()))


def state_of(thread: Path) -> str:
    return (thread / "stat").read_text().rsplit(")", 1)[1].split()[0]
