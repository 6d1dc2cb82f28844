"""A closed loop of requests from a number of connections, and the CPU that they cost the processes behind."""

from __future__ import annotations

import http.client
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

Source = Callable[[], Any]
TICK = os.sysconf("SC_CLK_TCK")


class Request(NamedTuple):
    method: str
    path: str
    headers: dict[str, str]
    body: str | None = None


class Measured(NamedTuple):
    count: int
    wall: float
    p50: float
    p99: float
    statuses: dict[int, int]
    cpu: float

    @classmethod
    def of(cls, seconds: list[float], statuses: dict[int, int], wall: float, cpu: float) -> Measured:
        took = sorted(seconds)
        at = [1000 * took[min(len(took) - 1, int(share * len(took)))] for share in (0.5, 0.99)]
        return cls(len(took), wall, *at, dict(statuses), 1000 * cpu / len(took))


def plain(method: str, path: str, headers: dict[str, str], body: str | None = None) -> Request:
    return Request(method, path, headers, body)


def run(
    port: int,
    source: Source,
    *,
    connections: int,
    seconds: float | None = None,
    processes: Iterable[int] = (),
) -> Measured:
    """Ask for as long as told, or until the source has no more; all begin together."""
    took: list[float] = []
    statuses: Counter[int] = Counter()
    guard, together = threading.Lock(), threading.Barrier(connections + 1)
    ends = [float("inf")]

    def ask() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.connect()
        together.wait()
        while time.perf_counter() < ends[0]:
            with guard:
                wanted = source()
            if wanted is None:
                break
            begun = time.perf_counter()
            connection.request(wanted.method, wanted.path, wanted.body, wanted.headers)
            answer = connection.getresponse()
            answer.read()
            with guard:
                took.append(time.perf_counter() - begun)
                statuses[answer.status] += 1
        connection.close()

    threads = [threading.Thread(target=ask) for _ in range(connections)]
    for thread in threads:
        thread.start()
    before, begun = cpu_seconds(processes), time.perf_counter()
    if seconds is not None:
        ends[0] = begun + seconds
    together.wait()
    for thread in threads:
        thread.join()
    return Measured.of(took, statuses, time.perf_counter() - begun, cpu_seconds(processes) - before)


def cpu_seconds(roots: Iterable[int]) -> float:
    """CPU time of these processes, of those they started, and of those among them that have ended."""
    stats = dict(filter(None, map(_stat, Path("/proc").glob("[0-9]*"))))
    found, waiting = set(), list(roots)
    while waiting:
        parent = waiting.pop()
        found.add(parent)
        waiting += [pid for pid, fields in stats.items() if int(fields[1]) == parent and pid not in found]
    return sum(sum(map(int, stats[pid][11:15])) for pid in found if pid in stats) / TICK


def _stat(process: Path) -> tuple[int, list[str]] | None:
    try:
        return int(process.name), (process / "stat").read_text().rsplit(")", 1)[1].split()
    except OSError:  # it has ended meanwhile
        return None
