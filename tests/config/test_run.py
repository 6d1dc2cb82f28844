"""`make run` from its first line to its last, without a demo clinic."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest

from config import local, postgres
from config.environment import ROOT
from tests.trials.live import children
from tests.trials.waiting import wait_until


@pytest.fixture
def data_dir():
    """Not among pytest's own folders, which another run of pytest closes to PostgreSQL's user."""
    with TemporaryDirectory(prefix="clinic-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)
        postgres.stop(Path(folder) / "postgres")


@pytest.fixture
def port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def launch(data_dir, port):
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"CLINIC_LOCAL": "1", "DATA_DIR": str(data_dir), "PORT": str(port), "DEMO": "0"}
    command = [sys.executable, "-m", "config.run", "run"]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@contextmanager
def opened(data_dir, port):
    """An open clinic: the launcher has said so."""
    with launch(data_dir, port) as process:
        try:
            said = process.stdout.readline() + process.stdout.readline()
            assert f"The clinic is open: http://localhost:{port}" in said, process.stderr.read()
            yield process
        finally:
            process.kill()


def ask(port, path):
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path)
        return connection.getresponse().status


def test_people_are_served_by_a_role_that_owns_nothing_and_the_log_is_sealed(data_dir, port):
    with local.server(data_dir) as url:
        migrate = [sys.executable, "manage.py", "migrate", "--no-input", "--verbosity=0"]
        subprocess.run(migrate, cwd=ROOT, env=os.environ | {"DATABASE_URL": url}, check=True)
        with psycopg.connect(url) as database:
            database.execute(
                "INSERT INTO activity_entry (at, action, target, details)"
                " VALUES (now(), 'clinic.changed', '', '{}')"
            )

    with opened(data_dir, port), psycopg.connect(local.address_of(data_dir), autocommit=True) as database:
        assert ask(port, "/api/health/ready/") == 200
        wait_until(lambda: database.execute("SELECT FROM activity_seal").rowcount == 1)
        serving = "SELECT DISTINCT usename FROM pg_stat_activity WHERE application_name = 'clinic'"
        assert database.execute(serving).fetchall() == [("clinic_app",)]


def test_a_worker_that_died_is_started_again(data_dir, port):
    with opened(data_dir, port) as clinic:
        worker = worker_of(clinic)
        os.kill(worker, signal.SIGKILL)
        wait_until(lambda: worker_of(clinic) not in {None, worker})
        assert ask(port, "/api/health/ready/") == 200


def worker_of(clinic):
    for pid in children(clinic.pid):
        if b"run_worker" in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0"):
            return pid
    return None


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_told_to_stop_the_database_last(data_dir, port, number):
    with opened(data_dir, port) as clinic:
        assert (data_dir / "database_url").read_text() == f"{local.address_of(data_dir)}\n"
        assert ask(port, "/api/health/ready/") == 200

        clinic.send_signal(number)
        assert clinic.wait(30) == 0

    assert not local.answers(local.address_of(data_dir))
    with pytest.raises(ConnectionRefusedError):
        ask(port, "/api/health/live/")


def test_a_second_one_with_the_same_data_says_so(data_dir, port):
    with opened(data_dir, port):
        _, words = launch(data_dir, port).communicate(timeout=30)

    assert words == f"The clinic cannot start: it is running already, with the data in {data_dir}.\n"


def test_a_taken_port_is_named(data_dir):
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        refused = launch(data_dir, taken)
        said, words = refused.communicate(timeout=30)

    assert (refused.returncode, said) == (1, "")
    assert words == (
        f"The clinic cannot start: port {taken} is taken. Choose another one, as in `make run PORT=8001`.\n"
    )
