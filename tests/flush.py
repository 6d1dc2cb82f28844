"""Emptying the tables after a test with `django_db(transaction=True)`: a pytest plugin.

The activity log refuses to be emptied, so its triggers rest meanwhile; the queue of jobs is made by its own
migrations, so that Django would pass it over; and the clinic's one row, which the first migration makes, is
put back.
"""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction


@pytest.fixture(scope="session", autouse=True)
def emptying_in_spite_of_the_log() -> Iterator[None]:
    from django.test import TransactionTestCase

    from clinic.models import Clinic

    empty_tables = TransactionTestCase._fixture_teardown

    def empty_also_the_log(test: TransactionTestCase) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            for table in ("activity_entry", "activity_seal"):
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {table}_kept")
            cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")
            empty_tables(test)
            for table in ("activity_entry", "activity_seal"):
                cursor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_kept")
            Clinic.objects.create()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_also_the_log)
        yield
