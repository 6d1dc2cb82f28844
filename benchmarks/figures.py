"""What is measured, row by row."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import count
from statistics import median
from typing import Any

from django.contrib.auth.hashers import check_password, make_password

from benchmarks import statements, yardstick
from benchmarks.asked import Asked
from benchmarks.filling import PASSWORD
from benchmarks.load import Source
from benchmarks.rounds import Measurer, Middle, System, always
from benchmarks.table import Row, at_most

CONNECTIONS = (1, 8, 64)
FAILURES = 5  # after so many the next sign-in has to wait


class Bench:
    """The clinic, the floor beside it if there is one, and the way to measure them."""

    def __init__(
        self,
        asked: Asked,
        plain: Asked,
        port: int,
        processes: tuple[int, ...],
        measurer: Measurer,
        floor: tuple[int, ...] | None,
        floor_asked: Any,
    ) -> None:
        self.asked, self.plain, self.port, self.processes = asked, plain, port, processes
        self.measurer, self.floor_asked = measurer, floor_asked
        self.floor = (port + 1, floor) if floor else None
        self.turn = {"clinic": count(), "floor": count()}

    def figures(self) -> Iterator[Row]:
        yield from self.against_floor("open times of a doctor-day", "slots", limit=1.5, tail=2.5)
        yield from self.against_floor("book", "book", limit=2, tail=4)
        yield from self.directory()
        yield from self.lists()
        yield from self.sign_in()
        yield from self.statement_counts()

    def clinic(self, source: Source) -> System:
        return System(self.port, self.processes, source)

    def pair(self, operation: str) -> dict[str, System]:
        """The clinic and the floor under the same operation, every request another one."""
        pair = {"clinic": self.clinic(self.each("clinic", getattr(self.asked, operation)))}
        if self.floor:
            source = self.each("floor", getattr(self.floor_asked, operation))
            pair = {"floor": System(*self.floor, source), **pair}
        return pair

    def each(self, name: str, make: Any) -> Source:
        return lambda: make(next(self.turn[name]))

    def against_floor(self, what: str, operation: str, *, limit: float, tail: float) -> Iterator[Row]:
        for connections in CONNECTIONS:
            found = self.measurer.alternate(connections, **self.pair(operation))
            where = f"{what}, {connections} at a time"
            yield compared(f"{where}: CPU against the floor", found, limit)
            own = found["clinic"]
            beside = f"{own.p99:.1f} / {own.p50:.1f} ms{answers(own)}"
            yield at_most(f"{where}: p99 / p50", own.tail, tail, beside=beside)

    def directory(self) -> Iterator[Row]:
        own = self.measurer.alternate(1, clinic=self.clinic(always(self.asked.directory())))["clinic"]
        what = "50 doctors, next open time in two weeks"
        if self.floor:
            floor = yardstick.many_doctors_days()
            beside = f"{own.p50:.1f} ms over HTTP, {floor:.1f} ms bare"
            yield at_most(f"{what}: time against the bare computation", own.p50 / floor, 2, beside=beside)
        else:
            yield Row(what, "", f"{own.p50:.1f} ms", None)

    def lists(self) -> Iterator[Row]:
        few, many = (self.clinic(always(self.asked.mine(person))) for person in (-2, -1))
        found = self.measurer.alternate(8, few=few, many=many)
        beside = f"{found['many'].cpu:.2f} / {found['few'].cpu:.2f} ms"
        what = "a page of 20 visits among 10,000: CPU against one among 20"
        yield at_most(what, found["many"].ratio, 1.2, beside=beside)
        if self.floor:
            floor = System(*self.floor, always(self.floor_asked.mine()))
            yield told_beside(
                "a page of own visits: CPU against the floor",
                self.measurer.alternate(8, floor=floor, clinic=few),
            )

    def sign_in(self) -> Iterator[Row]:
        encoded = make_password(PASSWORD)
        own = self.measurer.alternate(1, clinic=self.clinic(always(self.asked.login())))["clinic"]
        bare = hashing(encoded)
        beside = f"{own.cpu:.1f} / {bare:.1f} ms{answers(own)}"
        yield at_most("sign-in: CPU against the bare hasher", own.cpu / bare, 1.15, beside=beside)
        if self.floor:
            floor = System(*self.floor, always(self.floor_asked.login()))
            found = self.measurer.alternate(1, floor=floor, clinic=self.clinic(always(self.asked.login())))
            yield told_beside("sign-in: CPU against the floor, whose hashing is Django's own", found)
        wrong = self.asked.login("not-the-password", person=1)
        wrong_five_times = iter([wrong] * FAILURES)
        self.clinic(lambda: next(wrong_five_times, None)).run(self.measurer.load, 1, None)
        refused = self.measurer.alternate(1, clinic=self.clinic(always(wrong)))["clinic"]
        beside = f"CPU {refused.cpu:.2f} ms{answers(refused)}"
        yield at_most("a sign-in refused by the lock-out", refused.p50, 3, "ms", beside)

    def statement_counts(self) -> Iterator[Row]:
        for what, limit, request in (
            ("open times of a doctor-day", 4, self.plain.slots(0)),
            ("50 doctors, next open time in two weeks", 6, self.plain.directory()),
            ("book", 12, self.plain.book(next(self.turn["clinic"]))),
        ):
            yield at_most(what, statements.count(request), limit, "statements")
        few, many = (statements.count(self.plain.mine(person)) for person in (-2, -1))
        yield Row(
            "a page of 20 visits among 20, among 10,000",
            "the same",
            f"{few} and {many} statements",
            few == many,
        )


def compared(what: str, found: dict[str, Middle], limit: float) -> Row:
    if "floor" not in found:
        return Row(what, f"≤ {limit:g}", f"{found['clinic'].cpu:.2f} ms, no floor here", None)
    return at_most(what, found["clinic"].ratio, limit, beside=both(found))


def told_beside(what: str, found: dict[str, Middle]) -> Row:
    return Row(what, "", f"{found['clinic'].ratio:.2f} ({both(found)})", None)


def both(found: dict[str, Middle]) -> str:
    return f"{found['clinic'].cpu:.2f} / {found['floor'].cpu:.2f} ms"


def answers(own: Middle) -> str:
    """Which statuses were answered, where not only the one that is expected."""
    return "" if own.statuses <= {200, 201} else f", answers {sorted(own.statuses)}"


def hashing(encoded: str) -> float:
    """CPU of one check of a password, in milliseconds."""
    took = []
    for _ in range(30):
        begun = time.process_time()
        check_password(PASSWORD, encoded)
        took.append(1000 * (time.process_time() - begun))
    return median(took)
