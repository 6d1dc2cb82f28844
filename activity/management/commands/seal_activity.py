"""Sealing, once or each minute."""

from __future__ import annotations

import logging
import time
from typing import Any

from django.core.management.base import CommandParser
from django.db import Error, connection
from django.utils import timezone

from activity.sealing import SomebodySeals, head, seal
from clinic.operating import OperatorCommand, in_one_line

log = logging.getLogger(__name__)

LONGEST_PAUSE = 3600  # seconds


class Command(OperatorCommand):
    help = (
        "Seal the new entries of the activity log into its hash chain; verify_activity answers for them then."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--every", type=seconds, metavar="SECONDS", help="go on until ended, with this pause in between"
        )

    def work(self, **options: Any) -> None:
        if options["every"] is None:
            self.once(options["verbosity"])
        else:
            go_on(options["every"])

    def once(self, verbosity: int) -> None:
        try:
            sealed, last = seal(timezone.now()), head()
        except SomebodySeals:
            self.stdout.write("Another process is sealing at this moment.")
            return
        if verbosity and last:
            self.stdout.write(f"{sealed} entries sealed; head: position {last.position}, {last.hash}")


def go_on(pause: int) -> None:
    """A database that is away for a while is waited for: its entries are not lost, only sealed later."""
    while True:
        try:
            seal(timezone.now())
        except SomebodySeals:
            log.info("another process seals the activity log")
        except Error as error:
            log.warning("the activity log could not be sealed: %s", in_one_line(error))
            connection.close()
        time.sleep(pause)


def seconds(typed: str) -> int:
    if not typed.isascii() or not typed.isdecimal() or not 1 <= int(typed) <= LONGEST_PAUSE:
        raise ValueError(typed)
    return int(typed)
