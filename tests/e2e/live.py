"""The clinic as `make run` opens it: its own data, its own database, one process to end."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.environment import ROOT
from tests.canaries import personal_values, require_discreet

PATIENCE = 40  # seconds for the servers and the database to end


@contextmanager
def open_clinic(data_dir: Path) -> Iterator[str]:
    """The address of a demo clinic that answers. Its logs must not quote any of its people."""
    port = free_port()
    with (
        (data_dir / "errors.log").open("w+") as errors,
        subprocess.Popen(
            [sys.executable, "-m", "config.run", "run"],
            cwd=ROOT,
            env=_environment(data_dir, port),
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        ) as process,
    ):
        try:
            assert process.stdout
            if not any("The clinic is open" in line for line in process.stdout):
                errors.seek(0)
                raise AssertionError(f"The clinic did not open:\n{errors.read()}")
            yield f"http://localhost:{port}"
            people = personal_values((data_dir / "database_url").read_text().strip())
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)
    require_discreet([data_dir / "errors.log", data_dir / "postgres" / "log"], people)


def _environment(data_dir: Path, port: int) -> dict[str, str]:
    """The tests' own database is not the clinic's."""
    inherited = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "DEMO"}}
    return inherited | {
        "CLINIC_LOCAL": "1",
        "DATA_DIR": str(data_dir),
        "PORT": str(port),
        "LOG_LEVEL": "INFO",
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
