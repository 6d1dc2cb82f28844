"""The first admin's way in."""

from __future__ import annotations

import os
from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts import identity, registration
from accounts.models import User
from clinic.errors import Refused
from clinic.models import Clinic


class Command(BaseCommand):
    help = "Create an active admin. The password is taken from CLINIC_ADMIN_PASSWORD, or asked for."

    def add_arguments(self, parser: CommandParser) -> None:
        for option in ("--national-id", "--email", "--phone-number", "--full-name"):
            parser.add_argument(option, required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        named = identity_from(options)
        password = os.environ.get("CLINIC_ADMIN_PASSWORD") or typed_twice()
        check("password", validate_password, password, User(**named))
        try:
            admin = registration.create_admin(identity=named, password=password, now=timezone.now())
        except Refused as refusal:
            raise CommandError(sentence_of(refusal)) from refusal
        self.stdout.write(f"{admin.full_name} can sign in with the national ID {admin.national_id}.")


def typed_twice() -> str:
    password = getpass("Password: ")
    if getpass("Once more: ") != password:
        raise CommandError("password: These two were not the same.")
    return password


def identity_from(options: dict[str, Any]) -> dict[str, str]:
    return {
        "national_id": check("national-id", identity.national_id, options["national_id"]),
        "email": check("email", identity.email, options["email"]),
        "phone_number": check(
            "phone-number", identity.phone_number, options["phone_number"], Clinic.objects.current().country
        ),
        "full_name": check("full-name", identity.full_name, options["full_name"]),
    }


def check(name: str, rule: Any, *typed: Any) -> Any:
    try:
        return rule(*typed)
    except ValidationError as error:
        raise CommandError(f"{name}: {' '.join(error.messages)}") from error


def sentence_of(refusal: Refused) -> str:
    if refusal.code != "invalid":
        return str(refusal.message)
    return " ".join(f"{field}: {words[0]}" for field, words in refusal.data.items())
