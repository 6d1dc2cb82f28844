"""Several admins decide on one registration at once. Threads on real PostgreSQL."""

import pytest

from accounts.models import PatientProfile, User
from tests import factories
from tests.accounts.cast import logged
from tests.conftest import signed_in
from tests.racing import race


@pytest.mark.django_db(transaction=True)
def test_activated_by_many_it_becomes_one_account(admin):
    user = factories.RegistrationFactory().user
    clients = [signed_in(admin) for _ in range(8)]
    answers = race(
        [
            lambda client=client: client.post(f"/api/users/{user.pk}/activate/").status_code
            for client in clients
        ]
    )
    assert answers == [200] * 8
    assert PatientProfile.objects.count() == 1
    assert logged() == [("user.activated", f"user:{user.pk}", admin.pk)]


@pytest.mark.django_db(transaction=True)
def test_activated_and_rejected_only_one_of_them_holds(admin):
    user = factories.RegistrationFactory().user
    accepting, declining = signed_in(admin), signed_in(admin)
    answers = race(
        [
            lambda: accepting.post(f"/api/users/{user.pk}/activate/").status_code,
            lambda: declining.post(f"/api/users/{user.pk}/reject/", {"reason": "Unknown."}).status_code,
        ]
    )
    assert sorted(answers) == [200, 409]
    assert User.objects.get(pk=user.pk).state == ("active" if answers[0] == 200 else "rejected")
