"""The cast: the same few people play in every test, on one fixed Monday morning."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.test import override_settings
from rest_framework.test import APIClient
from rest_framework_simplejwt.tokens import AccessToken

from accounts.models import User
from clinic.models import Clinic
from doctors.models import DoctorProfile
from tests import factories

if TYPE_CHECKING:
    from tests.readers import Cast

# 07:00 in Nairobi, an hour before anybody works.
MONDAY = datetime(2026, 11, 30, 4, 0, tzinfo=UTC)


@pytest.fixture(scope="session", autouse=True)
def apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Every client would look for the files of the pages first; who tests them says where they are. And
    no message goes where a person looks for his own."""
    mail = tmp_path_factory.mktemp("mail")
    with override_settings(WHITENOISE_ROOT=None, WHITENOISE_USE_FINDERS=False, MAIL_DIR=mail):
        yield


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """The clock stands still; `clock.move_to(…)` moves it."""
    with time_machine.travel(MONDAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def clinic(db: None) -> Clinic:
    """The clinic of the first migration; made anew where a test emptied the tables."""
    return Clinic.objects.get_or_create(pk=1)[0]


@pytest.fixture
def admin(clinic: Clinic) -> User:
    return factories.AdminFactory(user__full_name="Naomi Cherono", seat=1).user


@pytest.fixture
def doctor(clinic: Clinic) -> User:
    """Works from Monday to Friday, 08:00 to 12:00 and 13:00 to 17:00, in half hours."""
    return _doctor("Achieng Odhiambo", "General practice")


@pytest.fixture
def other_doctor(clinic: Clinic) -> User:
    return _doctor("Peter Kamau", "Paediatrics")


@pytest.fixture
def patient(clinic: Clinic) -> User:
    return factories.PatientFactory(user__full_name="Mercy Wambui").user


@pytest.fixture
def other_patient(clinic: Clinic) -> User:
    return factories.PatientFactory(user__full_name="Brian Kiptoo").user


@pytest.fixture
def cast(patient: User, other_patient: User, doctor: User, other_doctor: User, admin: User) -> "Cast":
    """All of them at once, and what they have."""
    from tests.readers import Cast  # which signs them in as here

    return Cast(
        patient=patient, other_patient=other_patient, doctor=doctor, other_doctor=other_doctor, admin=admin
    )


@pytest.fixture
def anonymous() -> APIClient:
    return APIClient()


@pytest.fixture
def client_of() -> Callable[[User], APIClient]:
    """A client signed in as somebody, with a session row and a token as signing in makes them."""
    return signed_in


def signed_in(user: User) -> APIClient:
    session = factories.SessionFactory(user=user)
    token = AccessToken()
    token["user_id"] = str(user.pk)
    token["sid"] = session.pk
    token["email"] = user.email
    token["role"] = user.role
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
    return client


def _doctor(name: str, specialization: str) -> User:
    profile: DoctorProfile = factories.DoctorFactory(user__full_name=name, specialization=specialization)
    factories.working_week(profile)
    return profile.user
