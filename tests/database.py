"""The database of the tests: a fast server of their own, unless DATABASE_URL names another.

A pytest plugin rather than a conftest.py, because pytest-django reads the settings before any conftest.py.
"""

import atexit
import fcntl
import os
import signal
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count

import pytest

from config import environment, local

# Losing the tests' data in a power cut is no loss.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}

until_the_end = ExitStack()


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests() -> Generator[None]:
    """Before the settings are read. The workers of pytest-xdist inherit what is set here."""
    os.environ.setdefault("CLINIC_LOCAL", "1")
    if not os.environ.get("DATABASE_URL"):
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # a polite kill ends the run as Ctrl-C does
        atexit.register(until_the_end.close)
        os.environ["DATABASE_URL"] = until_the_end.enter_context(server_of_this_run())
    return (yield)


@contextmanager
def server_of_this_run() -> Iterator[str]:
    """Runs at the same time have a server each. Its folder stays, and the next run starts in a second."""
    for number in count(1):
        data_dir = environment.data_dir() / f"tests-{number}"
        data_dir.mkdir(parents=True, exist_ok=True)
        with (data_dir / "run.lock").open("w") as mine:
            try:
                fcntl.flock(mine, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            with local.server(data_dir, FAST) as url:
                yield url
            return
