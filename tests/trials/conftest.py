"""Trials: whole processes under bad weather. Each says what it did, and ends with one line."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.trials.live import LiveClinic, make_template, open_clinic

HERE = Path(__file__).parent
OUTCOMES = {"passed": "passed", "failed": "failed", "skipped": "left out"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.trial)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """One line at the end of each trial: it passed only if all of it did, also its beginning and its end."""
    report = yield
    item.stash.setdefault(REPORTS, []).append(report)
    if report.when == "teardown":
        reports = item.stash[REPORTS]
        worst = next((r for r in reports if r.failed), next((r for r in reports if r.skipped), report))
        seconds = sum(r.duration for r in reports)
        why = f", {worst.longrepr[-1].removeprefix('Skipped: ')}" if worst.skipped else f" ({seconds:.1f} s)"
        speak(item.config, f"{OUTCOMES[worst.outcome]}: {name_of(item)}{why}")
    return report


REPORTS = pytest.StashKey[list[pytest.TestReport]]()


def pytest_report_teststatus(report: Any) -> tuple[str, str, str] | None:
    """The line says it: no dot besides."""
    here = isinstance(report, pytest.TestReport) and "tests/trials/" in report.nodeid
    return (report.outcome if report.when == "call" or not report.passed else "", "", "") if here else None


def name_of(item: pytest.Item) -> str:
    """tests/trials/test_faults.py::test_a_killed_worker[2] is `faults: a killed worker[2]`."""
    subject, name = item.path.stem, item.name
    return f"{subject.removeprefix('test_')}: {name.removeprefix('test_')}".replace("_", " ")


def speak(config: pytest.Config, line: str) -> None:
    with config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        config.get_terminal_writer().write(f"{line}\n", flush=True)


@pytest.fixture
def say(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Tell what the trial did, and its figures: one line each."""
    return lambda text: speak(request.config, f"  {text}")


@pytest.fixture(autouse=True)
def clock() -> None:
    """Takes the place of the clock that stands still: live processes have the real one."""


@pytest.fixture(scope="session")
def ground() -> Iterator[Path]:
    """Not among pytest's own folders, which another run of pytest closes to PostgreSQL's user."""
    with TemporaryDirectory(prefix="clinic-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture(scope="session")
def template(ground: Path) -> Path:
    return make_template(ground / "template")


@pytest.fixture(scope="session")
def open_live(ground: Path, template: Path, django_db_blocker: Any) -> Callable[..., Any]:
    """Open a clinic of one's own: `with open_live(WEB_CONCURRENCY="8") as clinic`."""
    numbers = count(1)
    return lambda **how: open_clinic(
        template, ground / f"clinic-{next(numbers)}", django_db_blocker.unblock, **how
    )


@pytest.fixture(scope="module")
def live_clinic(open_live: Callable[..., Any]) -> Iterator[LiveClinic]:
    """An open clinic with two workers and nobody in it, for all trials of a file."""
    with open_live() as clinic:
        yield clinic


@pytest.fixture(scope="session")
def nginx() -> str:
    where = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"
    return shutil.which("nginx", path=where) or missing("nginx", "apt-get install nginx-light")


@pytest.fixture(scope="session")
def chromium() -> str:
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, (shutil.which(name) for name in names if name)), None)
    return found or missing("Chromium", "apt-get install chromium")


def missing(program: str, cure: str) -> str:
    """Where it is insisted on, a program that is missing is a failure."""
    sentence = f"there is no {program} here (`{cure}`)"
    if os.environ.get("E2E") == "require":
        pytest.fail(sentence)
    pytest.skip(sentence)
