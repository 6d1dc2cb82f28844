"""The listener that Prometheus asks: one process beside gunicorn's workers, which adds up what they counted.

Each worker writes its figures to a file of its own in PROMETHEUS_MULTIPROC_DIR, so asking disturbs none of
them, and figures outlive the worker that counted them.
"""

from __future__ import annotations

import os
import platform
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from typing import Any

from config import environment, local, servers

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
started: list[servers.Server] = []


def make_folder() -> None:
    """Before `prometheus_client` is imported, which looks for it then, and once, however often gunicorn
    reads its settings."""
    if FOLDER not in os.environ:
        os.environ[FOLDER] = tempfile.mkdtemp(prefix="clinic-metrics-")


def when_ready(server: Any) -> None:
    started.append(servers.launch([sys.executable, "-m", "config.exporter"]))


def child_exit(server: Any, worker: Any) -> None:
    """What a worker had under way when it died is under way no more."""
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(worker.pid)


def on_exit(server: Any) -> None:
    servers.stop(started)
    shutil.rmtree(os.environ[FOLDER], ignore_errors=True)


class DatabaseUp:
    """Asked anew each time, by a connection of its own: workers may all be waiting."""

    def collect(self) -> Iterator[Any]:
        from prometheus_client.core import GaugeMetricFamily

        up = local.answers(database_url())
        yield GaugeMetricFamily("clinic_database_up", "Whether the database answers.", value=up)


class Build:
    def collect(self) -> Iterator[Any]:
        from prometheus_client.core import InfoMetricFamily

        known = {"version": environment.version(), "python": platform.python_version()}
        yield InfoMetricFamily("clinic_build", "What runs here.", value=known)


def database_url() -> str:
    return environment.text("DATABASE_URL", local.address_of(environment.data_dir()))


def main() -> None:
    from prometheus_client import CollectorRegistry, start_http_server
    from prometheus_client.multiprocess import MultiProcessCollector

    registry = CollectorRegistry()
    MultiProcessCollector(registry)
    registry.register(DatabaseUp())
    registry.register(Build())
    port, host = environment.number("METRICS_PORT", 0), environment.text("METRICS_HOST", "127.0.0.1")
    try:
        start_http_server(port, host, registry)
    except OSError as error:
        environment.refuse(f"the port for metrics, {host}:{port}, cannot be opened: {error.strerror}.")
    signal.sigwait({signal.SIGTERM, signal.SIGINT})


if __name__ == "__main__":
    main()
