"""The hash chain over the log, and manage.py seal_activity"""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import StringIO
from threading import Event, Thread

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from activity import sealing
from activity.chain import BEGINNING, canonical
from activity.log import record
from activity.models import Entry, Seal
from activity.sealing import SomebodySeals, head, seal
from activity.verification import Walk
from config.environment import ROOT
from tests.conftest import MONDAY
from tests.racing import race

MINUTE = timedelta(minutes=1)


def written(count, at=MONDAY):
    return [
        record("user.activated", f"user:{number}", by=None, at=at, number=number) for number in range(count)
    ]


def sealed():
    return list(Seal.objects.order_by("position").values_list("position", "entry"))


def faults(now=MONDAY):
    return list(Walk(now).faults())


def test_an_entry_is_written_as_these_bytes_for_ever():
    entry = Entry(
        pk=7,
        at=datetime(2026, 11, 30, 4, 0, tzinfo=UTC),
        actor=3,
        address="192.0.2.7",
        action="user.rejected",
        target="user:9",
        details={"reason": "café", "b": [1, None, True], "a": {}},
    )

    assert canonical(entry, MONDAY + MINUTE) == (
        b'{"action":"user.rejected","actor":3,"address":"192.0.2.7","at":"2026-11-30T04:00:00.000000+00:00",'
        b'"details":{"a":{},"b":[1,null,true],"reason":"caf\\u00e9"},"id":7,'
        b'"sealed_at":"2026-11-30T04:01:00.000000+00:00","target":"user:9"}'
    )


def test_each_seal_follows_the_one_before(db):
    first, second = written(2)

    assert seal(MONDAY + MINUTE) == 2

    one, two = Seal.objects.order_by("position")
    told = canonical(Entry.objects.get(pk=first.pk), MONDAY + MINUTE)
    assert one.hash == sha256(bytes.fromhex(BEGINNING) + told).hexdigest()
    told = canonical(Entry.objects.get(pk=second.pk), MONDAY + MINUTE)
    assert two.hash == sha256(bytes.fromhex(one.hash) + told).hexdigest()
    assert sealed() == [(1, first.pk), (2, second.pk)]
    assert head() == two


def test_what_is_sealed_is_not_sealed_again(db):
    assert seal(MONDAY) == 0
    written(3)
    assert seal(MONDAY) == 3
    assert seal(MONDAY + MINUTE) == 0
    written(1)
    assert seal(MONDAY + 2 * MINUTE) == 1
    assert [position for position, _ in sealed()] == [1, 2, 3, 4]


def test_a_long_log_is_sealed_a_few_at_a_time(db, monkeypatch):
    monkeypatch.setattr(sealing, "AT_ONCE", 2)
    entries = written(5)

    assert seal(MONDAY) == 5

    assert sealed() == [(number + 1, entry.pk) for number, entry in enumerate(entries)]
    assert faults() == []


def test_the_statements_do_not_grow_with_the_log(db, django_assert_num_queries):
    for day in range(5):
        written(3, MONDAY + timedelta(days=day))
        with django_assert_num_queries(9):
            seal(MONDAY + timedelta(days=day))


def test_of_a_long_log_only_the_last_day_is_looked_at(db):
    for day in range(5):
        entries = written(3, MONDAY + timedelta(days=day))
        seal(MONDAY + timedelta(days=day))

    [entry] = written(1, MONDAY + timedelta(days=5))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert seal(MONDAY + timedelta(days=5)) == 1
    [looked] = [query["sql"] for query in asked if "NOT EXISTS" in query["sql"]]
    assert f'"activity_entry"."id" > {entries[0].pk - 1}' in looked
    assert sealed()[-1] == (16, entry.pk)


@pytest.mark.django_db(transaction=True)
def test_an_entry_that_is_committed_late_is_sealed_once_and_last():
    written_first, commit = Event(), Event()

    def slow():
        with transaction.atomic():
            record("appointment.booked", "appointment:1", by=None, at=MONDAY)
            written_first.set()
            assert commit.wait(30)
        connection.close()

    writer = Thread(target=slow)
    writer.start()
    assert written_first.wait(30)
    [quick] = written(1)
    assert seal(MONDAY) == 1
    commit.set()
    writer.join()

    late = Entry.objects.exclude(pk=quick.pk).get()
    assert late.pk < quick.pk
    assert seal(MONDAY + MINUTE) == 1
    assert seal(MONDAY + 2 * MINUTE) == 0
    assert sealed() == [(1, quick.pk), (2, late.pk)]
    assert faults() == []


@pytest.mark.django_db(transaction=True)
def test_sealing_beside_eight_who_write():
    def write():
        written(25)

    def keep_sealing():
        done = 0
        for number in range(200):
            try:
                done += seal(MONDAY + timedelta(seconds=number))
            except SomebodySeals:
                continue
        return done

    answers = race([write] * 8 + [keep_sealing] * 2)

    assert answers[:8] == [None] * 8
    assert sum(answers[8:]) + seal(MONDAY + timedelta(hours=1)) == 200
    assert [position for position, _ in sealed()] == list(range(1, 201))
    assert {entry for _, entry in sealed()} == {*Entry.objects.values_list("pk", flat=True)}
    assert faults(MONDAY + timedelta(hours=1)) == []


@pytest.mark.django_db(transaction=True)
def test_a_second_sealer_leaves():
    written(1)

    def another():
        call_command("seal_activity", stdout=(said := StringIO()))
        return said.getvalue()

    with transaction.atomic():
        seal(MONDAY)
        [said] = race([another])

    assert said == "Another process is sealing at this moment.\n"
    assert len(sealed()) == 1


def test_the_head_is_told_to_the_servers_log_once_a_day(db, caplog):
    caplog.set_level("INFO", "activity.sealing")
    for minutes in (0, 1, 60 * 24):
        written(1)
        seal(MONDAY + minutes * MINUTE)

    first, _, third = Seal.objects.order_by("position")
    assert [entry.getMessage() for entry in caplog.records] == [
        f"the activity log is sealed up to position 1: {first.hash}",
        f"the activity log is sealed up to position 3: {third.hash}",
    ]


def test_the_command_says_what_it_did(db):
    written(2)
    call_command("seal_activity", stdout=(said := StringIO()))
    assert said.getvalue() == f"2 entries sealed; head: position 2, {head().hash}\n"

    call_command("seal_activity", verbosity=0, stdout=(said := StringIO()))
    assert said.getvalue() == ""


def test_a_database_that_does_not_answer_is_said_in_one_line():
    nowhere = {"CLINIC_LOCAL": "1", "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing"}
    command = [sys.executable, "manage.py", "seal_activity"]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | nowhere, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    [line] = done.stderr.splitlines()
    assert line.startswith("CommandError: connection failed: ")
