"""A clinic out of its backup."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from activity.verification import Walk
from clinic.operating import OperatorCommand
from clinic.progress import Progress
from config import local
from config.backup import Unusable, restoring
from config.backup.form import Totals
from config.management.commands.backup import passphrase_from


class Command(OperatorCommand):
    help = (
        "Restore a backup into an empty database: the file is verified first, all is loaded in one "
        "transaction and compared with what the backup says, and the activity log's chain is verified. An "
        "older backup is brought to this version."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--passphrase-env", metavar="NAME", help="the environment variable that holds the passphrase"
        )

    def work(self, **options: Any) -> None:
        path, passphrase = options["file"], passphrase_from(options["passphrase_env"])
        try:
            with local.ending_on_sigterm():
                totals = self.restore(path, passphrase)
        except Unusable as unusable:
            raise CommandError(str(unusable)) from unusable
        self.stdout.write(f"{path}: {totals.rows} rows in {len(totals.tables)} tables restored.")
        self.verify()

    def restore(self, path: Path, passphrase: str) -> Totals:
        size = path.stat().st_size
        progress = Progress(self.stderr, 2 * size)
        try:
            content, totals = restoring.examine(path, passphrase, partial(progress.show, what="verifying"))
            restoring.prepare(content)
            restoring.load(path, passphrase, lambda done: progress.show(size + done, "loading"))
        finally:
            progress.end()
        restoring.finish(path, timezone.now())
        return totals

    def verify(self) -> None:
        """A log that was not whole when it was kept is restored as it was, and told of."""
        walk = Walk(timezone.now())
        faults = 0
        for fault in walk.faults():
            self.stdout.write(fault)
            faults += 1
        self.stdout.write(f"head of the activity log: position {walk.position}, {walk.head}")
        if faults:
            raise CommandError(
                f"The clinic is restored, but its log is not as it was sealed. Faults: {faults}."
            )
