"""Making a backup: one instant of the clinic, whatever happens in it meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import connection, transaction

from activity.log import record
from config import environment
from config.backup import catalogue
from config.backup.catalogue import Table
from config.backup.file import new_file
from config.backup.form import Content, Totals, Writing


@dataclass(frozen=True)
class Made:
    path: Path
    totals: Totals
    size: int
    sha256: str  # of the file


def make(path: Path, passphrase: str, now: datetime, on_the_way: Callable[[int], object]) -> Made:
    """Write the file, and tell the log of it, where check_clinic reads when that was."""
    with new_file(path, passphrase) as (stream, file), one_instant():
        tables = catalogue.tables()
        writing = Writing(stream, content(tables, now))
        for table in tables:
            with closing(rows_of(table)) as rows:
                told = counted(rows, writing.totals.rows, on_the_way)
                writing.table(table.name, table.columns, told)
        writing.end(catalogue.sequences())
    made = Made(path, writing.totals, path.stat().st_size, file.hexdigest())
    record("backup.made", by=None, at=now, file=path.name, sha256=made.sha256, encrypted=bool(passphrase))
    return made


@contextmanager
def one_instant() -> Iterator[None]:
    """All statements see the database as it is at the first."""
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        catalogue.speak_alike()
        yield


def content(tables: Iterable[Table], now: datetime) -> Content:
    return Content(
        version=environment.version(),
        made_at=now.isoformat(),
        migrations=catalogue.migrations(),
        tables={table.name: table.columns for table in tables},
    )


def rows_of(table: Table) -> Generator[bytes]:
    """To be closed: a connection in the middle of a copy takes no other statement, not even a rollback."""
    with connection.cursor() as cursor, cursor.copy(table.copy_out()) as rows:
        yield from map(bytes, rows)


def counted(rows: Iterable[bytes], done: int, on_the_way: Callable[[int], object]) -> Iterator[bytes]:
    for number, row in enumerate(rows, done + 1):
        on_the_way(number)
        yield row
