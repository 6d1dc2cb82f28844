"""Two hundred at once who want what only one of them can have."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.asked import Asked
from benchmarks.load import Measured
from benchmarks.opening import deadlocks
from benchmarks.rounds import Run
from benchmarks.table import Row

ALL_AT_ONCE = 200
TURNS = 3
TARGET = "1 booked, 199 × 409 in 1 s, no deadlock"


def races(asked: Asked, load: Run, port: int, data_dir: Path, workers: int) -> list[Row]:
    """Each with this many workers, whose number also keeps the times apart from those of another call.

    The first turn finds workers that have just started, with connections and much else still to make.
    """
    wanted = {"one time": asked.same_time, "two doctors, one patient": asked.same_patient}
    rows = []
    for what, requests in wanted.items():
        before = deadlocks(data_dir)
        turns = [_race(requests(workers, turn, ALL_AT_ONCE), load, port) for turn in range(TURNS)]
        name = f"200 at once, {what}, {workers} workers"
        rows.append(_told(name, turns, deadlocks(data_dir) - before))
    return rows


def _race(requests: Iterator[Any], load: Run, port: int) -> Measured:
    return load(port, lambda: next(requests, None), connections=ALL_AT_ONCE)


def _told(what: str, turns: list[Measured], deadlocked: int) -> Row:
    right = all(run.statuses == {201: 1, 409: ALL_AT_ONCE - 1} for run in turns)
    answers = (
        "1 booked, 199 × 409" if right else f"answers {[dict(sorted(run.statuses.items())) for run in turns]}"
    )
    took = ", ".join(f"{run.wall:.2f}" for run in turns)
    told = f"{answers}; {took} s" + (f"; {deadlocked} deadlocks" if deadlocked else "")
    return Row(what, TARGET, told, right and not deadlocked and median(run.wall for run in turns) <= 1)
