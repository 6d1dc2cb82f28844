"""Restoring a backup into an empty database, all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql

from activity.log import record
from config.backup import Unusable, catalogue, triggers
from config.backup.catalogue import Table
from config.backup.file import opened
from config.backup.form import Content, Tally, Totals
from config.backup.making import rows_of

# Migrating puts rows here by itself; those of the backup take their place.
FILLED_BY_MIGRATING = {"auth_permission", "clinic_clinic", "django_content_type"}


def examine(path: Path, passphrase: str, on_the_way: Callable[[int], object]) -> tuple[Content, Totals]:
    """Read all of it once, so that nothing is begun with a file that is damaged at its end."""
    with opened(path, passphrase, on_the_way) as backup:
        return backup.content, backup.tables(pass_over)


def pass_over(name: str, columns: list[str], rows: Iterable[bytes]) -> None:
    for _row in rows:
        pass


def prepare(content: Content) -> None:
    """Give the database the tables that the backup was made from. It must have none, or empty ones."""
    known = set(MigrationExecutor(connection).loader.disk_migrations)
    state = {(app, name) for app, name in content.migrations}
    if unknown := sorted(state - known):
        app, name = unknown[0]
        raise Unusable(f"The backup is of a newer version ({content.version}): {app}.{name} is unknown here.")
    names = {table.name for table in catalogue.tables()}
    if not names:
        migrate_to(state)
    elif full := sorted(filter(has_rows, names - FILLED_BY_MIGRATING)):
        raise Unusable(f"The database is not empty: there are rows in {', '.join(full)}.")
    elif {(app, name) for app, name in catalogue.migrations()} != state:
        raise Unusable("The database has tables of another version. Restore into one without tables.")


def migrate_to(state: set[tuple[str, str]]) -> None:
    executor = MigrationExecutor(connection)
    graph = executor.loader.graph
    followed = {parent.key for key in state for parent in graph.node_map[key].parents}
    executor.migrate(sorted(key for key in state if key not in followed))


def has_rows(table: str) -> bool:
    query = sql.SQL("SELECT EXISTS (SELECT FROM {})").format(sql.Identifier(table))
    return bool(catalogue.rows_of(query)[0][0])


def load(path: Path, passphrase: str, on_the_way: Callable[[int], object]) -> None:
    """Fill the tables in one transaction, and compare what is in them then with what the backup says."""
    with opened(path, passphrase, on_the_way) as backup, transaction.atomic(durable=True):
        catalogue.speak_alike()
        there = {table.name: table for table in catalogue.tables()}
        if {name: sorted(table.columns) for name, table in there.items()} != {
            name: sorted(columns) for name, columns in backup.content.tables.items()
        }:
            raise Unusable("The tables of the database are not those of the backup.")
        with triggers.at_rest():
            for name in FILLED_BY_MIGRATING & there.keys():
                empty(name)
            totals = backup.tables(load_table)
        catalogue.set_sequences(totals.sequences)
        compare(there, backup.content, totals)


def empty(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))


def load_table(name: str, columns: list[str], rows: Iterable[bytes]) -> None:
    with connection.cursor() as cursor, cursor.copy(Table(name, columns).copy_in()) as copy:
        for row in rows:
            copy.write(row)


def compare(there: dict[str, Table], content: Content, totals: Totals) -> None:
    for name, table in there.items():
        with closing(rows_of(Table(name, content.tables[name], table.key))) as rows:
            tally = Tally(rows)
            pass_over(name, table.columns, tally)
        if tally.total() != totals.tables[name]:
            raise Unusable(f"{name} does not hold what the backup says.")


def finish(path: Path, now: datetime) -> None:
    """Bring the tables to this version, and tell the log."""
    call_command("migrate", interactive=False, verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    record("backup.restored", by=None, at=now, file=path.name)
