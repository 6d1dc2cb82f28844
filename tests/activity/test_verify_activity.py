"""manage.py verify_activity: whatever the owner of the tables does to the log is found."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from activity.chain import BEGINNING, follow
from activity.log import record
from activity.models import Entry, Seal
from activity.sealing import seal
from activity.verification import GRACE, Walk
from tests.activity.tampering import as_owner
from tests.conftest import MONDAY

MINUTE = timedelta(minutes=1)
NOW = MONDAY + timedelta(hours=2)


@pytest.fixture
def entries(db):
    """Six entries, two a quarter of an hour, each sealed in its minute."""
    written = []
    for minutes in (0, 15, 30):
        at = MONDAY + minutes * MINUTE
        written += [record("user.activated", f"user:{n}", by=None, at=at, reason="é") for n in (1, 2)]
        seal(at + MINUTE)
    return written


@pytest.fixture
def head(entries):
    return Seal.objects.get(position=6).hash


def verify(*options):
    """What the command wrote, and its complaint."""
    said, complaint = StringIO(), None
    try:
        call_command("verify_activity", *options, stdout=said, stderr=StringIO())
    except CommandError as error:
        complaint = str(error) if error.returncode == 1 else error
    return said.getvalue().splitlines(), complaint


@pytest.fixture(autouse=True)
def later(clock):
    clock.move_to(NOW)


def test_an_untouched_log(head):
    assert verify() == ([f"head: position 6, {head}"], None)


def test_an_empty_log(db):
    assert verify() == ([f"head: position 0, {BEGINNING}"], None)
    assert verify(f"--head={BEGINNING}")[1] is None


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE activity_entry SET at = at + interval '1 microsecond' WHERE id = %s",
        "UPDATE activity_entry SET actor = 9 WHERE id = %s",
        "UPDATE activity_entry SET address = '192.0.2.9' WHERE id = %s",
        "UPDATE activity_entry SET action = 'user.rejected' WHERE id = %s",
        "UPDATE activity_entry SET target = 'user:3' WHERE id = %s",
        "UPDATE activity_entry SET details = '{}' WHERE id = %s",
    ],
)
def test_an_edit(entries, head, change):
    edited = entries[2].pk
    as_owner(change, edited)

    assert verify() == (
        [f"changed: entry {edited}, or its seal at position 3", f"head: position 6, {head}"],
        "The log is not as it was. Faults: 1.",
    )


@pytest.mark.parametrize("place", [0, 2, 5])
def test_a_deletion(entries, head, place):
    gone = entries[place].pk
    as_owner("DELETE FROM activity_entry WHERE id = %s", gone)

    lines, complaint = verify()
    assert lines == [f"missing: entry {gone}, sealed at position {place + 1}", f"head: position 6, {head}"]
    assert complaint


def test_a_deletion_with_its_seal(entries):
    as_owner("DELETE FROM activity_entry WHERE id = %s", entries[1].pk)
    as_owner("DELETE FROM activity_seal WHERE position = 2")

    assert verify()[0][:-1] == ["missing: the seals at the positions 2 to 2"]


def test_an_insertion_is_found_before_and_after_it_is_sealed(entries):
    forged = Entry.objects.create(at=MONDAY + 2 * MINUTE, action="user.activated", target="user:9")
    found = (
        f"added: entry {forged.pk}, dated 2026-11-30 04:02:00 UTC, "
        "was not there when the log was sealed at 04:31:00"
    )
    assert verify()[0][0] == found

    seal(NOW)
    assert verify()[0][:-1] == [found]


def test_an_insertion_with_a_seal_of_its_own(entries):
    """Between two seals there is no position, and behind the last one it is as late as any other."""
    forged = Entry.objects.create(at=MONDAY, action="user.activated", target="user:9")
    last = Seal.objects.get(position=6)
    Seal.objects.create(position=7, entry=forged.pk, sealed_at=NOW, hash=follow(last.hash, forged, NOW))

    assert verify()[0][0].startswith(f"added: entry {forged.pk}, dated 2026-11-30 04:00:00")


SEAL_3 = "changed: entry {3}, or its seal at position 3"


@pytest.mark.parametrize(
    "change,found",
    [
        ("UPDATE activity_seal SET hash = repeat('0', 64) WHERE position = 3", [SEAL_3]),
        ("UPDATE activity_seal SET sealed_at = now() WHERE position = 3", [SEAL_3]),
        (
            "UPDATE activity_seal SET position = 9 WHERE position = 3",
            [
                "missing: the seals at the positions 3 to 3",
                "missing: the seals at the positions 7 to 8",
                "added: entry {3},",
            ],
        ),
        (
            "UPDATE activity_seal SET entry = -entry WHERE position = 3",
            ["missing: entry -{3}, sealed at position 3", "added: entry {3},"],
        ),
    ],
)
def test_a_seal_that_was_changed(entries, change, found):
    as_owner(change)

    lines = verify()[0][:-1]
    assert len(lines) == len(found)
    for line, words in zip(lines, found, strict=True):
        assert line.startswith(words.replace("{3}", str(entries[2].pk)))


def test_two_entries_whose_seals_were_exchanged(entries):
    one, two = entries[2].pk, entries[3].pk
    as_owner("UPDATE activity_seal SET entry = %s - entry WHERE position IN (3, 4)", 0)
    as_owner("UPDATE activity_seal SET entry = %s + entry WHERE entry IN (-%s, -%s)", one + two, one, two)

    assert verify()[0][:-1] == [
        f"changed: entry {two}, or its seal at position 3",
        f"changed: entry {one}, or its seal at position 4",
    ]


def test_a_chain_forged_anew_is_found_by_a_head_noted_earlier(entries, head):
    as_owner("UPDATE activity_entry SET action = 'user.rejected' WHERE id = %s", entries[2].pk)
    as_owner("DELETE FROM activity_seal WHERE position > 2")
    seal(MONDAY + 31 * MINUTE)

    assert verify()[1] is None
    assert verify(f"--head={head}")[0][0] == f"missing: the head {head} is nowhere in the chain"


def test_an_end_cut_off_is_found_by_a_head_noted_earlier(entries, head):
    as_owner("DELETE FROM activity_entry WHERE id >= %s", entries[4].pk)
    as_owner("DELETE FROM activity_seal WHERE position > 4")

    assert verify()[1] is None
    assert verify(f"--head={head}")[1] == "The log is not as it was. Faults: 1."


def test_a_head_noted_earlier_stands_in_the_chain(entries, head):
    noted = Seal.objects.get(position=4).hash

    assert verify(f"--head={noted.upper()}") == (
        ["the noted head stands at position 4", f"head: position 6, {head}"],
        None,
    )


@pytest.mark.parametrize("typed", ["abc", "g" * 64, "0" * 63])
def test_what_is_no_hash_is_no_head(db, typed):
    assert verify(f"--head={typed}") == ([], "--head takes the 64 hexadecimal digits of a hash.")


def test_new_entries_wait_for_the_next_minute(entries, head):
    record("user.activated", "user:3", by=None, at=NOW - GRACE)
    assert verify() == ([f"head: position 6, {head}"], None)


def test_sealing_that_has_stopped_is_told_in_one_line(entries):
    for minutes in (40, 50):
        record("user.activated", "user:3", by=None, at=MONDAY + minutes * MINUTE)

    assert verify()[0][:-1] == ["unsealed: 2 entries older than 0:05:00, since sealing has stopped"]


def test_a_walk_over_the_end_alone(entries, head):
    as_owner("UPDATE activity_entry SET actor = 9 WHERE id IN (%s, %s)", entries[1].pk, entries[4].pk)

    walk = Walk(NOW, after=3)

    assert list(walk.faults()) == [f"changed: entry {entries[4].pk}, or its seal at position 5"]
    assert (walk.position, walk.head) == (6, head)
