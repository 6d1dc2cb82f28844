"""Everybody who may ask, and one body for every address that takes one."""

from datetime import UTC, datetime
from typing import Any

from rest_framework.response import Response
from rest_framework.test import APIClient

from accounts.models import User
from accounts.sessions import open_for
from accounts.tokens import pair_for
from tests import factories
from tests.conftest import MONDAY, signed_in
from tests.notifications.writing import posted

READERS = ("anonymous", "inactive", "patient", "other_patient", "doctor", "other_doctor", "admin")
TIME = {"appointment_date": "2026-12-02", "appointment_time": "09:00"}
WEEK = [{"weekday": 2, "opens": "08:00", "closes": "12:30"}]


class Cast:
    """The readers with a client each, and what they have.

    `other_patient` is about to switch two-step sign-in on, and `other_doctor` has it on.
    The visits are `patient`'s to `doctor`: `visit` is tomorrow, `begun` has just begun.
    """

    def __init__(self, **users: User) -> None:
        patient, doctor = users["patient"].patient_profile, users["doctor"].doctor_profile
        session = open_for(users["patient"], device="Firefox", address="127.0.0.1", now=datetime.now(UTC))
        self.refresh = pair_for(session, datetime.now(UTC)).refresh
        self.ids = {
            "visit": factories.VisitFactory(doctor=doctor, patient=patient).pk,
            "begun": factories.VisitFactory(doctor=doctor, patient=patient, starts_at=MONDAY).pk,
            "session": session.pk,
            "pending": factories.RegistrationFactory().user.pk,
            "time_off": factories.TimeOffFactory(doctor=doctor).pk,
            "closed_day": factories.ClosedDayFactory().pk,
            "message": posted(state="failed").pk,
            **{name: user.pk for name, user in users.items()},
        }
        factories.AuthenticatorFactory(user=users["other_patient"])
        factories.two_step_on(users["other_doctor"])
        users["inactive"] = factories.PatientFactory(user__state="deactivated").user
        self.clients = {name: signed_in(user) for name, user in users.items()} | {"anonymous": APIClient()}
        self.bodies = {("POST", "auth/login/"): sign_in_of(users["patient"])} | bodies(self.ids, self.refresh)

    def ask(self, reader: str, method: str, path: str, ids: dict[str, int]) -> Response:
        ask = getattr(self.clients[reader], method.lower())
        return ask("/api/" + path.format(**ids), self.bodies.get((method, path)))


def sign_in_of(user: User) -> dict[str, str]:
    return {"national_id": user.national_id, "password": factories.PASSWORD}


def bodies(ids: dict[str, int], refresh: str) -> dict[tuple[str, str], Any]:
    """By method and address; an address that is not here needs none."""
    return {
        ("POST", "auth/register/"): {
            "national_id": "85852362",
            "email": "new@example.com",
            "phone_number": "0712345678",
            "full_name": "Grace Njeri",
            "password": "quite-a-long-one",
            "role": "admin",
        },
        ("POST", "auth/token/refresh/"): {"refresh": refresh},
        ("POST", "auth/logout/"): {"refresh": refresh},
        ("PATCH", "auth/me/"): {"language": "sw"},
        ("POST", "auth/password/change/"): {
            "old_password": factories.PASSWORD,
            "new_password": "another-long-secret",
        },
        ("POST", "auth/two-step/confirm/"): {"code": factories.code()},
        ("DELETE", "auth/two-step/"): {"password": factories.PASSWORD, "code": factories.code()},
        ("POST", "auth/step-up/"): {"code": factories.code()},
        ("PATCH", "users/{patient}/"): {"full_name": "Mercy Wambui Otieno"},
        ("POST", "users/{pending}/reject/"): {"reason": "Not known here."},
        ("POST", "users/{patient}/deactivate/"): {"cancel_appointments": False},
        ("POST", "notifications/test/"): {"channel": "email", "to": "admin@example.com"},
        ("PATCH", "clinic/"): {"slot_minutes": 20},
        ("POST", "clinic/closed-days/"): {"date": "2026-12-25", "name": "Christmas"},
        ("PATCH", "doctors/{doctor}/"): {"availability": False},
        ("PATCH", "doctors/me/"): {"availability": False},
        ("PUT", "doctors/{doctor}/working-hours/"): WEEK,
        ("PUT", "doctors/me/working-hours/"): WEEK,
        ("POST", "doctors/{doctor}/time-off/"): {
            "starts_at": "2026-12-14T08:00:00+03:00",
            "ends_at": "2026-12-14T17:00:00+03:00",
        },
        ("PATCH", "patients/{patient}/"): {"medical_history": "Penicillin allergy."},
        ("POST", "appointments/"): {"doctor": ids["doctor"], "patient": ids["patient"], **TIME},
        ("POST", "appointments/{visit}/cancel/"): {"reason": "A cold"},
        ("POST", "appointments/{visit}/reschedule/"): TIME,
    }
