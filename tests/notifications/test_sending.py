"""Taking a message, handing it over, and what is left behind when that fails"""

from datetime import timedelta
from random import Random

import pytest
from django.utils import timezone

from clinic.models import Clinic
from notifications.models import LEASE, Kind, Message, State
from notifications.pauses import pause
from notifications.sending import ATTEMPTS, send_all, take
from tests.conftest import MONDAY
from tests.notifications.writing import posted
from tests.racing import race

MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def open_clinic(clinic):
    """A clinic that reminds at any hour."""
    Clinic.objects.update(quiet_from=None, quiet_until=None)


def states():
    return [row.state for row in Message.objects.order_by("pk")]


def subjects(mail_server):
    return [mail["Subject"] for mail in mail_server.mails]


def test_what_is_due_is_sent(mail_server):
    message = posted()

    assert send_all(timezone.now) == 1

    [mail] = mail_server.mails
    assert (mail["Subject"], mail["To"]) == (
        "Your visit on Tuesday 1 December 2026, 08:00",
        "Mercy Wambui <mercy@example.com>",
    )
    assert mail["Message-ID"] == message.message_id
    message.refresh_from_db()
    assert (message.state, message.sent_at, message.attempts) == (State.SENT, MONDAY, 1)
    assert (message.taken_at, message.last_error) == (None, "")


def test_what_was_sent_is_not_sent_again(mail_server):
    posted()
    send_all(timezone.now)

    assert send_all(timezone.now) == 0
    assert len(mail_server.taken) == 1


def test_what_is_due_later_waits(mail_server, clock):
    posted(due_at=MONDAY + MINUTE)
    assert send_all(timezone.now) == 0

    clock.move_to(MONDAY + MINUTE)
    assert send_all(timezone.now) == 1


def test_the_longest_due_goes_first_over_one_connection(mail_server):
    for minutes in (1, 3, 2):
        posted(due_at=MONDAY - minutes * MINUTE, kind=Kind.VISIT_LATE)
    oldest = [row.message_id for row in Message.objects.order_by("due_at")]

    assert send_all(timezone.now) == 3

    assert [mail["Message-ID"] for mail in mail_server.mails] == oldest
    assert mail_server.greeted == 1


def test_of_one_cause_alone(mail_server):
    posted()
    posted(cause="entry:of-this-act")

    assert send_all(timezone.now, cause="entry:of-this-act") == 1
    assert states() == ["due", "sent"]


def test_a_round_ends_and_leaves_the_rest_to_the_next(mail_server):
    posted()

    assert send_all(timezone.now, for_at_most=timedelta(0)) == 0
    assert states() == ["due"]


@pytest.mark.django_db(transaction=True)
def test_each_message_is_taken_by_one_of_many(mail_server):
    for _ in range(30):
        posted()

    sent = race([lambda: send_all(timezone.now)] * 6)

    assert sum(sent) == 30
    told = sorted(mail["Message-ID"] for mail in mail_server.mails)
    assert told == sorted(Message.objects.values_list("message_id", flat=True))


@pytest.mark.django_db(transaction=True)
def test_a_message_is_committed_as_taken_before_it_is_handed_over(mail_server, monkeypatch):
    """Whoever looks while the mail server has the mail sees that somebody is at it."""
    posted()
    seen = []
    take_it = mail_server.RequestHandlerClass.take

    def look_first(conversation):
        seen.extend(race([states]))
        take_it(conversation)

    monkeypatch.setattr(mail_server.RequestHandlerClass, "take", look_first)

    send_all(timezone.now)

    assert (seen, states()) == ([["sending"]], ["sent"])


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


def test_what_is_not_true_any_more_is_withdrawn(mail_server, truths):
    truths.add("appointment:12")
    posted(about="appointment:12")
    posted(about="appointment:13")
    posted(about="user:7", kind=Kind.ACCOUNT_ACTIVATED)

    assert send_all(timezone.now) == 2
    assert states() == ["sent", "withdrawn", "sent"]


def test_a_reminder_waits_for_the_morning(mail_server, clock):
    Clinic.objects.update(quiet_from="06:00", quiet_until="07:30")  # it is seven in Nairobi
    reminder, other = posted(kind=Kind.VISIT_REMINDER), posted(kind=Kind.VISIT_CANCELLED)

    assert send_all(timezone.now) == 1

    reminder.refresh_from_db()
    other.refresh_from_db()
    assert (reminder.state, other.state) == (State.DUE, State.SENT)
    assert (reminder.due_at, reminder.attempts) == (MONDAY + 30 * MINUTE, 0)
    clock.move_to(MONDAY + 30 * MINUTE)
    assert send_all(timezone.now) == 1


def test_without_a_mail_server_mails_wait(settings, gateway):
    settings.MAILERS = {}
    posted()
    posted(channel="sms")

    assert send_all(timezone.now) == 1
    assert states() == ["due", "sent"]


@pytest.mark.parametrize("attempts, minutes", [(1, 1), (2, 2), (3, 4), (6, 32), (7, 60), (12, 60), (500, 60)])
def test_pauses_grow_to_an_hour_and_differ(attempts, minutes):
    waits = [pause(attempts, Random(seed)) for seed in range(200)]

    assert min(waits) >= 0.75 * minutes * MINUTE
    assert max(waits) <= 1.25 * minutes * MINUTE
    assert max(waits) - min(waits) > 0.4 * minutes * MINUTE
