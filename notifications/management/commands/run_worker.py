"""The worker."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError, CommandParser
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.exceptions import ConnectorException
from procrastinate.psycopg_connector import PsycopgConnector
from psycopg import Error as DriverError

from clinic.operating import OperatorCommand, in_one_line

PATIENCE = 5  # seconds for a connection; whoever starts us again has more


class Command(OperatorCommand):
    help = (
        "Do what is in the queue of jobs, send what is due, seal the activity log, and sweep up until ended. "
        "Any number of workers, on any number of machines, share the work; one that dies loses nothing. One "
        "that loses its database ends with exit code 1, to be started again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="end when the queue is empty")

    def work(self, **options: Any) -> None:
        connector = PsycopgConnector(kwargs=connector_params(), min_size=1, max_size=2, timeout=PATIENCE)
        try:
            with app.replace_connector(connector):
                app.run_worker(wait=not options["once"])
        except (ConnectorException, DriverError) as error:
            cause = error.__cause__ if isinstance(error.__cause__, DriverError) else error
            raise CommandError(f"The worker has no database: {in_one_line(cause)}") from error
