"""Choosing another password."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts import sessions
from accounts.models import Session, User
from accounts.registration import locked
from activity.log import record
from clinic.errors import Invalid


@transaction.atomic
def change(*, session: Session, old_password: str, new_password: str, now: datetime) -> Session:
    """Set a new password and end every session; the answer is a fresh one on the same device."""
    user: User = locked(session.user)
    if not user.check_password(old_password):
        raise Invalid(old_password=_("That is not your password."))
    user.set_password(new_password)
    user.save(update_fields=["password"])
    sessions.end_all(user=user, now=now)
    record("password.changed", user, by=user, at=now)
    return sessions.open_for(user, device=session.device, address=session.address, now=now)
