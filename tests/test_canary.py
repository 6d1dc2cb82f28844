"""What a patient has told the clinic is sent to those who may read it, and to nobody else in any byte.

Each thing that can be known of her is a value that occurs nowhere else: a canary. Every reader then sends
every request that there is, naming her and her things as well as his own.
"""

import base64
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import quote

import pytest
from rest_framework.response import Response

from accounts.models import Session, User
from accounts.sessions import open_for
from accounts.tokens import pair_for
from clinic.models import Clinic
from tests import factories
from tests.conftest import signed_in
from tests.factories import PASSWORD
from tests.readers import TIME, Cast, bodies, sign_in_of
from tests.tables import undone
from tests.test_permissions import ROWS

KEY = {"Idempotency-Key": "canary-key-41d9"}
AFTER = {"appointment_date": "2026-12-03", "appointment_time": "11:30"}
CANARIES = {
    "name": "Kanari Wa Jina",
    "national ID": "KANARI8471",
    "email": "kanari.barua@example.com",
    "phone": "254711987321",
    "picture": "https://example.com/kanari-picha.jpg",
    "birthday": "1931-02-03",
    "history": "canary-of-the-history",
    "earlier history": "canary-of-the-earlier-history",
    "reason": "canary-of-the-reason",
    "cancel reason": "canary-of-the-cancelling",
    "rejection": "canary-of-the-rejection",
    "device": "Canary/41",
    "address": "203.0.113.141",
    "password": factories.hashed(PASSWORD),
    "key": KEY["Idempotency-Key"],
    "token": "ca4a27ca4a27ca4a27ca4a27ca4a2741",
}
PERSON = {"name", "national ID", "email", "phone", "picture", "birthday"}
HISTORY = {"history", "earlier history"}
VISITS = {"reason", "cancel reason"}
# The rest is told to nobody: the password's hash, the key, the token of a session that is not used here.
FOUND = {
    "anonymous": set(),
    "inactive": set(),
    "other_patient": set(),
    "patient": PERSON | HISTORY | VISITS | {"device", "address"},
    "doctor": PERSON | HISTORY | VISITS,
    "other_doctor": PERSON | HISTORY,
    "admin": PERSON | VISITS | {"rejection", "address"},
}


@pytest.fixture
def patient(clinic: Clinic) -> User:
    """She was turned down once, and let in then."""
    identity = {
        "full_name": CANARIES["name"],
        "national_id": CANARIES["national ID"],
        "email": CANARIES["email"],
        "phone_number": CANARIES["phone"],
        "profile_pic": CANARIES["picture"],
        "password": CANARIES["password"],
    }
    before = factories.UserFactory(**identity, state="rejected")
    factories.RegistrationFactory(user=before, rejection_reason=CANARIES["rejection"])
    user = factories.UserFactory(**identity)
    asked = {"user": user, "date_of_birth": date.fromisoformat(CANARIES["birthday"])}
    factories.RegistrationFactory(**asked)
    return factories.PatientFactory(**asked).user


@pytest.fixture
def cast(cast: Cast, clinic: Clinic, patient: User, doctor: User, other_patient: User) -> Cast:
    """She is signed in, has visits and a history; the other patient has what she has."""
    clinic.show_pictures = True
    clinic.save()
    session = open_for(patient, device=CANARIES["device"], address=CANARIES["address"], now=datetime.now(UTC))
    Session.objects.filter(pk=session.pk).update(refresh_jti=CANARIES["token"])
    cast.ids["session"] = session.pk

    here = {"REMOTE_ADDR": CANARIES["address"]}
    client = signed_in(patient)
    booking = {"doctor": doctor.pk, **TIME, "reason": CANARIES["reason"]}
    assert client.post("/api/appointments/", booking, headers=KEY, **here).status_code == 201
    cancelled = client.post("/api/appointments/", {**booking, **AFTER}).json()["data"]["id"]
    cancel = {"reason": CANARIES["cancel reason"]}
    assert client.post(f"/api/appointments/{cancelled}/cancel/", cancel).status_code == 200
    for text in (CANARIES["earlier history"], CANARIES["history"]):
        written = cast.clients["doctor"].patch(f"/api/patients/{patient.pk}/", {"medical_history": text})
        assert written.status_code == 200
    return cast


Asked = tuple[str, str, Any]


def requests_of(reader: User | None, cast: Cast, patient: User) -> Iterator[Asked]:
    """Every request about her, with bodies that would match her, and every one about the reader himself."""
    sent = bodies(cast.ids, "no-token") | matching(patient, cast)
    for user in User.objects.filter(national_id=patient.national_id):
        yield from every_request(cast.ids | {"patient": user.pk}, sent, queries(user))
    if reader:
        session = open_for(reader, device="", address=None, now=datetime.now(UTC))
        own = cast.ids | {"session": session.pk} | things_of(reader, cast)
        sent = bodies(own, pair_for(session, datetime.now(UTC)).refresh)
        yield from every_request(own, {("POST", "auth/login/"): sign_in_of(reader)} | sent, [""])


def every_request(
    ids: dict[str, int], sent: dict[tuple[str, str], Any], queries: list[str]
) -> Iterator[Asked]:
    for method, path, *_ in ROWS:
        is_list = method == "GET" and "{" not in path and path not in ("docs/", "schema/")
        for query in queries if is_list else [""]:
            yield method.lower(), f"/api/{path.format(**ids)}{query}", sent.get((method, path))


def things_of(reader: User, cast: Cast) -> dict[str, int]:
    if reader.role != "patient":
        return {}
    friday = datetime(2026, 12, 4, 6, 0, tzinfo=UTC)
    visit = factories.VisitFactory(
        patient=reader.patient_profile, doctor_id=cast.ids["doctor"], starts_at=friday
    )
    return {"patient": reader.pk, "visit": visit.pk}


def matching(patient: User, cast: Cast) -> dict[tuple[str, str], Any]:
    hers = {"national_id": patient.national_id, "email": patient.email, "phone_number": patient.phone_number}
    newcomer = {"full_name": "Somebody Else", "password": "quite-a-long-one", "role": "admin"}
    return {
        ("POST", "auth/login/"): {"national_id": patient.national_id, "password": "only-a-guess"},
        ("POST", "auth/register/"): {**hers, **newcomer},
        ("PATCH", "auth/me/"): {"email": patient.email, "password": PASSWORD},
        ("POST", "appointments/"): {"doctor": cast.ids["doctor"], **TIME, "reason": CANARIES["reason"]},
    }


def queries(patient: User) -> list[str]:
    """None, and all that would find her where the reader may search at all."""
    searched = [CANARIES[name] for name in ("name", "national ID", "email", "phone")]
    named = [f"?patient={patient.pk}", f"?actor={patient.pk}", f"?target=user:{patient.pk}"]
    return ["", *(f"?search={quote(words)}" for words in searched), *named]


def said(response: Response) -> bytes:
    """Every byte of an answer, and what is written in the tokens among them."""
    headers = [f"{name}: {value}".encode() for name, value in response.items()]
    everything = b"\n".join([*headers, response.cookies.output().encode(), response.getvalue()])
    tokens = re.findall(rb"[\w-]{40,}", everything)
    return b"\n".join([everything, *(base64.urlsafe_b64decode(token + b"==") for token in tokens)]).lower()


@pytest.mark.parametrize("reader", FOUND)
def test_each_reader_finds_what_he_may_read_and_nothing_else(cast, patient, reader):
    user = User.objects.filter(pk=cast.ids.get(reader)).first()
    found = set()

    for method, address, body in list(requests_of(user, cast, patient)):
        with undone():
            answer = said(getattr(cast.clients[reader], method)(address, body, headers=KEY))
        found |= {name for name, value in CANARIES.items() if value.lower().encode() in answer}

    assert found == FOUND[reader]
