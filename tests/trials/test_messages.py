"""Messages on their way while senders are killed, the mail server is away, and the database is."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from procrastinate.exceptions import AlreadyEnqueued

from config import run, servers
from config.environment import ROOT
from notifications.jobs import enqueue
from notifications.models import Kind, Message, State
from notifications.outbox import Recipient, tell
from notifications.tasks import send_due
from tests.notifications.post_office import MailServer, serving
from tests.trials.waiting import wait_until

MESSAGES = 600
KILLS = 6
AWAY = 6  # seconds
TWICE_AT_MOST = MESSAGES // 100
IN_FLIGHT = 2 * 4  # two workers with four jobs each
LOST_ITS_DATABASE = "The worker has no database"


@pytest.fixture
def sender(open_live):
    """A clinic whose workers send to a mail server of the trial."""
    with serving(MailServer()) as post_office:
        port = post_office.port
        with open_live(EMAIL_URL=f"smtp://127.0.0.1:{port}?from=clinic@clinic.example") as clinic:
            team = Team(clinic, post_office)
            try:
                yield team
            finally:
                team.end()


class Team:
    """Workers, one of which is started again whenever one has ended, as a process manager does it."""

    def __init__(self, clinic, post_office):
        self.clinic, self.post_office = clinic, post_office
        self.workers = []
        self.environment = clinic.environment() | {
            "DATABASE_URL": run.url_of_app(clinic.folder, clinic.database_url)
        }

    def start(self, count=1):
        for _ in range(count):
            with self.clinic.log.open("ab") as log:
                worker = subprocess.Popen(
                    [sys.executable, "manage.py", "run_worker"],
                    cwd=ROOT,
                    env=self.environment,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    preexec_fn=servers.follow_parent,  # noqa: PLW1509 - only async-signal-safe calls
                )
            self.workers.append(worker)

    def kill(self):
        """The one that has worked the longest."""
        worker = self.workers.pop(0)
        worker.kill()
        worker.wait()
        self.start()

    def end(self):
        for worker in self.workers:
            worker.terminate()
        for worker in self.workers:
            worker.wait(30)

    def tell_all(self, first, count):
        """Acts, each of which tells somebody of something."""
        for number in range(first, first + count):
            now = datetime.now(UTC)
            tell(
                recipient=Recipient(number, "Mercy Wambui", "en", f"mercy{number}@example.com", ""),
                kind=Kind.NEW_SIGN_IN,
                about="",
                cause=f"trial:{number}",
                facts={"at": now.isoformat(), "device": "Firefox", "address": "192.0.2.7"},
                due_at=now,
            )

    def let_time_pass(self):
        """Two minutes for what nobody works at any more, and a new round for what is due."""
        with self.clinic.sql() as database:
            database.execute(
                "UPDATE notifications_message SET taken_at = taken_at - interval '2 minutes'"
                " WHERE state = 'sending' AND taken_at < now() - interval '4 seconds'"
            )
            database.execute(
                "UPDATE notifications_message SET due_at = now() WHERE state = 'due' AND due_at > now()"
            )
        with suppress(AlreadyEnqueued):
            enqueue(send_due, timestamp=0)

    def all_are_sent(self):
        self.let_time_pass()
        return not Message.objects.exclude(state=State.SENT).exists()

    def has_taken(self, count):
        return lambda: len(self.post_office.taken) >= count


def counted(post_office):
    """How often each message arrived, by its Message-ID."""
    return Counter(mail["Message-ID"] for mail in post_office.mails)


def expected():
    return set(Message.objects.values_list("message_id", flat=True))


def test_killed_senders(sender, say):
    with sender.clinic.tables():
        sender.tell_all(0, MESSAGES)
        sender.start(2)
        for kill in range(1, KILLS + 1):
            wait_until(sender.has_taken(kill * MESSAGES // (KILLS + 2)), within=60)
            sender.kill()
        seconds = wait_until(sender.all_are_sent, within=120, every=1)
        arrived = counted(sender.post_office)
        assert {*arrived} == expected()
    twice = arrived.total() - MESSAGES
    say(f"{KILLS} senders killed among {MESSAGES} messages: all arrived, {twice} of them twice")
    say(f"what the last of them left was sent {seconds:.1f} s later, the lease not counted")
    assert twice <= TWICE_AT_MOST


def test_a_mail_server_that_is_away(sender, say):
    port = sender.post_office.port
    with sender.clinic.tables():
        sender.start(2)
        sender.tell_all(0, 50)
        wait_until(sender.has_taken(50), within=60)
        before, gone = sender.post_office, time.monotonic()
        before.shutdown()
        before.server_close()
        sender.tell_all(50, 50)
        wait_until(lambda: time.monotonic() - gone > AWAY)
        tried = Message.objects.exclude(last_error="").count()
        assert Message.objects.filter(state=State.SENT).count() == 50
        assert not Message.objects.filter(state=State.FAILED).exists()
        with serving(MailServer(port)) as back:
            seconds = wait_until(sender.all_are_sent, within=60, every=1)
            arrived = counted(before) + counted(back)
        assert {*arrived} == expected()
    say(f"away for {AWAY} s: 50 of 100 messages waited, of which {tried} were tried in vain")
    say(f"back: all sent within {seconds:.1f} s, the pauses not counted; {arrived.total() - 100} twice")
    assert arrived.total() == 100


def test_a_database_that_is_away(sender, say):
    with sender.clinic.tables():
        sender.tell_all(0, MESSAGES)
        sender.start(2)
        wait_until(sender.has_taken(MESSAGES // 6), within=60)
    sender.clinic.stop_database()
    gave_up = wait_until(lambda: all(worker.poll() is not None for worker in sender.workers), within=60)
    assert [worker.returncode for worker in sender.workers] == [1, 1]
    assert LOST_ITS_DATABASE in sender.clinic.log.read_text()
    sender.clinic.start_database()
    sender.workers.clear()
    with sender.clinic.tables():
        sender.start(2)
        wait_until(sender.all_are_sent, within=120, every=1)
        arrived = counted(sender.post_office)
        assert {*arrived} == expected()
    twice = arrived.total() - MESSAGES
    say(f"the database stopped under 2 senders, who gave up within {gave_up:.1f} s and were started again")
    say(f"{MESSAGES} messages: all arrived, {twice} of them twice")
    assert twice <= IN_FLIGHT
