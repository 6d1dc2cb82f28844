"""A real browser before the built pages and a live server. The clock is the real one."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright, expect

from clinic import demo
from tests.e2e.api import Api
from tests.e2e.live import open_clinic

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

expect.set_options(timeout=20_000)  # a busy machine is slow, and that is no fault of the pages


@pytest.fixture(autouse=True)
def clock() -> None:
    """Takes the place of the clock that stands still: a browser and a server live in real time."""


@pytest.fixture(scope="session")
def chromium() -> str:
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    if path := next(filter(None, (shutil.which(name) for name in names if name)), None):
        return path
    sentence = "There is no Chromium for the browser tests; CHROMIUM may name one."
    if os.environ.get("E2E") == "require":
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("clinic")


@pytest.fixture(scope="session")
def base_url(chromium: str, data_dir: Path) -> Iterator[str]:
    """The clinic's address. It opens only where there is a browser to look at it."""
    with open_clinic(data_dir) as address:
        yield address


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], chromium: str) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": chromium, "args": list(QUIET)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Far from the clinic, so that a page that trusts the browser's zone is found out."""
    return {
        **browser_context_args,
        "locale": "en-GB",
        "timezone_id": "America/New_York",
        "reduced_motion": "reduce",
        "viewport": PHONE,
    }


@pytest.fixture(scope="session")
def sign_in_by_api(playwright: Playwright, base_url: str) -> Iterator[Callable[[str], Api]]:
    """A program's way in, for what others do meanwhile."""
    request = playwright.request.new_context(base_url=base_url)
    yield lambda national_id: Api.signed_in(request, national_id, demo.PASSWORD)
    request.dispose()


@pytest.fixture(scope="session")
def admin(sign_in_by_api: Callable[[str], Api]) -> Api:
    return sign_in_by_api(demo.LOGINS["admin"])


@pytest.fixture
def desktop(new_context: Callable[..., Any], browser_context_args: dict[str, Any]) -> Page:
    page: Page = new_context().new_page()
    page.set_viewport_size(DESKTOP)
    return page
