"""The one written form of what names a person: national ID, email, phone number, full name.

Each function takes what was typed and answers it as it is stored, or raises a ValidationError that says
what to write instead.
"""

from __future__ import annotations

import re

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from clinic.text import composed, is_plain, spaces_collapsed

SPACES_AND_DASHES = re.compile(r"[\s\u002d\u2010-\u2015\u2212]+")
PHONE_CHARACTERS = re.compile(r"\+?[\d\s().\-/]+")
FULL_NAME_LENGTH = range(2, 101)
EMAIL_LENGTH = 254


def bare_national_id(typed: str) -> str:
    """A national ID without spaces and dashes, in upper case; it need not be one that anybody can have."""
    return SPACES_AND_DASHES.sub("", typed).upper()


def national_id(typed: str) -> str:
    bare = SPACES_AND_DASHES.sub("", typed)
    if not re.fullmatch(r"[A-Za-z0-9]{5,12}", bare):
        raise ValidationError(_("Write 5 to 12 letters or digits."))
    return bare.upper()


def email(typed: str) -> str:
    address = typed.strip().lower()
    validate_email(address)
    if len(address) > EMAIL_LENGTH:
        raise ValidationError(_("Write a shorter email address."))
    return address


def phone_number(typed: str, country: str) -> str:
    """International digits without plus, in the sense of E.164.

    A number in digits only may be a local one or an international one without its plus: the first reading
    that is valid counts, else the first that is possible.
    """
    readings = _readings(typed, country) if PHONE_CHARACTERS.fullmatch(typed.strip()) else []
    number = next(
        filter(phonenumbers.is_valid_number, readings),
        next(filter(phonenumbers.is_possible_number, readings), None),
    )
    digits = f"{number.country_code}{phonenumbers.national_significant_number(number)}" if number else ""
    if not re.fullmatch(r"[0-9]{8,15}", digits):
        raise ValidationError(_("Write a phone number, as in 0712 345 678 or +254 712 345 678."))
    return digits


def _readings(typed: str, country: str) -> list[phonenumbers.PhoneNumber]:
    forms = [typed]
    digits = re.sub(r"[\s().\-/]+", "", typed)
    if digits.isdecimal():
        forms.append(f"+{digits}")
    readings = []
    for form in forms:
        try:
            readings.append(phonenumbers.parse(form, country))
        except phonenumbers.NumberParseException:
            continue
    return readings


def full_name(typed: str) -> str:
    name = spaces_collapsed(composed(typed))
    if len(name) not in FULL_NAME_LENGTH or not is_plain(name):
        raise ValidationError(_("Write a name of 2 to 100 characters."))
    return name
