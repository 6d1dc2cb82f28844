"""Sealing the log: new entries become links of the hash chain, and nobody who writes them waits for it."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import connection, transaction

from activity.chain import BEGINNING, follow
from activity.models import Entry, EntryQuerySet, Seal

log = logging.getLogger(__name__)
log.setLevel(logging.INFO)  # the head is told also where the log is kept quiet

LONGEST_TRANSACTION = timedelta(days=1)
AT_ONCE = 2_000
ONE_SEALER = 7_315_001  # the number of an advisory lock


class SomebodySeals(Exception):
    """Another process seals at this moment, and need not be waited for."""


def seal(now: datetime) -> int:
    """Seal what is not sealed yet, and say how many entries that were."""
    before, sealed, after = head(), 0, settled(now)
    while seals := _seal_some(now, after):
        sealed, after = sealed + len(seals), seals[-1].entry
        if len(seals) < AT_ONCE:
            break
    last = head()
    if last and (before is None or before.sealed_at.date() != last.sealed_at.date()):
        # Once a day, into a log that is not the database's.
        log.info("the activity log is sealed up to position %s: %s", last.position, last.hash)
    return sealed


def head() -> Seal | None:
    """The last link of the chain."""
    return Seal.objects.order_by("-position").first()


@transaction.atomic
def _seal_some(now: datetime, after: int) -> list[Seal]:
    """One transaction that a short memory can hold."""
    _be_the_only_one()
    return Seal.objects.bulk_create(links(head(), Entry.objects.unsealed(after)[:AT_ONCE], now))


def _be_the_only_one() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [ONE_SEALER])
        if cursor.fetchone() != (True,):
            raise SomebodySeals


def settled(now: datetime) -> int:
    """The id up to which everything is sealed, and will be.

    Ids are given out in order and no transaction lasts a day, so what was sealed a day ago has nothing
    unsealed below it: however long the log has grown, only one day of it is looked at.
    """
    last = Seal.objects.filter(sealed_at__lt=now - LONGEST_TRANSACTION).order_by("-position").first()
    return last.entry if last else 0


def links(last: Seal | None, entries: EntryQuerySet, now: datetime) -> list[Seal]:
    """The seals of these entries, after the last one."""
    position, previous = (last.position, last.hash) if last else (0, BEGINNING)
    made = []
    for place, entry in enumerate(entries, position + 1):
        previous = follow(previous, entry, now)
        made.append(Seal(position=place, entry=entry.pk, sealed_at=now, hash=previous))
    return made
