"""Nothing that the clinic logs or prints in a run of the tests quotes a person: a pytest plugin.

Every event is put into words as production would write it, and as `make run` would, and searched for canaries
together with what the test printed. The test that let one out fails. Under pytest-xdist each worker looks for
itself.
"""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterator

import pytest

from config.logs import JsonLine, ReadableLine
from tests.canaries import CANARY, leaks


class Ear(logging.Handler):
    """Hears everything from INFO on, which is what production writes, and keeps what should not be there."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.forms = (JsonLine(), ReadableLine())
        self.caught: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        said = (form.format(record) for form in self.forms)
        self.caught += [line for line in said if CANARY.search(line)]

    def take(self) -> list[str]:
        caught, self.caught = self.caught, []
        return caught


EAR = Ear()


@pytest.fixture(scope="session", autouse=True)
def hearing_everything() -> Iterator[None]:
    """Once Django has set its loggers up. What is logged after the last test is an error of that test."""
    root = logging.getLogger()
    root.addHandler(EAR)
    root.setLevel(logging.INFO)
    yield
    root.removeHandler(EAR)
    assert EAR.take() == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "teardown":
        printed = [
            text for name, text in report.sections if name.startswith(("Captured stdout", "Captured stderr"))
        ]
        caught = [*EAR.take(), *leaks("".join(printed))]
        if caught and not report.failed:
            report.outcome = "failed"
            report.longrepr = "\n".join(["What was logged or printed quotes a person:", *caught])
    return report
