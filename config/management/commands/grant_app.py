"""Letting the application work under a role that owns nothing."""

from __future__ import annotations

from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import connection

from clinic.operating import OperatorCommand
from config import roles


class Command(OperatorCommand):
    help = (
        "Grant a login role what the application needs, and no more: it may add to the activity log, but "
        "neither change nor delete there. To be run as the tables' owner, after each migrate."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--role", required=True, help="the role of the application's DATABASE_URL")

    def work(self, **options: Any) -> None:
        connection.ensure_connection()
        try:
            roles.grant(connection.connection, options["role"])
        except roles.Unfit as unfit:
            raise CommandError(str(unfit)) from unfit
        self.stdout.write(f"{options['role']} may serve people now.")
