"""A backup of the clinic, in one file."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from clinic.operating import OperatorCommand
from clinic.progress import Progress
from config import local
from config.backup import Unusable, catalogue
from config.backup.making import make

LEAST = 12  # characters of a passphrase


class Command(OperatorCommand):
    help = (
        "Keep the whole clinic in one file: every table as it is at one instant, with counts and checksums. "
        "People may go on working meanwhile. `restore` brings it back."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--to",
            type=Path,
            default=Path(),
            metavar="FILE",
            help="a new file, or a folder for one that is named after the time (default: this folder)",
        )
        parser.add_argument(
            "--passphrase-env",
            metavar="NAME",
            help="encrypt with the passphrase in this environment variable",
        )

    def work(self, **options: Any) -> None:
        now = timezone.now()
        passphrase = passphrase_from(options["passphrase_env"], least=LEAST)
        progress = Progress(self.stderr, catalogue.estimated_rows())
        try:
            with local.ending_on_sigterm():
                made = make(named(options["to"], now), passphrase, now, progress.show)
        except Unusable as unusable:
            raise CommandError(str(unusable)) from unusable
        finally:
            progress.end()
        self.stdout.write(f"{made.path}: {made.totals.rows} rows, {made.size} bytes, sha256 {made.sha256}")


def named(to: Path, now: datetime) -> Path:
    return to / f"clinic-{now:%Y%m%dT%H%M%SZ}.backup" if to.is_dir() else to


def passphrase_from(name: str | None, *, least: int = 1) -> str:
    """From the environment, for what stands on a command line is seen by others."""
    if name is None:
        return ""
    passphrase = os.environ.get(name, "")
    if len(passphrase) < least:
        raise CommandError(
            f"The environment variable {name} must hold a passphrase of {least} characters or more."
        )
    return passphrase
