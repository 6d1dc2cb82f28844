"""A newcomer's way from the first page to a visit, on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.api import Api, Newcomer
from tests.e2e.clinic import choose_last_open_day, choose_last_time, doctors_with_times, register

pytestmark = pytest.mark.e2e


def test_from_registration_to_a_kept_visit(page: Page, admin: Api) -> None:
    newcomer = Newcomer("Wangui Maina")
    page.clock.install()
    page.goto("/")
    page.get_by_role("link", name="Register").click()
    register(page, newcomer)
    expect(page).to_have_url(re.compile("/waiting$"))
    expect(page.get_by_role("heading", name="The clinic will look at", level=2)).to_be_visible()

    admin.let_in(newcomer)
    page.clock.fast_forward("01:05")  # the waiting page looks once a minute
    expect(page).to_have_url(re.compile("/book$"))

    time = _book_in_three_taps(page)
    page.get_by_role("link", name="See my visits").click()
    expect(page.get_by_text(time, exact=True)).to_be_visible()

    page.get_by_role("link", name="Change or cancel").click()
    moved = _move(page, time)
    _cancel(page, moved)


def _book_in_three_taps(page: Page) -> str:
    doctors_with_times(page).first.click()
    time = choose_last_time(page)
    page.get_by_role("button", name="Confirm booking").click()
    expect(page).to_have_url(re.compile(r"/booked/\d+$"))
    expect(page.get_by_role("heading", name="You’re booked")).to_be_attached()
    expect(page.get_by_text(time, exact=True)).to_be_visible()
    return time


def _move(page: Page, old: str) -> str:
    page.get_by_role("link", name="Change the time").click()
    choose_last_open_day(page)
    time = choose_last_time(page)
    page.get_by_role("button", name="Confirm change").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(time)
    expect(page.get_by_text(re.compile(f"Moved from .*{old} to .*{time}"))).to_be_visible()
    return time


def _cancel(page: Page, time: str) -> None:
    page.get_by_role("button", name="Cancel the visit").click()
    dialog = page.get_by_role("dialog", name="Cancel this visit?")
    dialog.get_by_role("button", name=re.compile(rf"^Cancel \w+ {time}$")).click()
    expect(page.get_by_text("The visit is cancelled.")).to_be_visible()
    expect(page.get_by_text("Cancelled", exact=True).first).to_be_visible()
    expect(page.get_by_role("link", name="Book again")).to_be_visible()
