"""Fill an empty database with the demo clinic."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import User
from appointments.demo.opening import open_clinic
from clinic import demo

BAR = 30


class Command(BaseCommand):
    help = "Fill an empty database with a believable clinic, and print the logins. For local use only."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.LOCAL:
            raise CommandError("The demo clinic is for local use only (CLINIC_LOCAL=1).")
        if User.objects.exists():
            raise CommandError("The demo clinic needs an empty database, and this one has people in it.")
        open_clinic(timezone.now(), self.show)
        self.stderr.write("", style_func=str)
        self.stdout.write(f"The demo clinic is ready. Its logins:\n{demo.told()}")

    def show(self, done: int, of: int, what: str) -> None:
        """One step further along the bar."""
        filled = BAR * done // of
        bar = "█" * filled + "░" * (BAR - filled)
        self.stderr.write(f"\r  {bar} {done * 100 // of:3}%  {what:<20}", style_func=str, ending="")
        self.stderr.flush()
