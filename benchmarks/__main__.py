"""`make bench`: measure, and print the figures beside their targets."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import django

from benchmarks import load, opening, yardstick
from benchmarks.rounds import Measurer
from benchmarks.table import Row, told

WORKERS = 2
MORE_WORKERS = 8


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--port", type=int, default=8180, help="the first of two ports")
    parser.add_argument("--seconds", type=float, default=1.0, help="of one turn")
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    run = yardstick.run if yardstick.is_there() else load.run
    measurer = Measurer(run, chosen.seconds, chosen.rounds)
    rows = []
    with opening.database() as data_dir:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        django.setup()
        for row in measure(data_dir, chosen.port, measurer):
            print(f"  {row.what}: {row.measured}", flush=True)
            rows.append(row)
    print(f"\n{told(rows)}")


def measure(data_dir: Path, port: int, measurer: Measurer) -> Iterator[Row]:
    # Only now: these need Django's tables.
    from benchmarks.asked import Asked
    from benchmarks.figures import Bench
    from benchmarks.filling import DOCTORS, fill
    from benchmarks.races import races
    from clinic.models import Clinic

    print("Filling the clinic …", flush=True)
    now = datetime.now(UTC)
    people = fill(now)
    today = Clinic.objects.current().today(now)
    plain = Asked(load.plain, *people, today)
    asked = Asked(yardstick.module("httpbench").request, *people, today) if yardstick.is_there() else plain
    with (
        opening.clinic(data_dir, port, WORKERS) as processes,
        opening.floor(data_dir, port + 1, DOCTORS) as floor,
    ):
        yield from races(asked, measurer.load, port, data_dir, WORKERS)
        floor_asked = yardstick.requests_of(port + 1, DOCTORS) if floor else None
        yield from Bench(asked, plain, port, processes, measurer, floor, floor_asked).figures()
    with opening.clinic(data_dir, port, MORE_WORKERS):
        yield from races(asked, measurer.load, port, data_dir, MORE_WORKERS)


if __name__ == "__main__":
    main()
