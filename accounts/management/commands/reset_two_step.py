"""For who has lost the authenticator app and the recovery codes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts import two_step
from accounts.identity import bare_national_id
from accounts.models import State, User
from accounts.refusals import WrongStatus


class Command(BaseCommand):
    help = (
        "Switch a person's two-step sign-in off and sign the person out everywhere. "
        "Make sure first that it is the person who asks. Exits with 1 where there is nobody of this ID, "
        "or where it is not on."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--national-id", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        bare = bare_national_id(options["national_id"])
        user = User.objects.filter(national_id=bare).exclude(state=State.REJECTED).first()
        if user is None:
            raise CommandError("Nobody has this national ID.")
        try:
            two_step.reset(user=user, now=timezone.now())
        except WrongStatus as refusal:
            raise CommandError(f"{user.full_name} does not have two-step sign-in on.") from refusal
        self.stdout.write(f"{user.full_name} signs in with the password alone now.")
