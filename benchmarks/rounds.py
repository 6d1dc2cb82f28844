"""Systems measured in alternation: what the machine does meanwhile, it does to all of them."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from typing import Any, NamedTuple

from benchmarks.load import Measured, Source

Run = Callable[..., Measured]


class System(NamedTuple):
    port: int
    processes: tuple[int, ...]
    source: Source

    def run(self, load: Run, connections: int, seconds: float | None) -> Measured:
        return load(
            self.port, self.source, connections=connections, seconds=seconds, processes=self.processes
        )


class Middle(NamedTuple):
    """The medians of several rounds; `ratio` is the CPU against the first system's, round by round."""

    cpu: float
    p50: float
    p99: float
    tail: float
    ratio: float
    statuses: set[int]


class Measurer(NamedTuple):
    load: Run
    seconds: float
    rounds: int

    def alternate(self, connections: int, **systems: System) -> dict[str, Middle]:
        """The first system named is what the others are held against."""
        for system in systems.values():
            system.run(self.load, connections, self.seconds / 2)  # warm
        turns = [
            {name: system.run(self.load, connections, self.seconds) for name, system in systems.items()}
            for _ in range(self.rounds)
        ]
        base = next(iter(systems))
        return {
            name: _middle([turn[name] for turn in turns], [turn[base] for turn in turns]) for name in systems
        }


def _middle(own: list[Measured], base: list[Measured]) -> Middle:
    def of(figure: Callable[[Measured], float]) -> float:
        return median(map(figure, own))

    return Middle(
        cpu=of(lambda run: run.cpu),
        p50=of(lambda run: run.p50),
        p99=of(lambda run: run.p99),
        tail=of(lambda run: run.p99 / run.p50),
        ratio=median(mine.cpu / theirs.cpu for mine, theirs in zip(own, base, strict=True)),
        statuses={status for run in own for status in run.statuses},
    )


def always(request: Any) -> Source:
    return lambda: request
