"""What there is to keep: the tables with their columns, and the sequences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from graphlib import TopologicalSorter
from typing import Any

from django.db import connection
from psycopg import sql

MIGRATIONS = "django_migrations"  # says what the tables look like, and is written by migrating alone

# Generated columns are left to the database. Without a key, the order of the whole rows is as good.
TABLES = """
SELECT table_.relname,
       array_agg(column_.attname::text ORDER BY column_.attnum) FILTER (WHERE column_.attgenerated = ''),
       array_agg(column_.attname::text ORDER BY array_position(key.indkey::int2[], column_.attnum))
           FILTER (WHERE column_.attnum = ANY (key.indkey::int2[]))
  FROM pg_class table_
  JOIN pg_attribute column_ ON column_.attrelid = table_.oid AND column_.attnum > 0 AND NOT attisdropped
  LEFT JOIN pg_index key ON key.indrelid = table_.oid AND key.indisprimary
 WHERE table_.relnamespace = current_schema()::regnamespace AND table_.relkind = 'r' AND relname <> %s
 GROUP BY table_.relname ORDER BY table_.relname
"""
# Ours are looked at when all is loaded; those of the queue of jobs at once.
FOLLOWED_AT_ONCE = """
SELECT one.relname, other.relname
  FROM pg_constraint JOIN pg_class one ON one.oid = conrelid JOIN pg_class other ON other.oid = confrelid
 WHERE contype = 'f' AND NOT condeferrable AND conrelid <> confrelid
   AND one.relnamespace = current_schema()::regnamespace
"""
SEQUENCES = """
SELECT sequencename, last_value FROM pg_sequences
 WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY sequencename
"""


class Table:
    def __init__(self, name: str, columns: Sequence[str], key: Sequence[str] | None = None) -> None:
        self.name, self.columns = name, list(columns)
        self.key = list(key or columns)

    def copy_out(self) -> sql.Composed:
        """Always in the same order, so that the same rows have the same hash."""
        select = sql.SQL("COPY (SELECT {} FROM {} ORDER BY {}) TO STDOUT")
        return select.format(listed(self.columns), sql.Identifier(self.name), listed(self.key))

    def copy_in(self) -> sql.Composed:
        return sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(self.name), listed(self.columns))


def listed(names: Sequence[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, names))


def tables() -> list[Table]:
    """In an order in which they can be filled."""
    found = {name: Table(name, columns, key) for name, columns, key in rows_of(TABLES, [MIGRATIONS])}
    order: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(found, ()))
    for table, followed in rows_of(FOLLOWED_AT_ONCE):
        order.add(table, followed)
    return [found[name] for name in order.static_order()]


def sequences() -> dict[str, int]:
    """The last number that each has given out."""
    return dict(rows_of(SEQUENCES))


def set_sequences(last_values: Mapping[str, int]) -> None:
    with connection.cursor() as cursor:
        for name, last in last_values.items():
            cursor.execute("SELECT setval(%s::regclass, %s)", [f'"{name}"', last])


def rows_of(query: Any, parameters: Sequence[str] = ()) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        return cursor.fetchall()


def speak_alike() -> None:
    """Inside a transaction: values are written the same way whatever the server's own habits are."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL DateStyle = 'ISO, YMD'")
        cursor.execute("SET LOCAL TimeZone = 'UTC'")
        cursor.execute("SET LOCAL extra_float_digits = 1")
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")


def migrations() -> list[list[str]]:
    """Those that the tables have seen."""
    return [list(row) for row in rows_of("SELECT app, name FROM django_migrations ORDER BY app, name")]


def estimated_rows() -> int:
    """Near enough to say how far a backup has come."""
    query = "SELECT coalesce(sum(n_live_tup), 0)::bigint FROM pg_stat_user_tables"
    return int(rows_of(query)[0][0])
