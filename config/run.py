"""`make run` and `make dev`: everything the clinic needs, started in order and stopped in the reverse."""

import ctypes
import fcntl
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg

from config import environment, local
from config.environment import ROOT, refuse

PATIENCE = 25  # seconds for what still runs; gunicorn gives its own requests 20
SERVERS = {
    "run": [[sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"]],
    "dev": [
        [sys.executable, "manage.py", "runserver", "--nostatic", environment.text("PORT", "8000")],
        ["npm", "run", "--silent", "dev", "--prefix", "frontend"],
    ],
}


def main(way: str) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end)
    port = environment.number("PORT", 8000, least=1)
    os.environ["API_PORT"] = str(port)  # Vite hands the API's requests on to it
    data_dir = environment.data_dir()
    with only_one(data_dir):
        require_free(port)
        with database(data_dir) as url:
            os.environ["DATABASE_URL"] = url
            manage("migrate", "--no-input", "--verbosity=0")
            if environment.flag("DEMO", default=True) and is_empty(url):
                manage("seed_demo")
            with running(SERVERS[way]) as servers:
                wait_until_answered(port, servers)
                announce("http://localhost:5173" if way == "dev" else f"http://localhost:{port}")
                watch(servers)


def end(number: int, frame: object) -> None:
    raise SystemExit(0)


@contextmanager
def only_one(data_dir: Path) -> Iterator[None]:
    data_dir.mkdir(parents=True, exist_ok=True)
    with (data_dir / "run.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            refuse(f"it is running already, with the data in {data_dir}.")
        yield


def require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            refuse(f"port {port} is taken. Choose another one, as in `make run PORT=8001`.")


@contextmanager
def database(data_dir: Path) -> Iterator[str]:
    """The database named in DATABASE_URL, or our own, whose address is left for other commands to find."""
    if url := os.environ.get("DATABASE_URL"):
        yield url
        return
    with local.server(data_dir) as url:
        (data_dir / "database_url").write_text(f"{url}\n")
        yield url


def is_empty(url: str) -> bool:
    with psycopg.connect(url) as connection:
        return connection.execute("SELECT FROM accounts_user LIMIT 1").rowcount == 0


def manage(*arguments: str) -> None:
    done = subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


@contextmanager
def running(commands: Sequence[Sequence[str]]) -> Iterator[list[subprocess.Popen[bytes]]]:
    servers: list[subprocess.Popen[bytes]] = []
    try:
        servers += map(launch, commands)
        yield servers
    finally:
        stop(servers)


def launch(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """In a session of its own: a Ctrl-C reaches only us, and we choose the order."""
    return subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=follow_parent,  # noqa: PLW1509 - nothing here has threads
    )


def follow_parent() -> None:
    """Where the kernel can do it, a launcher that is killed outright takes its servers with it."""
    if sys.platform == "linux":
        set_death_signal = 1
        ctypes.CDLL(None).prctl(set_death_signal, signal.SIGTERM)


def stop(servers: Sequence[subprocess.Popen[bytes]]) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        for server in servers:
            if server.poll() is None:
                os.killpg(server.pid, number)
        try:
            for server in servers:
                server.wait(PATIENCE)
        except (subprocess.TimeoutExpired, SystemExit):
            continue  # too slow, or the person asked a second time
        return


def wait_until_answered(port: int, servers: Sequence[subprocess.Popen[bytes]]) -> None:
    while all(server.poll() is None for server in servers):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/api/health/live/")
            connection.getresponse().read()
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
        else:
            return
        finally:
            connection.close()
    refuse("a server ended before it answered; its own words are above.")


def announce(address: str) -> None:
    print(f"\nThe clinic is open: {address}\n", flush=True)


def watch(servers: Sequence[subprocess.Popen[bytes]]) -> None:
    """Until a signal comes, or a server ends by itself and takes the others with it."""
    while all(server.poll() is None for server in servers):
        time.sleep(0.5)
    raise SystemExit("A server ended by itself; its own words are above.")


if __name__ == "__main__":
    main(sys.argv[1])
