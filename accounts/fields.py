"""Fields that read what names and describes a person. The serializer's context holds `clinic` and `today`."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from accounts import identity
from accounts.ages import is_plausible
from accounts.models import User
from clinic.fields import Choice, PlainDate, Secret, Text

# Longer than any form of what is asked; the exact measure is taken once spaces and dashes are out.
LONGEST_TYPED = 300
RESEMBLED = ("national_id", "email", "phone_number", "full_name")


class NationalId(Text):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=LONGEST_TYPED, **kwargs)

    def to_internal_value(self, data: Any) -> str:
        return identity.national_id(super().to_internal_value(data))


class Email(Text):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=LONGEST_TYPED, **kwargs)

    def to_internal_value(self, data: Any) -> str:
        return identity.email(super().to_internal_value(data))


class PhoneNumber(Text):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=LONGEST_TYPED, **kwargs)

    def to_internal_value(self, data: Any) -> str:
        return identity.phone_number(super().to_internal_value(data), self.context["clinic"].country)


class FullName(Text):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(collapse=True, min_length=2, max_length=100, **kwargs)


class PictureAddress(Text):
    """The https address of a picture, or nothing."""

    default_error_messages = {"not_https": _("Write an address that begins with https://.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=500, allow_blank=True, required=False, **kwargs)
        self.validators.append(URLValidator(schemes=["https"], message=self.error_messages["not_https"]))


class Language(Choice):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=settings.LANGUAGES, **kwargs)


class BirthDate(PlainDate):
    default_error_messages = {"implausible": _("Write a date of birth of the last 130 years.")}

    def to_internal_value(self, data: Any) -> date:
        born = super().to_internal_value(data)
        if not is_plausible(born, self.context["today"]):
            self.fail("implausible")
        return born


class Code(Secret):
    """What an authenticator app shows, or a recovery code; spaces and dashes do not matter."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=100, **kwargs)


class NewPassword(Secret):
    """A password to be. It is held against the person of the context, else against what stands beside it."""

    def to_internal_value(self, data: Any) -> str:
        password = super().to_internal_value(data)
        validate_password(password, self.context.get("user") or self._newcomer())
        return password

    def _newcomer(self) -> User:
        typed = self.root.initial_data
        return User(
            **{name: typed[name][:LONGEST_TYPED] for name in RESEMBLED if isinstance(typed.get(name), str)}
        )
