"""The database of local use, whose server lives as long as anybody needs it."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest

from config import local, postgres
from config.environment import ROOT

BARE = {"CLINIC_LOCAL": "1", "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
KEEP_RUNNING = (
    "import pathlib, sys\n"
    "from config import local\n"
    "with local.server(pathlib.Path(sys.argv[1]), {'fsync': 'off'}):\n"
    "    print('ready', flush=True)\n"
    "    sys.stdin.read()\n"
)


@contextmanager
def neighbour(data_dir):
    """Another process that uses the same server until it is told to go."""
    command = [sys.executable, "-c", KEEP_RUNNING, str(data_dir)]
    with subprocess.Popen(command, env=BARE, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"ready\n"
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def data_dir():
    """Not among pytest's own folders, which another run of pytest closes to PostgreSQL's user."""
    with TemporaryDirectory(prefix="clinic-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)
        postgres.stop(Path(folder) / "postgres")


def is_running(data_dir):
    return local.answers(local.address_of(data_dir))


def test_a_server_starts_keeps_its_data_and_stops(data_dir):
    with local.server(data_dir) as url, psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE visit (day date)")
    assert not is_running(data_dir)

    with local.server(data_dir) as url, psycopg.connect(url) as connection:
        assert connection.execute("SELECT count(*) FROM visit").fetchone() == (0,)
        assert connection.execute("SHOW fsync").fetchone() == ("on",)
        assert connection.execute("SHOW max_connections").fetchone() == ("200",)
        connection.execute("CREATE EXTENSION btree_gist")
    assert not is_running(data_dir)


def test_the_last_one_out_stops_it(data_dir):
    with neighbour(data_dir) as other:
        with local.server(data_dir):
            pass
        assert is_running(data_dir)

        other.stdin.close()
        assert other.wait(20) == 0
        assert not is_running(data_dir)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_it_too(data_dir, number):
    with neighbour(data_dir) as other:
        other.send_signal(number)
        other.wait(20)

    assert not is_running(data_dir)


def test_a_killed_user_is_not_waited_for(data_dir):
    with neighbour(data_dir) as other:
        other.kill()
        other.wait(20)
    assert is_running(data_dir)

    with local.server(data_dir):
        pass
    assert not is_running(data_dir)


def test_a_long_path_is_no_obstacle(data_dir):
    deep = data_dir / ("d" * 60) / ("e" * 60)
    deep.parent.mkdir()

    with local.server(deep):
        assert is_running(deep)
    postgres.stop(deep / "postgres")


def test_a_command_finds_the_server_that_was_left_for_it(data_dir, tmp_path_factory):
    with local.server(data_dir) as url:
        elsewhere = tmp_path_factory.mktemp("elsewhere")
        (elsewhere / "database_url").write_text(f"{url}\n")

        with local.database_for_command(elsewhere) as found:
            assert found == url
        assert not (elsewhere / "postgres").exists()


def test_manage_py_starts_a_server_for_one_command(data_dir):
    code = "from django.db import connection as c; c.ensure_connection(); print(c.settings_dict['HOST'])"
    command = [sys.executable, "manage.py", "shell", "--no-imports", "--command", code]
    environment = BARE | {"DATA_DIR": str(data_dir)}

    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    assert done.stderr == ""
    assert done.stdout == f"{local.socket_of(data_dir)}\n"
    assert not is_running(data_dir)
