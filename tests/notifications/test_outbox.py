"""Writing down what people are to be told"""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob

from notifications.models import Channel, Kind, Message, State
from notifications.outbox import Recipient, plan, tell, withdraw
from tests.conftest import MONDAY
from tests.notifications.writing import MERCY, VISIT, posted
from tests.racing import race

TOMORROW = MONDAY + timedelta(days=1)


def told(recipient=MERCY, kind=Kind.VISIT_BOOKED, cause="entry:1"):
    tell(recipient=recipient, kind=kind, about="appointment:12", cause=cause, facts=VISIT, due_at=MONDAY)


def planned(cause="reminder:12:1440"):
    plan(
        recipient=MERCY,
        kind=Kind.VISIT_REMINDER,
        about="appointment:12",
        cause=cause,
        facts=VISIT,
        due_at=TOMORROW,
        now=MONDAY,
    )


def written():
    return list(Message.objects.order_by("pk").values_list("kind", "channel", "address", "state"))


def queue():
    return list(ProcrastinateJob.objects.order_by("id").values_list("task_name", "args"))


def test_a_person_is_told_by_each_of_his_channels(db):
    told()

    assert written() == [
        ("visit_booked", "email", "mercy@example.com", "due"),
        ("visit_booked", "sms", "254712345678", "due"),
    ]
    message = Message.objects.earliest("pk")
    assert (message.person, message.name, message.language) == (7, "Mercy Wambui", "en")
    assert (message.about, message.cause, message.facts) == ("appointment:12", "entry:1", VISIT)
    assert (message.due_at, message.created_at, message.attempts) == (MONDAY, MONDAY, 0)
    assert queue() == [("notifications.tasks.send", {"cause": "entry:1"})]


@pytest.mark.parametrize(
    "channels, email, phone, expected",
    [
        (("email",), "mercy@example.com", "254712345678", ["email"]),
        (("sms",), "mercy@example.com", "254712345678", ["sms"]),
        (("email", "sms"), "mercy@example.com", "", ["email"]),
        ((), "mercy@example.com", "254712345678", []),
    ],
)
def test_a_person_chooses_how_to_hear_of_visits(db, channels, email, phone, expected):
    told(Recipient(7, "Mercy Wambui", "en", email, phone, channels))

    assert [channel for _kind, channel, *_ in written()] == expected


def test_of_an_account_one_hears_by_email_alone(db):
    told(Recipient(7, "Mercy Wambui", "en", "mercy@example.com", "254712345678", ("sms",)), Kind.NEW_SIGN_IN)

    assert written() == [("new_sign_in", "email", "mercy@example.com", "due")]


def test_a_clinic_without_a_gateway_promises_no_sms(db, settings):
    settings.MAIL_DIR, settings.SMS_URL = None, ""

    told()

    assert [channel for _kind, channel, *_ in written()] == ["email"]


def test_nobody_is_told_twice_of_one_cause(db):
    told()
    first = list(Message.objects.order_by("pk").values_list("pk", "message_id"))

    told()

    assert list(Message.objects.order_by("pk").values_list("pk", "message_id")) == first
    told(cause="entry:2")
    assert Message.objects.count() == 4


@pytest.mark.django_db(transaction=True)
def test_nor_if_many_tell_of_it_at_once():
    race([told] * 8)

    assert written() == [
        ("visit_booked", "email", "mercy@example.com", "due"),
        ("visit_booked", "sms", "254712345678", "due"),
    ]


@pytest.mark.django_db(transaction=True)
def test_an_act_that_is_undone_is_told_to_nobody():
    with transaction.atomic():
        told()
        transaction.set_rollback(True)

    assert (written(), queue()) == ([], [])


def test_two_statements_for_all_channels(db):
    with transaction.atomic(), CaptureQueriesContext(connection) as statements:
        told()

    assert len([query for query in statements if "SAVEPOINT" not in query["sql"]]) == 2


def test_what_is_planned_waits_without_a_job(db):
    planned()

    assert {row.due_at for row in Message.objects.all()} == {TOMORROW}
    assert queue() == []


def test_what_is_not_yet_told_can_be_withdrawn(db):
    planned()
    posted(about="appointment:12", state=State.SENT, sent_at=MONDAY)
    posted(about="appointment:12", state=State.FAILED)
    posted(about="appointment:13")

    assert withdraw(about="appointment:12") == 3

    assert [row.state for row in Message.objects.order_by("pk")] == [
        "withdrawn",
        "withdrawn",
        "sent",
        "withdrawn",
        "due",
    ]


def test_some_kinds_alone_can_be_withdrawn(db):
    planned()
    posted(about="appointment:12", channel=Channel.EMAIL)

    assert withdraw(about="appointment:12", kinds=[Kind.VISIT_REMINDER]) == 2

    assert [row.state for row in Message.objects.order_by("pk")] == ["withdrawn", "withdrawn", "due"]
