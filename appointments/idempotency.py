"""A booking that is asked for twice with one Idempotency-Key is made once."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from appointments.models import KEPT_FOR, KeptAnswer
from appointments.refusals import IdempotencyMismatch
from clinic.errors import Invalid, Refused, refusing_violations_of

Answer = dict[str, Any]


def check_key(key: str | None) -> str | None:
    """The Idempotency-Key header's value: 8 to 64 printable ASCII characters."""
    if key is not None and not re.fullmatch(r"[\x20-\x7e]{8,64}", key):
        raise Invalid(**{"Idempotency-Key": _("8 to 64 characters.")})
    return key


@dataclass(frozen=True, slots=True)
class Once:
    """One request that is to have its effect once; without a `key` it is like any other."""

    user: User
    key: str | None
    body: bytes
    now: datetime

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(self.body).hexdigest()

    def answer(self, make: Callable[[], Answer]) -> Answer:
        """Answer a repeat as the first was answered; else `make` the answer.

        Two that run at the same time cannot both be the first: the loser is refused, by the taken time or by
        the key's own constraint, after the winner has committed; the winner's answer is there by then.
        """
        if answer := self.kept():
            return answer
        try:
            return make()
        except Refused:
            if answer := self.kept():
                return answer
            raise

    def kept(self) -> Answer | None:
        """The answer that the first request with this key was given, if there was one within 24 hours.

        Raises IdempotencyMismatch when the key came with another body.
        """
        if self.key is None:
            return None
        row = KeptAnswer.objects.filter(user=self.user, key=self.key).first()
        if row is None:
            return None
        if row.expired(self.now):
            row.delete()
            return None
        if row.fingerprint != self.fingerprint:
            raise IdempotencyMismatch
        return json.loads(row.answer)

    def keep(self, answer: Answer) -> None:
        """Keep an answer, in the transaction of the booking that it tells of."""
        if self.key is None:
            return
        with refusing_violations_of(KeptAnswer):
            KeptAnswer.objects.create(
                user=self.user,
                key=self.key,
                fingerprint=self.fingerprint,
                answer=json.dumps(answer),
                created_at=self.now,
            )


def forget_expired(now: datetime) -> None:
    """Delete the answers that are kept for nobody any more."""
    KeptAnswer.objects.filter(created_at__lte=now - KEPT_FOR).delete()
