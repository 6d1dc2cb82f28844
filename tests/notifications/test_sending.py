"""Taking a message, handing it over, and what is left behind when that fails"""

from datetime import timedelta

import pytest
from django.utils import timezone

from clinic.models import Clinic
from notifications.models import Kind, Message, State
from notifications.sending import send_all
from tests.conftest import MONDAY
from tests.notifications.writing import posted, states
from tests.racing import race

pytestmark = pytest.mark.usefixtures("reminding_at_any_hour")
MINUTE = timedelta(minutes=1)


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
