"""A backup of a clinic at work, and the clinic that is made of it."""

import signal
import stat
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace

import pytest

from config import local
from config.environment import ROOT
from tests.e2e.live import free_port
from tests.factories import PASSWORD
from tests.trials.load import Load
from tests.trials.people import fill
from tests.trials.waiting import wait_until

PASSPHRASE = "correct horse battery staple"
GUARDS = """
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION SELECT tgname || tgenabled::text, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
"""
VISITS = "SELECT * FROM appointments_appointment WHERE id <= %s ORDER BY id"


@pytest.fixture(scope="module")
def crowd(live_clinic):
    return fill(live_clinic, doctors=4, patients=8)


@pytest.fixture(scope="module")
def kept(crowd, tmp_path_factory):
    """A backup made while eight patients book, and what they had been told when it began and ended.

    It is made to wait between the log and the visits: without one instant for both they would differ.
    """
    clinic, path = crowd.clinic, tmp_path_factory.mktemp("kept") / "clinic.backup"
    with Load(crowd) as load:
        load.wait_for(100)
        clinic.manage("seal_activity")
        told_before = load.booked()
        with backup_waiting_for("activity_seal", clinic, path, "--passphrase-env=KEEP") as process:
            load.wait_for(40)
        said, words = process.communicate(timeout=60)
        assert (process.returncode, words) == (0, "")
        told_after = load.booked()
        load.wait_for(20)
    assert load.failed() == []
    return path, told_before, told_after, said


@contextmanager
def backup_waiting_for(table, clinic, path, *options):
    """A backup that has begun, and goes on when the table is let go."""
    waiting = f"SELECT FROM pg_locks WHERE NOT granted AND relation = '{table}'::regclass"
    with clinic.sql() as database, database.transaction():
        database.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
        process = subprocess.Popen(
            [sys.executable, "manage.py", "backup", f"--to={path}", *options],
            cwd=ROOT,
            env={**clinic.environment(), "LOCK_TIMEOUT_MS": "60000", "KEEP": PASSPHRASE},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        wait_until(lambda: database.execute(waiting).rowcount)
        yield process


def command(clinic, *arguments, **variables):
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**clinic.environment(), **variables},
        capture_output=True,
        text=True,
        check=False,
    )


@contextmanager
def empty_server(clinic, folder):
    """Another machine: a server without a table, and the same secrets."""
    with local.server(folder) as url:
        yield replace(clinic, folder=folder, port=free_port(), database_url=url, clients=[])


def restore(clinic, path, passphrase=PASSPHRASE):
    return command(clinic, "restore", str(path), "--passphrase-env=KEEP", KEEP=passphrase)


def test_a_clinic_at_work_is_kept_and_opened_elsewhere(kept, crowd, ground, say):
    path, told_before, told_after, said = kept
    say(f"{len(told_before)} visits told of before it began, {len(told_after)} when it ended: {said.strip()}")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600

    with empty_server(crowd.clinic, ground / "elsewhere") as elsewhere:
        done = restore(elsewhere, path)
        assert (done.returncode, done.stderr) == (0, "")
        say(" | ".join(done.stdout.split(": ", 1)[1].splitlines()))
        compare_with_the_first(crowd.clinic, elsewhere, told_before, say)
        again = restore(elsewhere, path)
        assert again.returncode == 1
        assert again.stderr.startswith("CommandError: The database is not empty: there are rows in accounts_")
        elsewhere.start()
        try:
            people_go_on_there(elsewhere, crowd, say)
        finally:
            elsewhere.end()


def compare_with_the_first(first, second, told_before, say):
    with first.sql() as here, second.sql() as there:
        there_ids = {pk for (pk,) in there.execute("SELECT id FROM appointments_appointment")}
        assert there_ids.issuperset(told_before)
        last = max(told_before)
        assert there.execute(VISITS, [last]).fetchall() == here.execute(VISITS, [last]).fetchall()
        acts = there.execute("SELECT target FROM activity_entry WHERE action = 'appointment.booked'")
        assert len(acts.fetchall()) == len(there_ids)
        guards = there.execute(GUARDS).fetchall()
        assert sorted(guards) == sorted(here.execute(GUARDS).fetchall())
    chain = second.manage("verify_activity")
    say(f"{len(there_ids)} visits there, {len(guards)} constraints, indexes and triggers; {chain.strip()}")


def people_go_on_there(clinic, crowd, say):
    """They sign in, find their visits, and nobody is booked twice."""
    patient = crowd.patients[0].user
    nobody = clinic.client()
    signed_in = nobody.post("auth/login/", {"national_id": patient.national_id, "password": PASSWORD})
    assert signed_in.status == 200, signed_in.body
    client = clinic.client(signed_in.data["access"])
    visit = client.get("appointments/?when=upcoming").data[0]
    day, time = visit["appointment_date"], visit["appointment_time"][:5]
    wanted = {"doctor": visit["doctor"], "appointment_date": day, "appointment_time": time}
    another = clinic.client(crowd.patients[1].token)  # her session was kept, too
    assert another.post("appointments/", wanted).code == "time_taken"
    open_day = another.get(f"doctors/{visit['doctor']}/slots/?date={day}&days=31").data[-1]
    fresh = wanted | {"appointment_date": open_day["date"], "appointment_time": open_day["times"][0]}
    booked = another.post("appointments/", fresh)
    assert booked.status == 201, booked.body
    with clinic.sql() as database:
        newest = database.execute("SELECT max(id) FROM appointments_appointment").fetchone()
    assert newest == (booked.data["id"],)
    say(f"signed in there, refused a taken time, booked visit {booked.data['id']}")


def test_a_damaged_file_or_a_wrong_passphrase_is_refused(kept, crowd, ground, tmp_path, say):
    whole = kept[0].read_bytes()
    damaged = tmp_path / "damaged.backup"
    with empty_server(crowd.clinic, ground / "empty") as elsewhere:
        for place in (0.02, 0.5, 0.98):
            changed = bytearray(whole)
            changed[int(len(whole) * place)] ^= 1
            damaged.write_bytes(changed)
            refused(elsewhere, damaged, PASSPHRASE, "damaged", say)
        damaged.write_bytes(whole[:-1])
        refused(elsewhere, damaged, PASSPHRASE, "damaged", say)
        refused(elsewhere, kept[0], PASSPHRASE + "r", "passphrase is wrong", say)


def refused(clinic, path, passphrase, words, say):
    done = restore(clinic, path, passphrase)
    assert done.returncode == 1
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
    with clinic.sql() as database:
        assert database.execute("SELECT FROM pg_tables WHERE schemaname = 'public'").rowcount == 0
    say(done.stderr.strip())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interrupted_backup_leaves_no_half_file(crowd, tmp_path, say, number):
    """It has begun to write when the signal comes."""
    path = tmp_path / "clinic.backup"
    with backup_waiting_for("doctors_workinghours", crowd.clinic, path) as process:
        assert len(list(tmp_path.iterdir())) == 1
        process.send_signal(number)
        _, words = process.communicate(timeout=30)

    left = [path.name for path in tmp_path.iterdir()]
    name = signal.Signals(number).name
    say(f"{name}: exit code {process.returncode}, left in the folder: {left or 'nothing'}")
    assert "Traceback" not in words
    assert process.returncode != 0
    assert "clinic.backup" not in left
    assert left == [] or number == signal.SIGKILL  # whose draft is hidden, and bears another name
