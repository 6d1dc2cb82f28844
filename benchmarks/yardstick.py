"""The floor, a minimal site that does the same, and its load generator, where both are beside us."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.load import Measured, Source
from config.environment import ROOT

FOLDER = Path(os.environ.get("FLOOR_DIR") or ROOT.parent / "shared" / "bench")
STORED = 10_000


def is_there() -> bool:
    return (FOLDER / "floor_site.py").is_file()


def module(name: str) -> ModuleType:
    if str(FOLDER) not in sys.path:
        sys.path.append(str(FOLDER))
    return importlib.import_module(name)


def command(port: int) -> list[str]:
    gunicorn = [sys.executable, "-m", "gunicorn", "--chdir", str(FOLDER), "--log-level", "warning"]
    return [*gunicorn, "--workers", "2", "--bind", f"127.0.0.1:{port}", "floor_site:application"]


def prepare(doctors: int) -> None:
    setup = [sys.executable, "floor_site.py", "setup", str(STORED), str(doctors)]
    subprocess.run(setup, cwd=FOLDER, check=True, stdout=subprocess.DEVNULL)


def requests_of(port: int, doctors: int) -> Any:
    return module("adapters").Floor(pids={}, port=port, doctors=doctors)


def run(
    port: int,
    source: Source,
    *,
    connections: int,
    seconds: float | None = None,
    processes: tuple[int, ...] = (),
) -> Measured:
    """As `load.run`, on raw sockets: cheaper for the machine that it measures on."""
    kept: list[tuple[int, bytes, float]] = []
    told = module("httpbench").run(
        "127.0.0.1",
        port,
        source,
        conns=connections,
        duration=seconds,
        pids={"all": list(processes)},
        keep=kept,
        barrier=seconds is None,
    )
    cpu = (told["cpu_ms_per_req"]["all"] or 0) * told["n"] / 1000
    return Measured.of([took for _status, _body, took in kept], told["status"], told["wall_s"], cpu)


def many_doctors_days() -> float:
    """What the open times of 50 doctors on 14 days take in SQL and Python alone, in milliseconds."""
    environment = {**os.environ, "SF_HISTORY": str(STORED)}
    done = subprocess.run(
        [sys.executable, "slots_floor.py"],
        cwd=FOLDER,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    rows = map(json.loads, done.stdout.splitlines())
    return next(row["ms"] for row in rows if (row["doctors"], row["way"]) == (50, "sql+python"))
