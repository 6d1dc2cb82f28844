"""Markup and scripts in every text that people may write: each page shows them as they were typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from accounts.models import User
from clinic.models import Clinic
from doctors.models import MedicalHistoryVersion
from tests import factories
from tests.e2e.clinic import sign_in
from tests.e2e.conftest import DESKTOP, QUIET

# Each would set `window.ran`, or fetch from elsewhere, if it were taken for more than text. OWASP's kinds.
PAYLOADS = [
    "<script>ran=1</script>",
    "<ScRiPt>ran=1</sCrIpT>",
    "</script><script>ran=1</script>",
    "<img src=x onerror=ran=1>",
    "<img src=//elsewhere.example/x>",
    "<svg onload=ran=1>",
    "<svg><script>ran=1</script></svg>",
    "<iframe src=javascript:parent.ran=1>",
    "<iframe srcdoc='<script>parent.ran=1</script>'>",
    "<a href=javascript:ran=1>x</a>",
    "<body onload=ran=1>",
    "<details open ontoggle=ran=1>",
    "<input autofocus onfocus=ran=1>",
    "<video><source onerror=ran=1></video>",
    "<style>@import'//elsewhere.example/x'</style>",
    "<link rel=stylesheet href=//elsewhere.example/x>",
    "<base href=//elsewhere.example/>",
    '"><script>ran=1</script>',
    "'-(ran=1)-'",
    "{{constructor.constructor('ran=1')()}}${ran=1}",
]
WATCH = """
window.reports = [];
document.addEventListener('securitypolicyviolation', event =>
    window.reports.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""
ALL = " ".join(PAYLOADS)


def written(what: str, number: int) -> str:
    return f"{what} {number:02} {PAYLOADS[number]}"


@dataclass
class Reader:
    """Somebody's browser, which remembers all that it showed, fetched from elsewhere, and was refused."""

    page: Page
    host: str
    shown: str = ""
    harm: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(WATCH)
        self.page.on("dialog", lambda dialog: (self.harm.append(dialog.message), dialog.dismiss()))
        self.page.on("request", self._note)

    def _note(self, request: Any) -> None:
        if not request.url.startswith((self.host, "data:", "blob:")):
            self.harm.append(f"{self.page.url} fetched {request.url}")

    def read(self, *paths: str) -> None:
        for path in paths:
            self.page.goto(path)
            expect(self.page.get_by_role("heading", level=1)).to_be_attached()
            self.page.wait_for_load_state("networkidle")
            expect(self.page.locator("[aria-busy=true]")).to_have_count(0)
            self.shown += self.page.locator("body").inner_text()
            self.look(path)

    def look(self, path: str) -> None:
        reports, ran = self.page.evaluate("[window.reports, window.ran]")
        self.harm += [f"{path}: {words}" for words in [*reports, *(["a script ran"] if ran else [])]]

    def misses(self, *kinds: str) -> list[str]:
        """What was written and not shown as it was typed; browsers show line breaks as they like."""
        shown = " ".join(self.shown.split())
        texts = [written(kind, number) for kind in kinds for number in range(len(PAYLOADS))]
        return [text for text in texts if text not in shown]


@dataclass
class Cast:
    admin: User
    doctor: User
    patients: list[User]
    visits: list[int]
    own: list[int]
    refused: list[User]


@pytest.fixture(scope="module")
def cast(live_clinic) -> Cast:
    """A clinic in which every text is somebody's attempt."""
    with live_clinic.tables():
        return write_everywhere()


def write_everywhere() -> Cast:
    Clinic.objects.update(name=PAYLOADS[3], address=ALL[:300])
    begin = datetime.now(UTC).replace(hour=1, minute=0, second=0, microsecond=0) + timedelta(days=3)
    admin = factories.AdminFactory(user__full_name=f"Admin {PAYLOADS[0]}").user
    doctor = factories.DoctorFactory(
        specialization=f"Kind {PAYLOADS[5]}", user__full_name=f"Doctor {PAYLOADS[1]}"
    )
    patients, visits, own, refused = [], [], [], []
    for number in range(len(PAYLOADS)):
        patient = factories.PatientFactory(
            user__full_name=written("Patient", number), medical_history=f"History {ALL}"
        )
        MedicalHistoryVersion.objects.create(
            patient=patient, text=written("Version", number), written_by=doctor.user, written_at=begin
        )
        patients.append(patient)
        late = begin + timedelta(minutes=30 * number)
        visit = {"doctor": doctor, "reason": written("Reason", number)}
        visits.append(factories.VisitFactory(**visit, patient=patient, starts_at=late).pk)
        cancelled = {"status": "cancelled", "cancel_reason": written("Excuse", number)}
        own.append(factories.VisitFactory(**visit, **cancelled, patient=patients[0], starts_at=late).pk)
        factories.TimeOffFactory(
            doctor=doctor,
            reason=written("Away", number),
            starts_at=begin + timedelta(days=30 + number),
            ends_at=begin + timedelta(days=30 + number, hours=1),
        )
        factories.ClosedDayFactory(
            name=written("Holiday", number), date=(begin + timedelta(days=60 + number)).date()
        )
        asked = factories.RegistrationFactory(
            user__state="rejected",
            user__full_name=written("Stranger", number),
            rejection_reason=written("Because", number),
        )
        refused.append(asked.user)
        factories.SessionFactory(user=patients[0].user, device=written("Device", number))
    return Cast(admin, doctor.user, [patient.user for patient in patients], visits, own, refused)


@pytest.fixture(scope="module")
def window(cast: Cast, chromium: str) -> Iterator[Browser]:
    """Opened after the cast is written: beside it, Django's database would not be asked."""
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium, args=list(QUIET)) as browser,
    ):
        yield browser


@pytest.fixture
def reader(window: Browser, live_clinic) -> Iterator[Reader]:
    with window.new_context(base_url=live_clinic.address, viewport=DESKTOP) as context:
        yield Reader(context.new_page(), live_clinic.address)


def test_pages_of_an_admin(reader, cast, say):
    sign_in(reader.page, cast.admin.national_id, factories.PASSWORD)
    reader.read(
        "/home", "/people", "/people?state=rejected", "/people?state=all&page=2", "/appointments?when=all"
    )
    reader.read("/appointments?when=all&page=2", "/clinic", "/activity", "/profile")
    reader.read(*(f"/people/{person.pk}" for person in [cast.doctor, *cast.patients[:2], *cast.refused]))
    reader.read(*(f"/visits/{pk}" for pk in cast.visits[:3]), f"/people/{cast.doctor.pk}/time-off")
    conclude(reader, say, "Patient", "Stranger", "Because", "Holiday", "Away")


def test_pages_of_a_doctor(reader, cast, say):
    sign_in(reader.page, cast.doctor.national_id, factories.PASSWORD)
    reader.read("/schedule", "/patients", "/hours", "/time-off", "/profile")
    reader.read(*(f"/patients/{person.pk}" for person in cast.patients[:3]))
    reader.read(*(f"/schedule?visit={pk}" for pk in cast.visits))
    conclude(reader, say, "Patient", "Reason", "Away")
    assert f"History {ALL}" in " ".join(reader.shown.split())


def test_pages_of_a_patient_and_of_anybody(reader, cast, say):
    reader.read("/", "/sign-in", "/register")
    sign_in(reader.page, cast.patients[0].national_id, factories.PASSWORD)
    reader.read("/book", f"/book/{cast.doctor.pk}", "/visits", "/visits?page=2", "/profile")
    reader.read(*(f"/visits/{pk}" for pk in cast.own))
    conclude(reader, say, "Reason", "Excuse", "Device")


def conclude(reader: Reader, say: Any, *kinds: str) -> None:
    """Nothing happened and all is there; then the control: the same words as markup, and it is noticed."""
    assert reader.harm == []
    assert reader.misses(*kinds) == []
    say(f"{len(kinds) * len(PAYLOADS)} texts shown as typed, no script ran, no report, no other host asked")
    reader.page.evaluate("words => document.body.insertAdjacentHTML('beforeend', words)", PAYLOADS[3])
    reader.page.wait_for_function("window.reports.length > 0")
    reader.look("control")
    assert any("script-src" in words for words in reader.harm)
