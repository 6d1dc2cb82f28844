"""Whether the log still says what it said when it was sealed."""

from __future__ import annotations

import re
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from activity.sealing import head
from activity.verification import Walk
from clinic.operating import OperatorCommand
from clinic.progress import Progress


class Command(OperatorCommand):
    help = (
        "Verify the activity log against its hash chain. Every entry changed, added or missing is told in a "
        "line of its own, and the exit code is 1; the chain's head comes last."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--head", default="", metavar="HASH", help="a head noted earlier, which must stand in the chain"
        )

    def work(self, **options: Any) -> None:
        noted = options["head"].strip().lower()
        if noted and not re.fullmatch("[0-9a-f]{64}", noted):
            raise CommandError("--head takes the 64 hexadecimal digits of a hash.")
        walk = Walk(timezone.now(), noted=noted)
        found = self.tell(walk)
        if walk.noted and walk.noted_at is not None:
            self.stdout.write(f"the noted head stands at position {walk.noted_at}")
        self.stdout.write(f"head: position {walk.position}, {walk.head}")
        if found:
            raise CommandError(f"The log is not as it was. Faults: {found}.")

    def tell(self, walk: Walk) -> int:
        """How many faults the walk met."""
        last, found = head(), 0
        progress = Progress(self.stderr, last.position if last else 0)
        walk.on_the_way = progress.show
        for fault in walk.faults():
            progress.end()
            self.stdout.write(fault)
            found += 1
        progress.end()
        return found
