"""More databases on the tests' server, and Django's models over one of them."""

from collections.abc import Iterator
from contextlib import contextmanager
from secrets import token_hex

from django.db import connection, connections
from django.db.backends.postgresql.base import DatabaseWrapper


@contextmanager
def new_database() -> Iterator[str]:
    """The name of a database without tables, which is gone afterwards."""
    name = f"test_{token_hex(4)}"
    server = connection.copy()
    with server.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    try:
        yield name
    finally:
        with server.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
        server.close()


@contextmanager
def working_in(name: str) -> Iterator[None]:
    """Everything in this thread that asks the database asks that one."""
    before = connections["default"]
    connections["default"] = DatabaseWrapper({**before.settings_dict, "NAME": name}, "default")
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"] = before
