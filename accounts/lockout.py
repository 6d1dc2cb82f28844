"""The lock-out after failed sign-ins: who waits, and for how long.

Two rows count each failure, in one atomic statement: one for the ID from this address, and one, with an
empty address, for the ID from everywhere. The ID is kept as a keyed hash, whether anybody has it or not.
"""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils.crypto import salted_hmac

from accounts.models import Session, SignInFailure, User
from accounts.refusals import LockedOut
from activity.log import record

EVERYWHERE = ""
NO_ADDRESS = "unknown"
KNOWN_FOR = timedelta(days=90)

# From one address, five failures in 15 minutes make the ID wait 30 seconds, doubling to 15 minutes with each
# further one; that is forgotten after 15 quiet minutes past the wait. From everywhere, fifty in an hour make
# it wait 15 minutes. `recent` never grows beyond what the rule has to count.
COUNT = """
WITH rule (address, failures, within, first_wait, longest_wait, remembered) AS (VALUES
    (%(address)s, 5, interval '15 min', interval '30 s', interval '15 min', interval '15 min'),
    ('', 50, interval '1 hour', interval '15 min', interval '15 min', interval '0')
)
INSERT INTO accounts_signinfailure AS kept (id_hash, address, recent, waits, waits_until)
SELECT %(id_hash)s, address, ARRAY[%(now)s::timestamptz], 0, NULL FROM rule ORDER BY address DESC
ON CONFLICT (id_hash, address) DO UPDATE SET (recent, waits, waits_until) = (
    SELECT
        counted.recent,
        counted.waits,
        CASE WHEN counted.waits > 0
            THEN %(now)s + LEAST(first_wait * 2 ^ LEAST(counted.waits - 1, 10), longest_wait) END
    FROM rule, LATERAL (
        SELECT (array_agg(moment ORDER BY moment DESC))[:failures] AS recent
        FROM unnest(kept.recent || %(now)s::timestamptz) AS moment
        WHERE moment > %(now)s - within
    ) AS fresh, LATERAL (
        SELECT fresh.recent, CASE
            WHEN kept.waits > 0 AND %(now)s < kept.waits_until + remembered THEN kept.waits + 1
            WHEN cardinality(fresh.recent) >= failures THEN 1
            ELSE 0
        END AS waits
    ) AS counted
    WHERE rule.address = kept.address
)
WHERE kept.address = '' OR kept.waits_until IS NULL OR kept.waits_until <= %(now)s
RETURNING address, waits
"""
CLEAR = "DELETE FROM accounts_signinfailure WHERE id_hash = %s AND address = %s RETURNING waits_until"


def hashed(bare_national_id: str) -> str:
    return salted_hmac("accounts.lockout", bare_national_id, algorithm="sha256").hexdigest()


def refuse_while_waiting(bare_national_id: str, address: str | None, now: datetime) -> None:
    """Raises LockedOut while this ID has to wait at this address. One cheap query, before any hashing."""
    rows = SignInFailure.objects.filter(
        id_hash=hashed(bare_national_id), address__in=[address or NO_ADDRESS, EVERYWHERE], waits_until__gt=now
    )
    waits = {row.address: row.waits_until for row in rows if row.waits_until}
    if EVERYWHERE in waits and _is_known_at(bare_national_id, address, now):
        del waits[EVERYWHERE]
    if waits:
        raise LockedOut(_seconds(max(waits.values()) - now))


def note_failure(
    bare_national_id: str,
    address: str | None,
    now: datetime,
    *,
    action: str,
    about: User | None,
    by: User | None = None,
) -> None:
    """Count one failure and log it, without what was typed.

    Raises LockedOut for a guess that raced past the check above while a wait began.
    """
    with transaction.atomic():
        waits = count_failure(bare_national_id, address, now)
        record(action, about or "", by=by, at=now)
        for place, times in waits.items():
            if times:
                record("sign_in.locked_out", about or "", by=by, at=now, place=place)
    if "address" not in waits:
        refuse_while_waiting(bare_national_id, address, now)


def count_failure(bare_national_id: str, address: str | None, now: datetime) -> dict[str, int]:
    """Count one failure; the answer says of `address` and `everywhere` how often in a row they now wait.

    A guess that raced past the check above while a wait began does not lengthen it: `address` is then absent.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            COUNT, {"id_hash": hashed(bare_national_id), "address": address or NO_ADDRESS, "now": now}
        )
        return {"address" if place else "everywhere": waits for place, waits in cursor.fetchall()}


def clear(bare_national_id: str, address: str | None, now: datetime) -> None:
    """Forget the failures of this ID at this address, in the transaction of the success.

    A guess that raced past the first check meets a wait that has begun here: LockedOut takes all back.
    """
    with connection.cursor() as cursor:
        cursor.execute(CLEAR, [hashed(bare_national_id), address or NO_ADDRESS])
        waits_until = [until for (until,) in cursor.fetchall() if until and until > now]
    if waits_until:
        raise LockedOut(_seconds(waits_until[0] - now))


def _seconds(span: timedelta) -> int:
    return math.ceil(span.total_seconds())


def _is_known_at(bare_national_id: str, address: str | None, now: datetime) -> bool:
    """Whether the person with this ID has signed in from here lately."""
    return Session.objects.filter(
        user__national_id=bare_national_id,
        address=address,
        created_at__gt=now - KNOWN_FOR,
    ).exists()
