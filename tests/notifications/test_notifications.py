"""GET notifications/, POST notifications/{id}/retry/, POST notifications/test/"""

from datetime import timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from activity.models import Entry
from notifications.models import Kind, Message, State
from tests.accounts.cast import FORBIDDEN, NOT_FOUND, logged, refusal
from tests.conftest import MONDAY
from tests.notifications.writing import posted

URL = "/api/notifications/"


WRONG_STATUS = refusal("wrong_status", "Only a message that could not be sent can be tried again.")


def refused_at(answer):
    """The field that a refusal stands at."""
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
    [field] = answer.json()["data"]
    return field


def ids(answer):
    assert answer.status_code == 200
    return [row["id"] for row in answer.json()["data"]]


def test_the_newest_first_and_all_of_each(client_of, admin, patient):
    reminder = posted(
        person=patient.pk,
        kind=Kind.VISIT_REMINDER,
        state=State.SENT,
        due_at=MONDAY - timedelta(hours=1),
        created_at=MONDAY - timedelta(days=1),
        sent_at=MONDAY,
        attempts=2,
    )
    lost = posted(person=999, state=State.FAILED, last_error="550 5.1.1 No such user", channel="sms")

    answer = client_of(admin).get(URL)

    assert answer.json() == {
        "success": True,
        "message": "",
        "meta": {"page": 1, "page_size": 20, "total": 2},
        "data": [
            {
                "id": lost.pk,
                "person": 999,
                "person_name": "",
                "kind": "visit_booked",
                "channel": "sms",
                "address": "254712345678",
                "about": "appointment:12",
                "state": "failed",
                "due_at": "2026-11-30T07:00:00+03:00",
                "attempts": 0,
                "last_error": "550 5.1.1 No such user",
                "created_at": "2026-11-30T07:00:00+03:00",
                "sent_at": None,
            },
            {
                "id": reminder.pk,
                "person": patient.pk,
                "person_name": "Mercy Wambui",
                "kind": "visit_reminder",
                "channel": "email",
                "address": "mercy@example.com",
                "about": "appointment:12",
                "state": "sent",
                "due_at": "2026-11-30T06:00:00+03:00",
                "attempts": 2,
                "last_error": "",
                "created_at": "2026-11-29T07:00:00+03:00",
                "sent_at": "2026-11-30T07:00:00+03:00",
            },
        ],
    }


@pytest.mark.parametrize(
    "asked, expected",
    [
        ({"state": "failed"}, ["failed"]),
        ({"kind": "new_sign_in"}, ["sign_in"]),
        ({"person": 8}, ["sign_in"]),
        ({"about": "appointment:12"}, ["failed", "due"]),
        ({"about": "appointment:12", "state": "due"}, ["due"]),
        ({"about": "appointment:1"}, []),
    ],
)
def test_filters(client_of, admin, asked, expected):
    made = {
        "due": posted(),
        "failed": posted(state=State.FAILED),
        "sign_in": posted(kind=Kind.NEW_SIGN_IN, person=8, about="user:8"),
    }

    assert ids(client_of(admin).get(URL, asked)) == [made[name].pk for name in expected]


@pytest.mark.parametrize(
    "name, value",
    [("state", "lost"), ("kind", "birthday"), ("person", "0"), ("person", "x"), ("about", "x" * 61)],
)
def test_malformed_filters_are_refused(client_of, admin, name, value):
    assert refused_at(client_of(admin).get(URL, {name: value})) == name


@pytest.mark.parametrize("rows", [1, 3])
def test_the_same_statements_however_many(client_of, admin, django_assert_num_queries, rows):
    for person in range(rows):
        posted(person=person)
    client = client_of(admin)
    with django_assert_num_queries(4):
        assert len(ids(client.get(URL))) == rows


def test_what_was_given_up_is_tried_again(client_of, admin):
    lost = posted(
        state=State.FAILED, attempts=12, last_error="550 5.1.1 No such user", due_at=MONDAY - timedelta(7)
    )

    answer = client_of(admin).post(f"{URL}{lost.pk}/retry/")

    assert answer.status_code == 200
    data = answer.json()["data"]
    assert (data["id"], data["state"], data["attempts"]) == (lost.pk, "due", 0)
    assert (data["due_at"], data["last_error"]) == ("2026-11-30T07:00:00+03:00", "550 5.1.1 No such user")
    job = ProcrastinateJob.objects.get()
    assert (job.task_name, job.args) == ("notifications.tasks.send", {"cause": lost.cause})
    assert logged() == [("message.retried", f"message:{lost.pk}", admin.pk)]


@pytest.mark.parametrize("state", [State.DUE, State.WITHDRAWN])
def test_nothing_else_is(client_of, admin, state):
    message = posted(state=state)

    answer = client_of(admin).post(f"{URL}{message.pk}/retry/")

    assert (answer.status_code, answer.json()) == (409, WRONG_STATUS)
    message.refresh_from_db()
    assert (message.state, ProcrastinateJob.objects.count(), logged()) == (state, 0, [])


def test_one_that_is_not_there(client_of, admin):
    answer = client_of(admin).post(f"{URL}999/retry/")
    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)


@pytest.mark.parametrize("who", ["patient", "doctor"])
@pytest.mark.parametrize("method, path", [("get", ""), ("post", "test/"), ("post", "1/retry/")])
def test_for_admins_only(request, client_of, who, method, path):
    answer = getattr(client_of(request.getfixturevalue(who)), method)(f"{URL}{path}")
    assert (answer.status_code, answer.json()) == (403, FORBIDDEN)


def test_a_test_mail_is_taken(client_of, admin, mail_server):
    answer = client_of(admin).post(f"{URL}test/", {"channel": "email", "to": " Desk@Clinic.example "})

    assert answer.json()["data"] == {"taken": True, "answer": ""}
    [mail] = mail_server.mails
    assert (mail["To"], mail["Subject"]) == ("desk@clinic.example", "A test message")
    assert not Message.objects.exists()
    entry = Entry.objects.get()
    assert (entry.action, entry.actor, entry.details) == (
        "message.tested",
        admin.pk,
        {"channel": "email", "taken": True},
    )


def test_a_refusal_is_quoted(client_of, admin, mail_server):
    mail_server.refusal = "550 5.1.1 No such user"

    answer = client_of(admin).post(f"{URL}test/", {"channel": "email", "to": "nobody@clinic.example"})

    assert answer.status_code == 200
    assert answer.json()["data"] == {"taken": False, "answer": "550 5.1.1 No such user"}


def test_a_test_sms_goes_to_an_international_number(client_of, admin, gateway):
    answer = client_of(admin).post(f"{URL}test/", {"channel": "sms", "to": "0712 345 678"})

    assert answer.json()["data"] == {"taken": True, "answer": ""}
    [(path, text)] = gateway.taken
    assert path == "/sms/+254712345678"
    assert text.startswith("Clinic: This is a test.")


@pytest.mark.parametrize("channel, name", [("email", "EMAIL_URL"), ("sms", "SMS_URL")])
def test_without_a_provider_it_says_what_is_missing(client_of, admin, settings, channel, name):
    settings.MAIL_DIR, settings.MAILERS, settings.SMS_URL = None, {}, ""
    to = {"email": "desk@clinic.example", "sms": "0712345678"}[channel]

    answer = client_of(admin).post(f"{URL}test/", {"channel": channel, "to": to})

    assert answer.json()["data"] == {"taken": False, "answer": f"{name} is not set on the server."}


def test_in_local_use_it_is_kept_as_a_file(client_of, admin, settings, tmp_path):
    settings.MAIL_DIR, settings.MAILERS = tmp_path, {}

    answer = client_of(admin).post(f"{URL}test/", {"channel": "email", "to": "desk@clinic.example"})

    words = "There is no provider here: messages are only kept as files."
    assert answer.json()["data"] == {"taken": True, "answer": words}
    assert [file.name for file in tmp_path.iterdir()] == ["20261130-040000-000000-test.eml"]


@pytest.mark.parametrize(
    "body, field",
    [
        ({"to": "a@b.example"}, "channel"),
        ({"channel": "pigeon", "to": "a@b.example"}, "channel"),
        ({"channel": "email"}, "to"),
        ({"channel": "email", "to": "0712345678"}, "to"),
        ({"channel": "email", "to": "a@b.example\r\nBcc: c@d.example"}, "to"),
        ({"channel": "sms", "to": "a@b.example"}, "to"),
        ({"channel": "sms", "to": 254712345678}, "to"),
    ],
)
def test_an_address_must_suit_the_channel(client_of, admin, body, field):
    assert refused_at(client_of(admin).post(f"{URL}test/", body)) == field
    assert not Entry.objects.exists()
