"""manage.py backup and restore"""

import stat
from hashlib import sha256
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from activity.log import record
from activity.models import Entry, Seal
from activity.sealing import seal
from appointments.models import Appointment
from config.backup import catalogue, triggers
from tests import factories
from tests.activity.tampering import as_owner
from tests.config.databases import new_database, working_in
from tests.conftest import MONDAY
from tests.tables import everything_kept

pytestmark = pytest.mark.django_db(transaction=True)
PASSPHRASE = "correct horse battery staple"


@pytest.fixture
def visit(cast):
    """A clinic in which something has happened, whose log is sealed, and one of its visits."""
    factories.ClosedDayFactory(name='A day\twith\na "name" of \\. its own')
    record("appointment.booked", "appointment:1", by=None, at=MONDAY, to="é")
    seal(MONDAY)
    return Appointment.objects.get(pk=cast.ids["visit"])


@pytest.fixture
def elsewhere():
    with new_database() as name:
        yield name


def run(command, *arguments):
    call_command(command, *map(str, arguments), stdout=(said := StringIO()), stderr=StringIO())
    return said.getvalue()


def kept(tmp_path, *options):
    run("backup", f"--to={tmp_path}", *options)
    [path] = tmp_path.glob("*.backup")
    return path


def restored(path, database, *options):
    with working_in(database):
        return run("restore", path, *options)


def test_the_file_is_named_after_the_time_and_its_owners_alone(visit, tmp_path):
    said = run("backup", f"--to={tmp_path}")

    [path] = tmp_path.iterdir()
    assert path.name == "clinic-20261130T040000Z.backup"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    digest = sha256(path.read_bytes()).hexdigest()
    before = sum(model.objects.count() for model in apps.get_models(include_auto_created=True)) - 1
    assert said == f"{path}: {before} rows, {path.stat().st_size} bytes, sha256 {digest}\n"
    assert Entry.objects.values_list("action", "actor", "details").last() == (
        "backup.made",
        None,
        {"file": path.name, "sha256": digest, "encrypted": False},
    )


def test_all_of_it_comes_back(visit, tmp_path, elsewhere):
    before, entries, seals = everything_kept(), list(Entry.objects.values()), list(Seal.objects.values())

    said = restored(kept(tmp_path), elsewhere)

    assert f"head of the activity log: position {seals[-1]['position']}, {seals[-1]['hash']}" in said
    with working_in(elsewhere):
        assert everything_kept() == before
        assert list(Entry.objects.values())[:-1] == entries
        assert Entry.objects.last().action == "backup.restored"
        assert list(Seal.objects.values()) == seals


def test_what_the_tables_refuse_is_refused_there_too(visit, tmp_path, elsewhere):
    restored(kept(tmp_path), elsewhere)

    with working_in(elsewhere):
        with pytest.raises(IntegrityError, match="appointment_doctor_is_free"):
            factories.VisitFactory(doctor=visit.doctor, starts_at=visit.starts_at)
        with pytest.raises(Exception, match="append-only: DELETE of activity_entry"):
            Entry.objects.all().delete()


def test_its_triggers_are_awake_and_added_nothing(visit, tmp_path, elsewhere):
    """Whoever puts a job into the queue has its events written by a trigger."""
    job = "INSERT INTO procrastinate_jobs (queue_name, task_name, args) VALUES ('mail', 'reminder', '{}')"
    with connection.cursor() as cursor:
        cursor.execute(job)
    events = catalogue.rows_of("SELECT * FROM procrastinate_events")
    states = catalogue.rows_of(f"{triggers.TRIGGERS} ORDER BY 1, 2")

    restored(kept(tmp_path), elsewhere)

    with working_in(elsewhere):
        assert catalogue.rows_of("SELECT * FROM procrastinate_events") == events
        assert catalogue.rows_of(f"{triggers.TRIGGERS} ORDER BY 1, 2") == states
        assert ("activity_entry", "activity_entry_unchanged", "A") in states


def test_ids_go_on_behind_those_that_were_given_out(visit, tmp_path, elsewhere):
    gone = factories.ClosedDayFactory().pk
    type(factories.ClosedDayFactory()).objects.filter(pk__gte=gone).delete()

    restored(kept(tmp_path), elsewhere)

    with working_in(elsewhere):
        assert factories.ClosedDayFactory().pk == gone + 2


def test_encrypted_with_a_passphrase_of_the_environment(visit, tmp_path, elsewhere, monkeypatch):
    monkeypatch.setenv("KEEP", PASSPHRASE)
    path = kept(tmp_path, "--passphrase-env=KEEP")
    before = everything_kept()

    for options, words in (
        ([], "is encrypted"),
        (["--passphrase-env=NOTHING"], "NOTHING must hold a passphrase"),
    ):
        with pytest.raises(CommandError, match=words):
            restored(path, elsewhere, *options)
    restored(path, elsewhere, "--passphrase-env=KEEP")

    with working_in(elsewhere):
        assert everything_kept() == before


def test_a_short_passphrase_is_none(db, tmp_path, monkeypatch):
    monkeypatch.setenv("KEEP", "x" * 11)
    with pytest.raises(CommandError, match="must hold a passphrase of 12 characters or more"):
        run("backup", f"--to={tmp_path}", "--passphrase-env=KEEP")
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over(db, tmp_path):
    path = tmp_path / "mine"
    path.write_text("mine")
    with pytest.raises(CommandError, match="mine is there already"):
        run("backup", f"--to={path}")
    assert path.read_text() == "mine"


def test_a_folder_that_is_missing_is_said_in_one_line(db, tmp_path):
    with pytest.raises(CommandError, match=r"No such file or directory: '.*/nowhere/"):
        run("backup", f"--to={tmp_path}/nowhere/clinic.backup")


class TerminalWithCtrlC(StringIO):
    """Somebody sits there, sees the bar, and has enough of it."""

    def isatty(self):
        return True

    def write(self, text):
        if "█" in text:
            raise KeyboardInterrupt
        return len(text)


def test_an_interrupted_backup_leaves_nothing(visit, tmp_path):
    with pytest.raises(CommandError) as ended:
        call_command("backup", f"--to={tmp_path}", stderr=TerminalWithCtrlC())
    assert (str(ended.value), ended.value.returncode) == ("Ended before it was done.", 130)
    assert list(tmp_path.iterdir()) == []
    assert not Entry.objects.filter(action="backup.made").exists()


def test_a_damaged_file_is_refused_before_anything_is_done(visit, tmp_path, elsewhere):
    path = kept(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-2000] + bytes([whole[-2000] ^ 1]) + whole[-1999:])

    with pytest.raises(CommandError, match=r"^The backup is damaged\.$"):
        restored(path, elsewhere)
    with working_in(elsewhere):
        assert catalogue.tables() == []


def test_a_database_that_is_not_empty_is_refused(visit, tmp_path):
    path, before = kept(tmp_path), everything_kept()
    with pytest.raises(CommandError, match=r"^The database is not empty: there are rows in accounts_"):
        run("restore", path)
    assert everything_kept() == before


def test_a_clinic_that_was_only_migrated_is_empty(visit, tmp_path, elsewhere):
    before = everything_kept()
    with working_in(elsewhere):
        call_command("migrate", verbosity=0)

    restored(kept(tmp_path), elsewhere)

    with working_in(elsewhere):
        assert everything_kept() == before


def test_a_backup_of_a_newer_version_is_refused(tmp_path, elsewhere):
    with working_in(elsewhere):
        call_command("migrate", "activity", verbosity=0)
        MigrationRecorder(connection).record_applied("clinic", "0099_branches")
        path = kept(tmp_path)

    with new_database() as older:
        with pytest.raises(CommandError, match=r"of a newer version .*: clinic\.0099_branches is unknown"):
            restored(path, older)
        with working_in(older):
            assert catalogue.tables() == []


def test_a_backup_of_an_older_version_is_brought_to_this_one(tmp_path, elsewhere):
    """From before the log had its triggers: the last migration that can be taken away."""
    with working_in(elsewhere):
        call_command("migrate", "activity", "0001", verbosity=0)
        call_command("migrate", "clinic", verbosity=0)
        call_command("migrate", "contenttypes", verbosity=0)
        record("clinic.changed", by=None, at=MONDAY)
        path = kept(tmp_path)

    with new_database() as newer:
        restored(path, newer)
        with working_in(newer):
            executor = MigrationExecutor(connection)
            assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
            assert [*Entry.objects.values_list("action", flat=True)] == ["clinic.changed", "backup.restored"]
            with pytest.raises(Exception, match="append-only"):
                Entry.objects.all().delete()


def test_a_log_that_was_not_whole_is_restored_and_told_of(visit, tmp_path, elsewhere):
    as_owner("UPDATE activity_entry SET action = 'x'")
    path, before = kept(tmp_path), everything_kept()

    with pytest.raises(CommandError, match=r"^The clinic is restored, but its log is not as it was sealed\."):
        restored(path, elsewhere)
    with working_in(elsewhere):
        assert everything_kept() == before
