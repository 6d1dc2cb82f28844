"""Acts of the demo clinic, as the activity log would have told them on their day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models

from accounts.models import Role, User
from activity.log import target_of
from activity.models import Entry

# From the blocks that are kept for examples (RFC 5737).
DESK = "198.51.100.4"


@dataclass(frozen=True, slots=True)
class Act:
    action: str
    by: User | None
    at: datetime
    details: dict[str, Any] = field(default_factory=dict)

    def on(self, target: models.Model | str) -> Entry:
        return Entry(
            at=self.at,
            actor=self.by.pk if self.by else None,
            address=self._address,
            action=self.action,
            target=target_of(target),
            details=self.details,
        )

    @property
    def _address(self) -> str | None:
        if self.by is None:
            return None
        return f"203.0.113.{self.by.pk % 250 + 1}" if self.by.role == Role.PATIENT else DESK
