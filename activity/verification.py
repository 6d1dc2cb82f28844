"""Verifying the log: what was changed, added or taken away after its sealing is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from activity.chain import BEGINNING, follow
from activity.models import Entry, EntryQuerySet, Seal
from activity.sealing import settled

# An entry is there within seconds of its act and sealed within a minute: what appears later was put there.
GRACE = timedelta(minutes=5)
AT_ONCE = 2_000


def unwatched(position: int) -> None:
    """Nobody asks how far the walk has come."""


class Walk:
    """One walk along the chain; `faults` tells of each fault in a line of its own, where it meets it."""

    def __init__(self, now: datetime, *, after: int = 0, noted: str = "") -> None:
        """Begin behind the position `after`. `noted` is a head that somebody wrote down once."""
        self.now = now
        self.noted, self.noted_at = noted, 0 if noted == BEGINNING else None
        self.from_the_beginning = after == 0
        last = Seal.objects.filter(position=after).first()
        self.position, self.head = after, last.hash if last else BEGINNING
        self.sealed_at = last.sealed_at if last else None
        self._sealed_before: datetime | None = None
        self._may_follow = {self.head}
        self.on_the_way: Callable[[int], None] = unwatched

    def faults(self) -> Iterator[str]:
        for seal, entry in self._links():
            yield from self._faults_of(seal, entry)
            self.position, self.head, self.sealed_at = seal.position, seal.hash, seal.sealed_at
            if seal.hash == self.noted:
                self.noted_at = seal.position
        yield from self._faults_of_the_unsealed()
        if self.noted and self.noted_at is None:
            yield f"missing: the head {self.noted} is nowhere in the chain"

    def _links(self) -> Iterator[tuple[Seal, Entry | None]]:
        """Each seal with its entry, a few at a time: the log may be longer than the memory."""
        while seals := Seal.objects.filter(position__gt=self.position).order_by("position")[:AT_ONCE]:
            entries = Entry.objects.in_bulk([seal.entry for seal in seals])
            yield from ((seal, entries.get(seal.entry)) for seal in seals)
            self.on_the_way(self.position)

    def _faults_of(self, seal: Seal, entry: Entry | None) -> Iterator[str]:
        if seal.sealed_at != self.sealed_at:
            self._sealed_before = self.sealed_at
        unbroken = seal.position == self.position + 1
        if not unbroken:
            yield f"missing: the seals at the positions {self.position + 1} to {seal.position - 1}"
        may_follow, self._may_follow = self._may_follow, {seal.hash}
        if entry is None:
            yield f"missing: entry {seal.entry}, sealed at position {seal.position}"
        elif unbroken and seal.hash not in {follow(hash_, entry, seal.sealed_at) for hash_ in may_follow}:
            # If this hash was changed and not the entry, the next seal follows what the hash should be.
            self._may_follow.add(follow(self.head, entry, seal.sealed_at))
            yield f"changed: entry {entry.pk}, or its seal at position {seal.position}"
        elif self._sealed_before and entry.at < self._sealed_before - GRACE:
            yield f"added: entry {entry.pk}, {late(entry.at, self._sealed_before)}"

    def _faults_of_the_unsealed(self) -> Iterator[str]:
        stopped = 0
        for pk, at in self._unsealed().values_list("pk", "at").iterator(AT_ONCE):
            if self.sealed_at and at < self.sealed_at - GRACE:
                yield f"added: entry {pk}, {late(at, self.sealed_at)}"
            else:
                stopped += 1
        if stopped:
            yield f"unsealed: {stopped} entries older than {GRACE}, since sealing has stopped"

    def _unsealed(self) -> EntryQuerySet:
        after = 0 if self.from_the_beginning else settled(self.now)
        return Entry.objects.unsealed(after).filter(at__lt=self.now - GRACE)


def late(at: datetime, sealed_at: datetime) -> str:
    return f"dated {at:%Y-%m-%d %H:%M:%S} UTC, was not there when the log was sealed at {sealed_at:%H:%M:%S}"
