"""The hash chain over the log: pure arithmetic, the same today and in ten years.

Each seal's hash is taken over the hash before it and everything that the entry says, so that no entry
before the last one known to an outsider can be changed, added or taken away unnoticed.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Protocol

BEGINNING = "0" * 64  # what the first seal follows


class Told(Protocol):
    """What an entry of the log says."""

    pk: Any
    at: datetime
    actor: int | None
    address: str | None
    action: str
    target: str
    details: Any


def canonical(entry: Told, sealed_at: datetime) -> bytes:
    """The one way to write an entry and the time of its sealing as bytes."""
    told = {
        "id": entry.pk,
        "at": instant(entry.at),
        "actor": entry.actor,
        "address": entry.address,
        "action": entry.action,
        "target": entry.target,
        "details": entry.details,
        "sealed_at": instant(sealed_at),
    }
    return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def follow(previous: str, entry: Told, sealed_at: datetime) -> str:
    """The hash of the seal of this entry, after the seal with the previous hash."""
    return sha256(bytes.fromhex(previous) + canonical(entry, sealed_at)).hexdigest()
