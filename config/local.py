"""The database of local use: a PostgreSQL of our own in DATA_DIR, running as long as anybody needs it.

Whoever uses the server holds a shared lock, and the last one out stops it. A process that was killed has
let go of its lock, so nothing is ever counted wrong.
"""

import fcntl
import os
import signal
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO
from urllib.parse import quote

import psycopg

from config import postgres

NAME = "clinic"
APP = "clinic_app"  # the role that serves people; see config.roles
LONGEST_SOCKET_FOLDER = 90  # a socket's path may take 107 bytes, and /.s.PGSQL.5432 is part of it


def address_of(data_dir: Path, database: str = NAME, role: str = postgres.OWNER) -> str:
    """The URL of the local database, known before its server runs."""
    return f"postgresql://{role}@/{database}?host={quote(str(socket_of(data_dir)), safe='')}"


def socket_of(data_dir: Path) -> Path:
    """Where the server listens: beside its data or, if that path is too long, among the temporary files."""
    folder = data_dir.resolve() / "postgres"
    if len(os.fsencode(folder)) <= LONGEST_SOCKET_FOLDER:
        return folder
    return Path(tempfile.gettempdir()) / f"clinic-{sha256(os.fsencode(folder)).hexdigest()[:12]}"


@contextmanager
def database_for_command(data_dir: Path) -> Iterator[str]:
    """The database that `make run` left the address of, if it answers; else a server for this command."""
    named = data_dir / "database_url"
    url = named.read_text().strip() if named.is_file() else ""
    if url not in {"", address_of(data_dir)} and answers(url):
        yield url
    else:
        with server(data_dir) as url:
            yield url


@contextmanager
def server(data_dir: Path, settings: Mapping[str, str] | None = None) -> Iterator[str]:
    """The URL of the local database, whose server runs until its last user has left."""
    data_dir.mkdir(parents=True, exist_ok=True)
    folder = data_dir.resolve() / "postgres"
    with ending_on_sigterm(), (data_dir / "users.lock").open("w") as users:
        try:
            with locked(data_dir), uninterrupted():
                fcntl.flock(users, fcntl.LOCK_SH)
                postgres.start(folder, socket_of(data_dir), settings or {})
                create_database(data_dir)
            yield address_of(data_dir)
        finally:
            with uninterrupted(), locked(data_dir):
                if is_last(users):
                    postgres.stop(folder)


@contextmanager
def locked(data_dir: Path) -> Iterator[None]:
    """One process at a time starts or stops the server."""
    with (data_dir / "server.lock").open("w") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        yield


def is_last(users: IO[str]) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def create_database(data_dir: Path) -> None:
    with psycopg.connect(address_of(data_dir, "postgres"), autocommit=True) as connection:
        if not connection.execute("SELECT FROM pg_database WHERE datname = %s", [NAME]).rowcount:
            connection.execute(f"CREATE DATABASE {NAME}")
        if not connection.execute("SELECT FROM pg_roles WHERE rolname = %s", [APP]).rowcount:
            connection.execute(f"CREATE ROLE {APP} LOGIN")


def answers(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=3).close()
    except psycopg.Error:
        return False
    return True


@contextmanager
def ending_on_sigterm() -> Iterator[None]:
    """A polite kill ends the process as Ctrl-C does, through every `finally`, unless it has its own way."""

    def end(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    before = signal.getsignal(signal.SIGTERM)
    if before == signal.SIG_DFL:
        signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Signals wait: a server half started or half stopped would be nobody's."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
