"""Two hundred at once who want what only one of them can have."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.asked import Asked
from benchmarks.load import Measured
from benchmarks.opening import deadlocks
from benchmarks.rounds import Run
from benchmarks.table import Row

ALL_AT_ONCE = 200
TARGET = "1 booked, 199 × 409 in 1 s, no deadlock"


def races(asked: Asked, load: Run, port: int, data_dir: Path, workers: int) -> list[Row]:
    """Each with this many workers, whose number also keeps the times apart from those of another call."""
    wanted = {
        "one time": asked.same_time(workers, ALL_AT_ONCE),
        "two doctors, one patient": asked.same_patient(workers, ALL_AT_ONCE),
    }
    return [
        _race(f"200 at once, {what}, {workers} workers", requests, load, port, data_dir)
        for what, requests in wanted.items()
    ]


def _race(what: str, requests: Iterator[Any], load: Run, port: int, data_dir: Path) -> Row:
    before = deadlocks(data_dir)
    run = load(port, lambda: next(requests, None), connections=ALL_AT_ONCE)
    return _told(what, run, deadlocks(data_dir) - before)


def _told(what: str, run: Measured, deadlocked: int) -> Row:
    booked, refused = run.statuses.get(201, 0), run.statuses.get(409, 0)
    told = f"{booked} booked, {refused} × 409 in {run.wall:.2f} s"
    if run.count != booked + refused:
        told += f", all answers {dict(sorted(run.statuses.items()))}"
    if deadlocked:
        told += f", {deadlocked} deadlocks"
    met = booked == 1 and refused == ALL_AT_ONCE - 1 and run.wall <= 1 and not deadlocked
    return Row(what, TARGET, told, met)
