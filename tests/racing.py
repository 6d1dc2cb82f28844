"""Several threads at one starting line, each with a database connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connection


def race(runners: list[Callable[[], Any]]) -> list[Any]:
    """What each runner returned, or the exception that it raised, in order."""
    line = Barrier(len(runners))

    def run(runner: Callable[[], Any]) -> Any:
        try:
            connection.ensure_connection()
            line.wait(timeout=30)
            return runner()
        except Exception as error:  # noqa: BLE001  # the exception is what is asked for
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(runners)) as pool:
        return list(pool.map(run, runners))
