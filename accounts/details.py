"""Mending what is written of a person: by an admin, or by the person himself.

The log keeps which fields changed, not what they held.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import PatientProfile, User
from accounts.registration import locked
from accounts.uniqueness import refuse_taken
from activity.log import record
from clinic.errors import Invalid, refusing_violations_of

BY_ADMIN = ("full_name", "national_id", "email", "phone_number")
OWN = ("full_name", "profile_pic", "language", "email", "phone_number")
OWN_OF_PATIENTS = ("date_of_birth", "gender")
NEEDS_PASSWORD = frozenset({"email", "phone_number"})


@transaction.atomic
def correct(*, user: User, changes: dict[str, Any], by: User, now: datetime) -> User:
    """Mend what names a person."""
    user = locked(user)
    if changed := _differing(user, changes, BY_ADMIN):
        _save(user, changes, changed)
        record("user.corrected", user, by=by, at=now, fields=changed)
    return user


@transaction.atomic
def change_own(*, user: User, changes: dict[str, Any], password: str, now: datetime) -> User:
    """Change one's own details; another email address or phone number needs the password."""
    profile = PatientProfile.objects.select_for_update(no_key=True).filter(pk=user.pk).first()
    user = locked(user)
    changed = _differing(user, changes, OWN)
    if NEEDS_PASSWORD.intersection(changed) and not user.check_password(password):
        raise Invalid(password=_("That is not your password."))
    if changed:
        _save(user, changes, changed)
    if profile and (of_patient := _differing(profile, changes, OWN_OF_PATIENTS)):
        _set(profile, changes, of_patient)
        profile.save(update_fields=of_patient)
        changed += of_patient
    if changed:
        record("user.changed_own_details", user, by=user, at=now, fields=changed)
    return user


def _save(user: User, changes: dict[str, Any], names: list[str]) -> None:
    _set(user, changes, names)
    refuse_taken(user)
    with refusing_violations_of(User):
        user.save(update_fields=names)


def _differing(row: models.Model, changes: dict[str, Any], names: tuple[str, ...]) -> list[str]:
    return [name for name in names if name in changes and getattr(row, name) != changes[name]]


def _set(row: models.Model, changes: dict[str, Any], names: list[str]) -> None:
    for name in names:
        setattr(row, name, changes[name])
