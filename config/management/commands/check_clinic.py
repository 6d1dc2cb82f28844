"""The condition of a clinic, a line for each question."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from clinic.operating import OperatorCommand
from config.condition import LAST_LINKS, Asked, condition

A_DAY_AND_SOME = 26  # hours


class Command(OperatorCommand):
    help = (
        "Ask whether the clinic is in good condition: database, migrations, constraints, triggers, clock, "
        "backup, activity log, settings. A line each, ok or FAILED; exit code 1 if anything failed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--backup-within",
            type=hours,
            default=A_DAY_AND_SOME,
            metavar="HOURS",
            help=f"the greatest age of the last backup (default: {A_DAY_AND_SOME}; 0: do not ask)",
        )
        parser.add_argument(
            "--full",
            action="store_true",
            help=f"verify the whole log, not only the last {LAST_LINKS} entries of its chain",
        )

    def work(self, **options: Any) -> None:
        within = timedelta(hours=options["backup_within"]) or None
        asked = Asked(now=timezone.now(), backup_within=within, whole_log=options["full"])
        failed = 0
        for well, line in condition(asked):
            self.stdout.write(line)
            failed += not well
        if failed:
            raise CommandError(f"Not as it should be: {failed}.")


def hours(typed: str) -> int:
    if not typed.isascii() or not typed.isdecimal():
        raise ValueError(typed)
    return int(typed)
