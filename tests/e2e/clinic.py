"""What people do before the pages, in the words of the pages."""

import re

from playwright.sync_api import Locator, Page, expect

from clinic import demo
from tests.e2e.api import Newcomer


def sign_in(page: Page, national_id: str, password: str = demo.PASSWORD) -> None:
    page.goto("/sign-in")
    fill_sign_in(page, national_id, password)
    expect(page.get_by_role("button", name="Your account")).to_be_visible()


def fill_sign_in(page: Page, national_id: str, password: str = demo.PASSWORD) -> None:
    page.get_by_label("National ID").fill(national_id)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()


def register(page: Page, newcomer: Newcomer) -> None:
    asked = newcomer.asked()
    tap(page.get_by_role("radio", name="Patient Books visits"))
    page.get_by_label("Full name").fill(newcomer.name)
    page.get_by_label("National ID").fill(newcomer.national_id)
    page.get_by_label("Email").fill(asked["email"])
    page.get_by_label("Phone number").fill(asked["phone_number"])
    page.get_by_label("Date of birth").fill(asked["date_of_birth"])
    page.get_by_label("Gender").select_option("Female")
    page.get_by_label("Password", exact=True).fill(asked["password"])
    page.get_by_role("button", name="Register").click()


def doctors_with_times(page: Page) -> Locator:
    cards = page.get_by_role("list", name="Doctors").get_by_role("link")
    return cards.filter(has_text="Next free")


def times(page: Page) -> Locator:
    """The open times of the chosen day, as radio buttons."""
    return page.locator("section", has=page.get_by_role("heading", name="Times on")).get_by_role("radio")


def choose_last_open_day(page: Page) -> None:
    """Of the three weeks shown; it has times enough whatever the hour of today."""
    days = page.get_by_role("group", name="Choose a day")
    day = days.get_by_role("radio", name=re.compile(r"\d times?$")).last
    tap(day)
    expect(day).to_be_checked()


def choose_last_time(page: Page) -> str:
    """The one that is least likely to pass while the test runs."""
    radio = times(page).last
    tap(radio)
    return radio.input_value()


def tap(radio: Locator) -> None:
    """On the label: the button itself is there for the keyboard and for screen readers."""
    radio.locator("xpath=ancestor::label").click()
