"""Letting people in, at the desk."""

import pytest
from playwright.sync_api import Locator, Page, expect

from clinic import demo
from tests.e2e.api import Api, Newcomer
from tests.e2e.clinic import fill_sign_in, sign_in

pytestmark = pytest.mark.e2e


@pytest.fixture
def newcomer(admin: Api) -> Newcomer:
    return admin.register(Newcomer("Zawadi Mumbi"))


def test_activation_and_its_undo(desktop: Page, newcomer: Newcomer, page: Page) -> None:
    row = _waiting(desktop, newcomer)
    row.get_by_role("button", name=f"Activate {newcomer.name}").click()
    told = desktop.get_by_role("status").filter(has_text=f"{newcomer.name} can now sign in")
    expect(told).to_be_visible()
    expect(row).to_have_count(0)

    told.get_by_role("button", name="Undo").click()
    desktop.get_by_role("link", name="Deactivated").click()
    expect(row).to_be_visible()
    page.goto("/sign-in")
    fill_sign_in(page, newcomer.national_id)
    expect(page.get_by_text("This account is closed")).to_be_visible()


def test_a_rejection_tells_its_reason(desktop: Page, newcomer: Newcomer, page: Page) -> None:
    row = _waiting(desktop, newcomer)
    row.get_by_role("button", name=f"More about {newcomer.name}").click()
    desktop.get_by_role("button", name="Reject", exact=True).click()
    dialog = desktop.get_by_role("dialog", name=f"Turn {newcomer.name} down?")
    dialog.get_by_role("button", name="Reject registration").click()
    expect(dialog.get_by_text("Say why, for the person to read.")).to_be_visible()
    dialog.get_by_label("Reason").fill("The card shows another name.")
    dialog.get_by_role("button", name="Reject registration").click()
    expect(desktop.get_by_text(f"{newcomer.name} was turned down")).to_be_visible()
    expect(row).to_have_count(0)

    page.goto("/sign-in")
    fill_sign_in(page, newcomer.national_id)
    expect(page.get_by_text("The clinic wrote: The card shows another name.")).to_be_visible()


def _waiting(page: Page, newcomer: Newcomer) -> Locator:
    """Her line among the registrations that wait, found by her national ID."""
    sign_in(page, demo.LOGINS["admin"])
    page.get_by_role("link", name="People").click()
    page.get_by_role("link", name="Waiting").click()
    page.get_by_role("searchbox").fill(newcomer.national_id)
    return page.get_by_role("row").filter(has_text=newcomer.name)
