"""Two people want one time. Whoever is second is told beside the button, and loses nothing."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.api import Api
from tests.e2e.clinic import choose_last_time, sign_in, times

pytestmark = pytest.mark.e2e


def test_a_time_taken_meanwhile(page: Page, admin: Api, sign_in_by_api: Callable[[str], Api]) -> None:
    mine, quicker = (admin.add_patient(name) for name in ("Wairimu Gitau", "Nekesa Simiyu"))
    doctor = admin.open_doctor()
    sign_in(page, mine.national_id)
    page.goto(f"/book/{doctor['id']}")
    time = choose_last_time(page)
    page.get_by_label("Reason for the visit").fill("A cough since Sunday")

    sign_in_by_api(quicker.national_id).book(doctor["id"], doctor["next_open"]["date"], time)
    page.get_by_role("button", name="Confirm booking").click()

    bar = page.locator("form", has=page.get_by_role("button", name="Confirm booking"))
    expect(bar.get_by_text("The nearest open times:")).to_be_visible()
    expect(times(page).and_(page.locator(f"[value='{time}']"))).to_have_count(0)
    expect(page.get_by_label("Reason for the visit")).to_have_value("A cough since Sunday")

    nearest = bar.get_by_role("button", name=re.compile(r"\d\d:\d\d$")).first
    other = nearest.inner_text()[-5:]
    nearest.click()
    page.get_by_role("button", name="Confirm booking").click()
    expect(page).to_have_url(re.compile(r"/booked/\d+$"))
    expect(page.get_by_text(other, exact=True)).to_be_visible()
    page.get_by_role("link", name="Change or cancel").click()
    expect(page.get_by_text("A cough since Sunday")).to_be_visible()
