"""Commands for whoever runs a clinic: done with exit code 0, or one line on stderr that says why not."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error
from psycopg import Error as DriverError

INTERRUPTED = 130  # as a shell has it


class OperatorCommand(BaseCommand):
    """Implements `work`. A database or a file that fails on the way is an expected fault."""

    requires_system_checks = []  # they ask the database before we can say that it does not answer

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.work(**options)
        except (Error, DriverError, OSError) as error:
            raise CommandError(in_one_line(error)) from error
        except KeyboardInterrupt as interrupt:
            raise CommandError("Ended before it was done.", returncode=INTERRUPTED) from interrupt

    def work(self, **options: Any) -> None:
        raise NotImplementedError


def in_one_line(error: Exception) -> str:
    return " ".join(str(error).split())
