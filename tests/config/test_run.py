"""`make run` from its first line to its last, without a demo clinic."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from contextlib import closing, contextmanager

import psycopg
import pytest

from config import local, postgres
from config.environment import ROOT
from tests.trials.waiting import wait_until


@pytest.fixture
def data_dir(tmp_path):
    for folder in (tmp_path, *tmp_path.parents[:3]):
        folder.chmod(0o755)  # root's server runs as another user, who passes through here
    yield tmp_path
    postgres.stop(tmp_path / "postgres")


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
