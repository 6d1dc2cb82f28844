"""The clinic and the floor, opened for measuring on one PostgreSQL of their own, and closed again."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from benchmarks import yardstick
from config import local, servers
from config.environment import ROOT


@contextmanager
def database() -> Iterator[Path]:
    """An empty server with the settings of local use, in a folder that goes with it."""
    with tempfile.TemporaryDirectory(prefix="clinic-", ignore_cleanup_errors=True) as folder:
        os.environ |= {"CLINIC_LOCAL": "1", "DATA_DIR": folder}
        with local.server(Path(folder)) as url:
            os.environ["DATABASE_URL"] = url
            migrate = [sys.executable, "manage.py", "migrate", "--no-input", "--verbosity=0"]
            subprocess.run(migrate, cwd=ROOT, check=True)
            yield Path(folder)


@contextmanager
def clinic(data_dir: Path, port: int, workers: int) -> Iterator[tuple[int, ...]]:
    """The clinic as `make run` serves it; the processes whose CPU is its cost."""
    os.environ |= {"PORT": str(port), "WEB_CONCURRENCY": str(workers)}
    command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"]
    with servers.running([command]) as started:
        servers.wait_until_answered(port, started)
        yield started[0].pid, postmaster(data_dir)


@contextmanager
def floor(data_dir: Path, port: int, doctors: int) -> Iterator[tuple[int, ...] | None]:
    """The floor where there is one, in a database beside the clinic's on the same server."""
    if not yardstick.is_there():
        yield None
        return
    with psycopg.connect(local.address_of(data_dir, "postgres"), autocommit=True) as connection:
        connection.execute("CREATE DATABASE floor")
    os.environ |= {"FLOOR_DB": "postgresql://postgres@/floor", "PGHOST": str(local.socket_of(data_dir))}
    yardstick.prepare(doctors)
    with servers.running([yardstick.command(port)]) as started:
        servers.wait_until_answered(port, started)
        yield started[0].pid, postmaster(data_dir)


def postmaster(data_dir: Path) -> int:
    return int((data_dir / "postgres" / "postmaster.pid").read_text().split()[0])


def deadlocks(data_dir: Path) -> int:
    return (data_dir / "postgres" / "log").read_text(errors="replace").count("deadlock detected")
