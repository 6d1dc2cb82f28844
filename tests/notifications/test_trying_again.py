"""Messages that were not taken: tried again after growing pauses, taken over from the dead, and given up."""

from datetime import timedelta
from random import Random

import pytest
from django.utils import timezone

from notifications.models import LEASE, Message, State
from notifications.pauses import pause
from notifications.sending import ATTEMPTS, send_all, take
from tests.conftest import MONDAY
from tests.notifications.writing import posted, states

pytestmark = pytest.mark.usefixtures("reminding_at_any_hour")
MINUTE = timedelta(minutes=1)


def test_a_refusal_is_tried_again_after_growing_pauses(mail_server, clock):
    message = posted()
    mail_server.refusal = "451 4.7.1 Greylisted, try again later"
    waits = []

    for _ in range(ATTEMPTS - 1):
        assert send_all(timezone.now) == 0
        message.refresh_from_db()
        assert (message.state, message.last_error) == (State.DUE, "451 4.7.1 Greylisted, try again later")
        waits.append(message.due_at - timezone.now())
        assert send_all(timezone.now) == 0  # not before its time
        clock.move_to(message.due_at)
    assert [round(wait / MINUTE / 2**doubled) for doubled, wait in enumerate(waits[:5])] == [1] * 5
    assert all(timedelta(minutes=45) <= wait <= timedelta(minutes=75) for wait in waits[7:])

    mail_server.refusal = ""
    assert send_all(timezone.now) == 1
    message.refresh_from_db()
    assert (message.state, message.attempts, message.last_error) == (State.SENT, ATTEMPTS, "")


def test_after_the_last_attempt_it_is_given_up(mail_server):
    message = posted(attempts=ATTEMPTS - 1)
    mail_server.refusal = "550 5.1.1 No such user"

    send_all(timezone.now)

    message.refresh_from_db()
    assert (message.state, message.attempts) == (State.FAILED, ATTEMPTS)
    assert (message.last_error, message.sent_at) == ("550 5.1.1 No such user", None)
    assert send_all(timezone.now) == 0


def test_one_that_cannot_be_sent_does_not_stop_the_others(mail_server):
    posted(facts={})
    posted()

    assert send_all(timezone.now) == 1

    assert states() == ["due", "sent"]
    assert Message.objects.earliest("pk").last_error == "starts_at is no instant"


def test_a_mail_server_that_is_away_is_asked_once_a_round(mail_server):
    first, second = posted(), posted(due_at=MONDAY - MINUTE)
    mail_server.shutdown()
    mail_server.server_close()

    assert send_all(timezone.now) == 0

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.attempts, second.attempts) == (0, 1)
    assert "refused" in second.last_error
    assert second.due_at > MONDAY


def test_nothing_is_given_up_because_the_server_is_away(settings):
    settings.MAILERS = {"default": {"OPTIONS": {"host": "127.0.0.1", "port": 1}}}
    message = posted(attempts=ATTEMPTS - 1)

    send_all(timezone.now)

    message.refresh_from_db()
    assert (message.state, message.attempts) == (State.DUE, ATTEMPTS - 1)


def test_what_a_process_left_that_died_is_sent_after_the_lease_with_the_same_number(mail_server, clock):
    message = posted()
    take(Message.objects.all(), timezone.now())

    clock.move_to(MONDAY + LEASE - timedelta(seconds=1))
    assert send_all(timezone.now) == 0
    clock.move_to(MONDAY + LEASE)
    assert send_all(timezone.now) == 1

    assert [mail["Message-ID"] for mail in mail_server.mails] == [message.message_id]
    message.refresh_from_db()
    assert (message.state, message.attempts) == (State.SENT, 2)


def test_whoever_was_too_slow_does_not_undo_what_another_did(mail_server, clock, monkeypatch):
    """He comes back from the mail server after his lease, when somebody else has sent the message."""
    message = posted()

    def slow_clock():
        if mail_server.taken:
            Message.objects.update(state=State.WITHDRAWN, taken_at=None)
        return timezone.now()

    assert send_all(slow_clock) == 0

    message.refresh_from_db()
    assert message.state == State.WITHDRAWN


def test_a_message_over_which_every_sender_died_is_given_up(mail_server):
    posted(attempts=ATTEMPTS)

    assert send_all(timezone.now) == 0
    assert (states(), mail_server.taken) == (["failed"], [])


@pytest.mark.parametrize("attempts, minutes", [(1, 1), (2, 2), (3, 4), (6, 32), (7, 60), (12, 60), (500, 60)])
def test_pauses_grow_to_an_hour_and_differ(attempts, minutes):
    waits = [pause(attempts, Random(seed)) for seed in range(200)]

    assert min(waits) >= 0.75 * minutes * MINUTE
    assert max(waits) <= 1.25 * minutes * MINUTE
    assert max(waits) - min(waits) > 0.4 * minutes * MINUTE
