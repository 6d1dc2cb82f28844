"""What the tables hold, to compare before and after."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from psycopg import sql

from accounts.models import SignInFailure, Tally
from activity.models import Entry

MAY_CHANGE = (Entry, SignInFailure, Tally)
FINGERPRINT = sql.SQL("SELECT {name}, md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table} t")


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside is taken back, so that every reader meets the same clinic."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def everything_kept() -> list[Any]:
    """A fingerprint of every table, but for those that tell of refusals."""
    tables = [table._meta.db_table for table in apps.get_models() if table not in MAY_CHANGE]
    of_each = [FINGERPRINT.format(name=sql.Literal(name), table=sql.Identifier(name)) for name in tables]
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(" UNION ALL ").join(of_each))
        return sorted(cursor.fetchall())
