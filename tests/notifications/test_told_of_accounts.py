"""What people are told of their accounts: written in the transaction of the act"""

import pytest
from django.utils import timezone

from accounts import registration
from notifications.models import Message
from notifications.sending import send_all
from tests import factories
from tests.conftest import MONDAY


@pytest.fixture
def newcomer(clinic):
    return factories.RegistrationFactory(user__email="grace@example.com", user__full_name="Grace Njeri").user


def told():
    return list(Message.objects.order_by("pk").values_list("kind", "channel", "address", "about", "facts"))


def test_who_is_let_in_hears_of_it(newcomer, admin, mail_server):
    registration.activate(user=newcomer, by=admin, now=MONDAY)

    assert told() == [("account_activated", "email", "grace@example.com", f"user:{newcomer.pk}", {})]
    assert send_all(timezone.now) == 1
    [mail] = mail_server.mails
    assert (mail["To"], mail["Subject"]) == ("Grace Njeri <grace@example.com>", "Your account is active")


def test_and_only_once(newcomer, admin):
    registration.activate(user=newcomer, by=admin, now=MONDAY)
    registration.activate(user=newcomer, by=admin, now=MONDAY)

    assert len(told()) == 1


def test_who_is_not_let_in_hears_why(newcomer, admin, mail_server):
    registration.reject(user=newcomer, reason="Not known here.", by=admin, now=MONDAY)

    facts = {"reason": "Not known here."}
    assert told() == [("account_rejected", "email", "grace@example.com", f"user:{newcomer.pk}", facts)]
    send_all(timezone.now)
    [mail] = mail_server.mails
    assert "The reason: Not known here." in mail.get_body(["plain"]).get_content()


def test_nobody_is_told_of_what_was_refused(newcomer, admin, client_of):
    registration.activate(user=newcomer, by=admin, now=MONDAY)
    Message.objects.all().delete()

    answer = client_of(admin).post(f"/api/users/{newcomer.pk}/reject/", {"reason": "Too late."})

    assert (answer.status_code, told()) == (409, [])
