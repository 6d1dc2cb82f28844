"""manage.py check_clinic"""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from activity.log import record
from activity.sealing import seal
from config.environment import ROOT
from tests.activity.tampering import as_owner
from tests.config.test_settings import DEPLOYED


@pytest.fixture(autouse=True)
def clock():
    """The database's own, which nobody here can set."""


@pytest.fixture
def kept(clinic):
    """A clinic with a backup of yesterday and a sealed log."""
    now = datetime.now(UTC)
    record("backup.made", by=None, at=now - timedelta(hours=25))
    seal(now - timedelta(hours=25))
    return now


def check(*options):
    """The lines by their subjects, and the complaint."""
    said, complaint = StringIO(), None
    try:
        call_command("check_clinic", *options, stdout=said)
    except CommandError as error:
        complaint = str(error) if error.returncode == 1 else error
    lines = said.getvalue().splitlines()
    return {re.split("[ :]", line)[1]: line for line in lines}, complaint


def test_a_clinic_in_good_condition(kept):
    lines, complaint = check()
    assert complaint is None
    assert list(lines) == [
        "database",
        "migrations",
        "constraints",
        "triggers",
        "clock",
        "backup",
        "log",
        "settings",
    ]
    assert all(line.startswith("ok ") for line in lines.values())
    assert lines["migrations"] == "ok migrations: none are due"
    assert lines["triggers"] == "ok triggers: all 4 that guard the log are awake"
    assert lines["log"] == "ok log: whole from position 1 to 1"
    assert lines["settings"] == "ok settings: for local use alone (CLINIC_LOCAL)"


@pytest.mark.parametrize(
    "change,subject,told",
    [
        (
            "ALTER TABLE appointments_appointment DROP CONSTRAINT appointment_doctor_is_free",
            "constraints",
            "missing: appointments_appointment.appointment_doctor_is_free",
        ),
        ("DROP INDEX user_email_once", "constraints", "missing: accounts_user.user_email_once"),
        (
            "ALTER TABLE clinic_clinic DROP CONSTRAINT clinic_is_one",
            "constraints",
            "missing: clinic_clinic.clinic_is_one",
        ),
        (
            "ALTER TABLE activity_entry DISABLE TRIGGER activity_entry_kept",
            "triggers",
            "missing or at rest: activity_entry_kept",
        ),
        (
            "ALTER TABLE activity_seal ENABLE TRIGGER activity_seal_unchanged",
            "triggers",
            "missing or at rest: activity_seal_unchanged",
        ),
        (
            "DROP TRIGGER activity_entry_unchanged ON activity_entry",
            "triggers",
            "missing or at rest: activity_entry_unchanged",
        ),
    ],
)
def test_a_missing_guard_is_named(kept, change, subject, told):
    with connection.cursor() as cursor:
        cursor.execute(change)

    lines, complaint = check()
    assert lines[subject] == f"FAILED {subject}: {told}"
    assert complaint == "Not as it should be: 1."


def test_a_missing_foreign_key_is_named_by_its_column(kept):
    with connection.cursor() as cursor:
        foreign_keys = "SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid = %s::regclass"
        cursor.execute(foreign_keys, ["accounts_session"])
        [[name]] = cursor.fetchall()
        cursor.execute(f'ALTER TABLE accounts_session DROP CONSTRAINT "{name}"')

    assert check()[0]["constraints"] == "FAILED constraints: missing: accounts_session.user_id"


def test_migrations_that_are_due(kept):
    MigrationRecorder.Migration.objects.filter(app="doctors").delete()
    assert check()[0]["migrations"] == "FAILED migrations: due: 0001_initial"


def test_a_clock_that_is_wrong(kept):
    with time_machine.travel(kept + timedelta(seconds=30)):
        lines, _ = check()
    assert re.fullmatch(r"FAILED clock: (29|30)\.\d\d s from the database's", lines["clock"])


def test_a_backup_that_is_old_or_missing(kept):
    told = f"the last one is of {kept - timedelta(hours=25):%Y-%m-%d %H:%M} UTC"
    assert check("--backup-within=24")[0]["backup"] == f"FAILED backup: {told}"
    assert check("--backup-within=26")[0]["backup"] == f"ok backup: {told}"
    assert check("--backup-within=0")[0]["backup"] == "ok backup: not asked for"


def test_no_backup_at_all(clinic):
    lines, complaint = check()
    assert lines["backup"] == "FAILED backup: none was ever made"
    assert lines["log"] == "ok log: nothing is sealed yet"
    assert complaint == "Not as it should be: 1."


def test_a_log_that_was_changed(kept):
    as_owner("UPDATE activity_entry SET target = 'user:9'")
    told = check("--full")[0]["log"]
    assert re.fullmatch(
        r"FAILED log: changed: entry \d+, or its seal at position 1; verify_activity tells .*", told
    )


def test_without_a_database_there_is_nothing_more_to_ask():
    done = started(CLINIC_LOCAL="1", DATABASE_URL="postgresql://nobody@127.0.0.1:1/nothing")
    assert done.returncode == 1
    [line] = done.stdout.splitlines()
    assert line.startswith("FAILED database: connection failed:")
    assert done.stderr == "CommandError: Not as it should be: 1.\n"


@pytest.mark.parametrize(
    "changes,told",
    [
        ({}, "ok settings: fit to be deployed"),
        (
            {"SECRET_KEY": DEPLOYED["JWT_SIGNING_KEY"]},
            "FAILED settings: SECRET_KEY and JWT_SIGNING_KEY are the same",
        ),
    ],
)
def test_settings_of_a_deployed_clinic(changes, told):
    reachable = {"CLINIC_LOCAL": "0", "DATABASE_URL": os.environ["DATABASE_URL"]}
    assert started(**DEPLOYED | reachable | changes).stdout.splitlines()[-1] == told


def started(**environment):
    return subprocess.run(
        [sys.executable, "manage.py", "check_clinic"],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
