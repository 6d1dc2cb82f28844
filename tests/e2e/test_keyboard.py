"""Booking without a mouse."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.api import Api
from tests.e2e.clinic import doctors_with_times, times

pytestmark = pytest.mark.e2e

FARTHEST = 80  # presses of Tab; a page of the story has fewer stops


def test_a_visit_is_booked_by_keyboard_alone(desktop: Page, admin: Api) -> None:
    patient = admin.add_patient("Akoth Ouma")
    desktop.goto("/sign-in")
    _reach(desktop, desktop.get_by_label("National ID"))
    desktop.keyboard.type(patient.national_id)
    desktop.keyboard.press("Tab")
    desktop.keyboard.type(patient.asked()["password"])
    desktop.keyboard.press("Enter")

    doctor = doctors_with_times(desktop).first
    _reach(desktop, doctor)
    desktop.keyboard.press("Enter")
    _reach(desktop, times(desktop).first)
    desktop.keyboard.press("Space")
    expect(times(desktop).first).to_be_checked()
    desktop.keyboard.press("Tab")
    desktop.keyboard.type("A rash")
    desktop.keyboard.press("Enter")
    expect(desktop).to_have_url(re.compile(r"/booked/\d+$"))


def _reach(page: Page, goal: Locator) -> None:
    expect(goal).to_be_attached()
    for _ in range(FARTHEST):
        if goal.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {goal}.")
