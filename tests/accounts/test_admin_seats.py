"""At most two admins, and at least one, whoever asks at the same time. Threads on real PostgreSQL."""

from collections import Counter

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from accounts import registration
from accounts.models import AdminProfile, User
from accounts.refusals import LastAdmin
from tests import factories
from tests.conftest import signed_in
from tests.racing import race


def waiting(count):
    asked = {"user__role": "admin", "date_of_birth": None, "gender": ""}
    return [row.user for row in factories.RegistrationFactory.create_batch(count, **asked)]


def activation(client, user):
    return lambda: client.post(f"/api/users/{user.pk}/activate/")


def seats():
    return sorted(AdminProfile.objects.exclude(seat=None).values_list("seat", flat=True))


@pytest.mark.django_db(transaction=True)
def test_of_twenty_who_want_the_second_seat_one_gets_it(admin):
    client = signed_in(admin)
    answers = race([activation(client, user) for user in waiting(20)])
    assert Counter(answer.status_code for answer in answers) == {200: 1, 409: 19}
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"admin_seats_full"}
    assert seats() == [1, 2]
    assert User.objects.filter(role="admin", is_active=True).count() == 2


@pytest.mark.django_db(transaction=True)
def test_of_twenty_first_admins_two_get_a_seat(clinic):
    newcomers = waiting(20)
    results = race(
        [
            lambda user=user: registration.activate(user=user, by=None, now=timezone.now())
            for user in newcomers
        ]
    )
    assert Counter(getattr(result, "code", "seated") for result in results) == {
        "seated": 2,
        "admin_seats_full": 18,
    }
    assert seats() == [1, 2]


@pytest.mark.django_db(transaction=True)
def test_two_admins_cannot_show_each_other_out_at_once(admin):
    other = factories.AdminFactory(seat=2).user

    def deactivation(user, by):
        return lambda: registration.deactivate(user=user, by=by, now=timezone.now())

    results = race([deactivation(admin, other), deactivation(other, admin)])
    assert [type(result) for result in results].count(LastAdmin) == 1
    assert User.objects.filter(role="admin", is_active=True).count() == len(seats()) == 1


def test_the_last_admin_cannot_be_shown_out(admin, doctor):
    with pytest.raises(LastAdmin):
        registration.deactivate(user=admin, by=doctor, now=timezone.now())
    admin.refresh_from_db()
    assert (admin.state, seats()) == ("active", [1])


@pytest.mark.parametrize("seat", [0, 3])
def test_the_table_itself_knows_two_seats(admin, seat):
    with pytest.raises(IntegrityError, match="admin_seat_1_or_2"), transaction.atomic():
        factories.AdminFactory(seat=seat)
    assert seats() == [1]


def test_the_table_itself_gives_a_seat_once(admin):
    with pytest.raises(IntegrityError, match="admin_seat_once"), transaction.atomic():
        factories.AdminFactory(seat=1)
    assert seats() == [1]


def test_without_the_constraint_a_third_would_be_seated(admin):
    """The control: what keeps the third out is the table, not luck."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else the row just made forbids to alter its table
        cursor.execute("ALTER TABLE accounts_adminprofile DROP CONSTRAINT admin_seat_once")
    for user in waiting(2):
        registration.activate(user=user, by=admin, now=timezone.now())
    assert seats() == [1, 1, 1]
