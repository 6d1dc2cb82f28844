"""A booking that is asked for twice with one Idempotency-Key is made once."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import User
from appointments.models import KeptAnswer
from appointments.refusals import IdempotencyMismatch
from clinic.errors import Invalid, Refused, refusing_violations_of

Answer = dict[str, Any]


def fingerprint_of(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def kept(*, user: User, key: str, fingerprint: str, now: datetime) -> Answer | None:
    """The answer that the first request with this key was given, or None if there was none within 24 hours.

    Raises IdempotencyMismatch when the key came with another body.
    """
    answer = KeptAnswer.objects.filter(user=user, key=key).first()
    if answer is None:
        return None
    if answer.expired(now):
        answer.delete()
        return None
    if answer.fingerprint != fingerprint:
        raise IdempotencyMismatch
    return json.loads(answer.answer)


def keep(*, user: User, key: str, fingerprint: str, answer: Answer, now: datetime) -> None:
    """Keep an answer, in the transaction of the booking that it tells of."""
    with refusing_violations_of(KeptAnswer):
        KeptAnswer.objects.create(
            user=user, key=key, fingerprint=fingerprint, answer=json.dumps(answer), created_at=now
        )


def once(
    make: Callable[[], Answer], *, user: User, key: str | None, fingerprint: str, now: datetime
) -> Answer:
    """Answer a repeat as the first was answered; else `make` the answer.

    Two that run at the same time cannot both be the first: the loser is refused, by the taken time or by
    the key's own constraint, after the winner has committed; the winner's answer is there by then.
    """
    if key is None:
        return make()
    asked = {"user": user, "key": key, "fingerprint": fingerprint, "now": now}
    if answer := kept(**asked):
        return answer
    try:
        return make()
    except Refused:
        if answer := kept(**asked):
            return answer
        raise


def check_key(key: str | None) -> str | None:
    """The Idempotency-Key header's value: 8 to 64 printable ASCII characters."""
    if key is not None and not re.fullmatch(r"[\x20-\x7e]{8,64}", key):
        raise Invalid(**{"Idempotency-Key": _("8 to 64 characters.")})
    return key
