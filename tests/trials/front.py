"""nginx as docs/operations.md describes it, run by nobody in particular and ended with the trial."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config import postgres
from config.environment import ROOT
from tests.e2e.live import free_port
from tests.trials.waiting import wait_until

OPERATIONS = ROOT / "docs" / "operations.md"
AROUND = """
daemon off;
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{ worker_connections 512; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {documented}
}}
"""


def documented(port: int, behind: int) -> str:
    """The lines of the document, but for the two ports."""
    (lines,) = re.findall(r"^```nginx\n(.+?)^```", OPERATIONS.read_text(), re.DOTALL | re.MULTILINE)
    lines, listening = re.subn(r"^    listen 80;", f"    listen 127.0.0.1:{port};", lines, flags=re.MULTILINE)
    lines, upstream = re.subn(r"\b127\.0\.0\.1:8000\b", f"127.0.0.1:{behind}", lines)
    assert (listening, upstream) == (1, 1)
    return lines


@contextmanager
def front_server(nginx: str, folder: Path, behind: int) -> Iterator[int]:
    """The port of an nginx that hands on to the one behind."""
    folder.mkdir()
    postgres.hand_over(folder)
    port = free_port()
    configuration = folder / "nginx.conf"
    configuration.write_text(AROUND.format(folder=folder, documented=documented(port, behind)))
    account = postgres.unprivileged()
    process = subprocess.Popen(
        [nginx, "-e", folder / "nginx.log", "-c", configuration],
        user=account and account.pw_uid,
        group=account and account.pw_gid,
        extra_groups=[] if account else None,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_until(lambda: process.poll() is not None or listens(port))
        assert process.poll() is None, (folder / "nginx.log").read_text()
        yield port
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
