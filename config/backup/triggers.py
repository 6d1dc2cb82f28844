"""Triggers at rest while tables are filled: what they would add to the rows is in the backup already."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from psycopg import sql

from config.backup.catalogue import rows_of

TRIGGERS = """
SELECT relname, tgname, tgenabled FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
 WHERE relnamespace = current_schema()::regnamespace AND NOT tgisinternal AND tgenabled <> 'D'
"""
AWAKE = {"O": "ENABLE", "A": "ENABLE ALWAYS", "R": "ENABLE REPLICA"}


@contextmanager
def at_rest() -> Iterator[None]:
    """Inside a transaction, and by the tables' owner. Constraints hold meanwhile as ever."""
    triggers = rows_of(TRIGGERS)
    for table, trigger, _state in triggers:
        alter(table, "DISABLE", trigger)
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # no table is altered while a check is outstanding
    for table, trigger, state in triggers:
        alter(table, AWAKE[state], trigger)


def alter(table: str, what: str, trigger: str) -> None:
    statement = sql.SQL("ALTER TABLE {} {} TRIGGER {}")
    with connection.cursor() as cursor:
        cursor.execute(statement.format(sql.Identifier(table), sql.SQL(what), sql.Identifier(trigger)))
