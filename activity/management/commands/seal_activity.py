"""Sealing by hand, where no worker does it."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from activity.sealing import SomebodySeals, head, seal
from clinic.operating import OperatorCommand


class Command(OperatorCommand):
    help = (
        "Seal the new entries of the activity log into its hash chain, so that verify_activity can answer "
        "for them. The worker does so each minute."
    )

    def work(self, **options: Any) -> None:
        try:
            sealed, last = seal(timezone.now()), head()
        except SomebodySeals:
            self.stdout.write("Another process is sealing at this moment.")
            return
        if options["verbosity"] and last:
            self.stdout.write(f"{sealed} entries sealed; head: position {last.position}, {last.hash}")
