"""axe finds nothing on any screen: each role's, light and dark, on a phone and on a desktop."""

from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from clinic import demo
from config.environment import ROOT
from tests.e2e.api import Api
from tests.e2e.clinic import sign_in
from tests.e2e.conftest import DESKTOP, PHONE

pytestmark = pytest.mark.e2e

AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """rules => axe.run({ runOnly: rules }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
        `${id}: ${target} ${failureSummary}`)))"""

SCREENS = {
    None: [
        "/",
        "/sign-in",
        "/sign-in?ended=true",
        "/register?role=patient",
        "/register?role=doctor",
        "/waiting",
        "/no",
    ],
    "patient": [
        "/book",
        "/book/{doctor}",
        "/booked/{visit}",
        "/visits",
        "/visits/{visit}",
        "/visits/{visit}/change",
        "/profile",
        "/home",
    ],
    "doctor": [
        "/schedule",
        "/schedule?visit={seen}",
        "/schedule?block=true",
        "/schedule?book=new",
        "/hours",
        "/time-off",
        "/patients",
        "/patients/{patient}",
    ],
    "admin": [
        "/home",
        "/people",
        "/people/{patient}",
        "/clinic",
        "/appointments",
        "/activity",
        "/visits/{visit}",
    ],
}


@pytest.fixture(scope="module")
def ids(sign_in_by_api: Callable[[str], Api]) -> dict[str, int]:
    """Whom and what the screens show."""
    patient, doctor = (sign_in_by_api(demo.LOGINS[role]) for role in ("patient", "doctor"))
    return {
        "patient": patient.user["id"],
        "doctor": patient.open_doctor()["id"],
        "visit": patient.get("appointments/?when=upcoming")[0]["id"],
        "seen": doctor.get("appointments/?when=upcoming")[0]["id"],
    }


@pytest.mark.parametrize("role", SCREENS)
def test_every_screen_of(role: str | None, page: Page, ids: dict[str, int]) -> None:
    page.add_init_script(path=AXE)
    if role:
        sign_in(page, demo.LOGINS[role])
    found = [words for path in SCREENS[role] for words in _faults(page, path.format_map(ids))]
    assert not found, "\n".join(found)


def _faults(page: Page, path: str) -> list[str]:
    found = []
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_attached()
    page.wait_for_load_state("networkidle")
    for size, scheme in product((PHONE, DESKTOP), ("light", "dark")):
        page.set_viewport_size(size)
        page.evaluate("scheme => { document.documentElement.dataset.colorScheme = scheme }", scheme)
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
        found += [f"{path} {scheme} {size['width']}: {words}" for words in page.evaluate(RUN, RULES)]
    return found
