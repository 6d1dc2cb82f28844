"""Sessions that end or go stale under somebody's hands."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Request, Route, expect

from tests.e2e.api import Api, Newcomer
from tests.e2e.clinic import doctors_with_times, fill_sign_in, sign_in

pytestmark = pytest.mark.e2e


@pytest.fixture
def patient(admin: Api) -> Newcomer:
    return admin.add_patient("Cherop Sang")


def test_an_ended_session_leads_to_signing_in_and_back(
    page: Page, patient: Newcomer, sign_in_by_api: Callable[[str], Api]
) -> None:
    sign_in(page, patient.national_id)
    page.goto("/profile")
    expect(page.get_by_label("Full name")).to_have_value(patient.name)
    sign_in_by_api(patient.national_id).end_other_sessions()

    page.get_by_role("link", name="Book a visit").click()
    expect(page.get_by_text("Your session has ended. Sign in to go on where you were.")).to_be_visible()
    fill_sign_in(page, patient.national_id)
    expect(page).to_have_url(re.compile("/book$"))
    expect(doctors_with_times(page).first).to_be_visible()


def test_signing_out_is_heard_in_the_other_tab(page: Page, patient: Newcomer) -> None:
    sign_in(page, patient.national_id)
    other = _tab(page.context)
    page.get_by_role("button", name="Your account").click()
    page.get_by_role("button", name="Sign out").click()
    for tab in (page, other):
        expect(tab).to_have_url(re.compile("/$"))


def test_two_tabs_refresh_once(page: Page, patient: Newcomer) -> None:
    sign_in(page, patient.national_id)
    context = page.context
    other = _tab(context)
    _let_tokens_expire(context)
    refreshes: list[Request] = []
    context.on("request", lambda request: _is_refresh(request) and refreshes.append(request))

    for tab in (page, other):
        tab.get_by_role("link", name="My visits").click(no_wait_after=True)
    for tab in (page, other):
        expect(tab.get_by_text("Nothing booked")).to_be_visible()
    assert len(refreshes) == 1


def _tab(context: BrowserContext) -> Page:
    tab = context.new_page()
    tab.goto("/book")
    expect(doctors_with_times(tab).first).to_be_visible()
    return tab


def _let_tokens_expire(context: BrowserContext) -> None:
    """The server no longer knows the token that the tabs have now."""
    expired: str | None = None

    def pass_on(route: Route) -> None:
        nonlocal expired
        headers = route.request.headers
        token = headers.get("authorization")
        expired = expired or token
        if token and token == expired:
            headers["authorization"] = "Bearer expired"
        route.continue_(headers=headers)

    context.route("**/api/**", pass_on)


def _is_refresh(request: Request) -> bool:
    return request.url.endswith("/api/auth/token/refresh/")
