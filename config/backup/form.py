"""The form of a backup, written and read here alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import IO, Any

from config.backup import Unusable

FIRST_LINE = b"-- a backup of a clinic, form 1\n"
END_OF_ROWS = b"\\.\n"
DAMAGED = "The backup is damaged."


@dataclass
class Content:
    """What a backup says that it holds."""

    version: str
    made_at: str
    migrations: list[list[str]]
    tables: dict[str, list[str]]  # with their columns


@dataclass
class Totals:
    """What was found in it when it was written."""

    tables: dict[str, list[Any]] = field(default_factory=dict)  # number of rows, SHA-256
    sequences: dict[str, int] = field(default_factory=dict)

    @property
    def rows(self) -> int:
        return sum(rows for rows, _ in self.tables.values())


class Tally:
    """Rows that pass, counted and hashed."""

    def __init__(self, rows: Iterable[bytes]) -> None:
        self._rows, self._count, self._hash = rows, 0, sha256()

    def __iter__(self) -> Iterator[bytes]:
        for row in self._rows:
            self._count += 1
            self._hash.update(row)
            yield row

    def total(self) -> list[Any]:
        return [self._count, self._hash.hexdigest()]


class Writing:
    def __init__(self, stream: IO[bytes], content: Content) -> None:
        self._stream, self._hash, self.totals = stream, sha256(), Totals()
        self._write(FIRST_LINE)
        self._write(as_comment(content))

    def table(self, name: str, columns: list[str], rows: Iterable[bytes]) -> None:
        tally = Tally(rows)
        self._write(beginning_of(name, columns))
        for row in tally:
            self._write(row)
        self._write(END_OF_ROWS)
        self.totals.tables[name] = tally.total()

    def end(self, sequences: dict[str, int]) -> None:
        self.totals.sequences = sequences
        self._write(as_comment(self.totals))
        self._stream.write(checksum(self._hash.hexdigest()))

    def _write(self, some: bytes) -> None:
        self._hash.update(some)
        self._stream.write(some)


class Reading:
    """Reads a whole backup, and raises `Unusable` where anything in it is not as it was written."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream, self._hash = stream, sha256()
        if self._line() != FIRST_LINE:
            raise Unusable("This is not a backup of a clinic, or not one that this version can read.")
        self.content = from_comment(Content, self._line())

    def tables(self, load: Callable[[str, list[str], Iterable[bytes]], object]) -> Totals:
        """Hand each table's rows to `load`, which takes them all."""
        found = {}
        for name, columns in self.content.tables.items():
            require(self._line() == beginning_of(name, columns))
            tally = Tally(self._rows())
            load(name, columns, tally)
            found[name] = tally.total()
        totals = from_comment(Totals, self._line())
        require(totals.tables == found)
        expected = checksum(self._hash.hexdigest())
        require(self._line() == expected and not self._stream.read(1))
        return totals

    def _rows(self) -> Iterator[bytes]:
        while (line := self._line()) != END_OF_ROWS:
            yield line

    def _line(self) -> bytes:
        line = self._stream.readline()
        require(line.endswith(b"\n"))
        self._hash.update(line)
        return line


def beginning_of(name: str, columns: list[str]) -> bytes:
    return f"COPY {name} ({', '.join(columns)}) FROM stdin;\n".encode()


def checksum(digest: str) -> bytes:
    return f"-- sha256 {digest}\n".encode()


def as_comment(told: Content | Totals) -> bytes:
    return f"-- {json.dumps(asdict(told))}\n".encode()


def from_comment[Told](kind: type[Told], line: bytes) -> Told:
    try:
        return kind(**json.loads(line.removeprefix(b"-- ")))
    except (ValueError, TypeError) as error:
        raise Unusable(DAMAGED) from error


def require(condition: bool) -> None:
    if not condition:
        raise Unusable(DAMAGED)
