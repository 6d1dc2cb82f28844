"""The servers of `make run` and `make dev`: started together, watched, and stopped together."""

import ctypes
import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from config.environment import ROOT, refuse

Command = Sequence[str]
Server = subprocess.Popen[bytes]

PATIENCE = 25  # seconds for what still runs; gunicorn gives its own requests 20


@contextmanager
def running(commands: Sequence[Command]) -> Iterator[list[Server]]:
    servers: list[Server] = []
    try:
        servers += map(launch, commands)
        yield servers
    finally:
        stop(servers)


def launch(command: Command) -> Server:
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


def stop(servers: Sequence[Server]) -> None:
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


def wait_until_answered(port: int, servers: Sequence[Server]) -> None:
    while all_run(servers):
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


def watch(servers: list[Server], restarted: Sequence[Command] = ()) -> None:
    """Until a signal comes, or a server ends by itself and takes the others with it.

    Those to be restarted may end: they are started again.
    """
    while True:
        for place, server in enumerate(servers):
            if server.poll() is None:
                continue
            again = next((command for command in restarted if command == server.args), None)
            if again is None:
                raise SystemExit("A server ended by itself; its own words are above.")
            servers[place] = launch(again)
        time.sleep(0.5)


def all_run(servers: Sequence[Server]) -> bool:
    return all(server.poll() is None for server in servers)
