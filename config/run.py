"""`make run` and `make dev`: everything the clinic needs, started in order and stopped in the reverse."""

import fcntl
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from clinic import demo
from config import environment, local, roles, servers
from config.environment import ROOT, refuse

PAGES_OF_DEV = "http://localhost:5173"
WORKER = [sys.executable, "manage.py", "run_worker"]


def main(way: str) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end)
    port = environment.number("PORT", 8000, least=1)
    data_dir = environment.data_dir()
    with only_one(data_dir):
        (data_dir / "mail").mkdir(exist_ok=True)  # where messages land; see settings.MAIL_DIR
        require_free(port)
        with database(data_dir) as url:
            os.environ["DATABASE_URL"] = url
            prepare(url)
            os.environ["DATABASE_URL"] = url_of_app(data_dir, url)
            with servers.running(commands(way, port)) as started:
                servers.wait_until_answered(port, started)
                home = f"http://localhost:{port}"
                announce(PAGES_OF_DEV if way == "dev" else home, home, url)
                servers.watch(started, restarted=[WORKER])


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
        except (OSError, OverflowError):
            refuse(f"port {port} is taken. Choose another one, as in `make run PORT=8001`.")


@contextmanager
def database(data_dir: Path) -> Iterator[str]:
    """The database named in DATABASE_URL, or our own, whose address is left for other commands to find."""
    if url := os.environ.get("DATABASE_URL"):
        if not local.answers(url):
            refuse("the database named in DATABASE_URL does not answer.")
        yield url
        return
    with local.server(data_dir) as url:
        (data_dir / "database_url").write_text(f"{url}\n")
        yield url


def prepare(url: str) -> None:
    """The tables, and in an empty database the demo clinic, unless DEMO=0."""
    manage("migrate", "--no-input", "--verbosity=0")
    if environment.flag("DEMO", default=True) and not found(url, "SELECT FROM accounts_user LIMIT 1"):
        manage("seed_demo")


def url_of_app(data_dir: Path, url: str) -> str:
    """In our own database people are served by a role that owns nothing; in another one there may be none."""
    if url != local.address_of(data_dir):
        return url
    with psycopg.connect(url, autocommit=True) as connection:
        roles.grant(connection, local.APP)
    return local.address_of(data_dir, role=local.APP)


def manage(*arguments: str) -> None:
    done = subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(done.returncode)


def found(url: str, query: str, *parameters: object) -> bool:
    with psycopg.connect(url) as connection:
        return connection.execute(query, parameters).rowcount > 0


def commands(way: str, port: int) -> list[servers.Command]:
    if way == "run":
        return [[sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"], WORKER]
    os.environ["API_PORT"] = str(port)  # Vite hands the API's requests on to it
    os.environ.setdefault("LOG_LEVEL", "INFO")  # a line for each request
    return [
        [sys.executable, "manage.py", "runserver", "--nostatic", str(port)],
        ["npm", "run", "--silent", "dev", "--prefix", "frontend"],
        WORKER,
    ]


def announce(address: str, home: str, url: str) -> None:
    print(f"\nThe clinic is open: {address}\n", flush=True)
    print(f"Messages to people land here: {home}/dev/mail\n", flush=True)
    if found(url, "SELECT FROM accounts_user WHERE national_id = %s", demo.LOGINS["admin"]):
        print(f"Sign in with a national ID and its password:\n\n{demo.told()}\n", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
