"""Every migration forwards and back, with the lock timeout that it has beside people at work."""

import psycopg
import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import OperationalError, connection

from config.backup import catalogue
from config.environment import ROOT
from tests.config.databases import new_database, working_in

pytestmark = pytest.mark.django_db(transaction=True)

SHAPE = """
SELECT attrelid::regclass::text || '.' || attname || ' ' || format_type(atttypid, atttypmod)
       || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END || attidentity::text || attgenerated::text
  FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
 WHERE attnum > 0 AND NOT attisdropped AND relkind = 'r' AND relnamespace = 'public'::regnamespace
UNION SELECT conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION SELECT pg_get_triggerdef(oid) || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
UNION SELECT pg_get_functiondef(pg_proc.oid) FROM pg_proc
       WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
         AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
"""


@pytest.fixture
def fresh():
    with new_database() as name, working_in(name):
        yield


def ours():
    """Those in this repository that have tables."""
    return [app.label for app in apps.get_app_configs() if (ROOT / app.label / "migrations").is_dir()]


def migrate(*arguments):
    call_command("migrate", *arguments, verbosity=0, interactive=False)


def shape():
    return {line for (line,) in catalogue.rows_of(SHAPE)}


def tables():
    return {table.name for table in catalogue.tables()}


def test_from_nothing_back_to_nothing_and_forwards_again(fresh):
    assert catalogue.rows_of("SHOW lock_timeout") == [("5s",)]
    migrate()
    first, whole = shape(), tables()
    assert {model._meta.db_table for model in apps.get_models()} <= whole

    for app in ours():
        migrate(app, "zero")
    assert {name for name in tables() if name.startswith(tuple(f"{app}_" for app in ours()))} == set()
    assert not any("activity_refuse" in line for line in shape())

    migrate()
    assert shape() == first


@pytest.fixture
def reader(fresh):
    """Somebody reads visits, in a transaction that goes on."""
    migrate()
    with psycopg.connect(**connection.get_connection_params()) as another:
        another.execute("SELECT FROM appointments_appointment")
        yield another


def test_a_migration_does_not_wait_long_for_a_table_in_use_and_leaves_nothing_half_done(reader):
    before = shape()
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '200ms'")

    with pytest.raises(OperationalError, match="lock timeout"):
        migrate("appointments", "zero")
    assert shape() == before

    reader.rollback()
    migrate("appointments", "zero")
    assert "appointments_appointment" not in tables()
