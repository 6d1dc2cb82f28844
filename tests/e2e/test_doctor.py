"""A doctor's first day, on a desktop: hours, the switch, and a visit from arrival to its end."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
import pytest
from playwright.sync_api import Page, expect

from tests.e2e.api import Api, Newcomer
from tests.e2e.clinic import sign_in

pytestmark = pytest.mark.e2e


@pytest.fixture
def doctor(admin: Api) -> Newcomer:
    return admin.add(Newcomer("Jebet Korir", role="doctor"))


def test_hours_are_set_and_shown_as_patients_see_them(desktop: Page, doctor: Newcomer) -> None:
    sign_in(desktop, doctor.national_id)
    desktop.get_by_role("link", name="Hours").click()
    desktop.get_by_role("button", name="Start with Monday to Friday").click()
    desktop.get_by_label("Monday 1, to").fill("0730")
    desktop.get_by_role("button", name="Save").click()
    expect(desktop.get_by_text("The end must come after the beginning.")).to_be_visible()

    desktop.get_by_label("Monday 1, to").fill("1230")
    desktop.get_by_role("button", name="Save").click()
    expect(desktop.get_by_text("Your hours are saved.")).to_be_visible()
    expect(desktop.get_by_label("Monday 1, to")).to_have_value("12:30")
    expect(desktop.get_by_role("heading", name="What patients will see")).to_be_visible()


def test_bookings_are_switched_off_and_on(
    desktop: Page, doctor: Newcomer, sign_in_by_api: Callable[[str], Api]
) -> None:
    sign_in(desktop, doctor.national_id)
    api = sign_in_by_api(doctor.national_id)
    switch = desktop.get_by_role("switch", name="Bookings")
    for on, words in ((False, "Nobody can book you"), (True, "Patients can book you")):
        with desktop.expect_response(lambda answer: answer.request.method == "PATCH"):
            switch.click()
        expect(desktop.get_by_text(words)).to_be_visible()
        assert api.get("doctors/me/")["availability"] is on


def test_a_visit_is_opened_in_the_week_and_completed(
    desktop: Page, doctor: Newcomer, admin: Api, sign_in_by_api: Callable[[str], Api], data_dir: Path
) -> None:
    me, patient = (
        sign_in_by_api(person.national_id).user for person in (doctor, admin.add_patient("Naliaka Wafula"))
    )
    _begin_visit(data_dir, me, patient)
    sign_in(desktop, doctor.national_id)
    desktop.get_by_role("region", name="Week").get_by_role(
        "button", name=re.compile(f"{patient['full_name']} Headaches Booked")
    ).click()

    drawer = desktop.get_by_role("dialog", name=patient["full_name"])
    expect(drawer.get_by_text("Headaches")).to_be_visible()
    drawer.get_by_role("button", name="Mark as arrived").click()
    expect(drawer.get_by_role("status").get_by_text("Arrived")).to_be_visible()
    drawer.get_by_role("button", name="Complete the visit").click()
    expect(drawer.get_by_role("status").get_by_text("Completed")).to_be_visible()
    drawer.get_by_role("button", name="Close").click()
    expect(
        desktop.get_by_role("button", name=re.compile(f"{patient['full_name']} Headaches Completed"))
    ).to_be_visible()


def _begin_visit(data_dir: Path, doctor: dict[str, Any], patient: dict[str, Any]) -> None:
    """A visit of today that has started, which nobody can book any more."""
    now = datetime.now(ZoneInfo("Africa/Nairobi")).replace(second=0, microsecond=0)
    start = max(now - timedelta(minutes=5), now.replace(hour=0, minute=0))
    with psycopg.connect((data_dir / "database_url").read_text().strip()) as connection:
        connection.execute(
            "INSERT INTO appointments_appointment"
            " (doctor_id, patient_id, starts_at, ends_at, status, reason, cancel_reason, created_at)"
            " VALUES (%s, %s, %s, %s, 'scheduled', 'Headaches', '', now())",
            (doctor["id"], patient["id"], start, start + timedelta(minutes=30)),
        )
