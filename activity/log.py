"""The one way to write the activity log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from django.db import models

from activity import origin
from activity.models import Entry


class Actor(Protocol):
    """Whoever acts: anything with the id of a user."""

    pk: Any


def target_of(thing: models.Model | str) -> str:
    """The name of a thing in the log: `appointment:12`, `user:3`."""
    return thing if isinstance(thing, str) else f"{thing._meta.model_name}:{thing.pk}"


def record(
    action: str,
    target: models.Model | str = "",
    *,
    by: Actor | None,
    at: datetime,
    **details: Any,
) -> Entry:
    """Write one entry, in the transaction of the act it tells of.

    `details` name people and things by id and hold no medical text and no secrets.
    """
    origin.note(action)
    return Entry.objects.create(
        at=at,
        actor=by.pk if by else None,
        address=origin.address.get(),
        action=action,
        target=target_of(target) if target else "",
        details=details,
    )


def record_many(
    action: str,
    targets: Sequence[models.Model],
    *,
    by: Actor | None,
    at: datetime,
    **details: Any,
) -> None:
    """Write the same entry for each of several things, in one statement."""
    origin.note(action)
    Entry.objects.bulk_create(
        Entry(
            at=at,
            actor=by.pk if by else None,
            address=origin.address.get(),
            action=action,
            target=target_of(thing),
            details=details,
        )
        for thing in targets
    )
