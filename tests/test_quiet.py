"""The plugin that listens for canaries fails the test that lets one out, and no other."""

import os
import re
import subprocess
import sys

import pytest

from config.environment import ROOT

TESTS = """
import logging
import pytest

log = logging.getLogger("clinic.visits")

def test_discreet():
    log.info("visit %s booked by user %s", 12, 34)
    print("done")

def test_debug_is_not_written_in_production():
    log.debug("canary")

def test_logs():
    log.info("visit booked by %s", "CANARY00012")

def test_logs_an_email_address():
    log.warning("sent to %s", "mercy@clinic.test")

def test_logs_a_field():
    log.error("failed", extra={"role": "canary"})

def test_prints():
    print("welcome Mercy Wambui")

@pytest.fixture
def speaking():
    yield
    log.error("token eyJhbGciOiJIUzI1NiJ9")

def test_whose_end_logs(speaking):
    pass

@pytest.fixture(scope="session", autouse=True)
def outliving_every_test():
    yield
    log.error("late canary")
"""


@pytest.mark.parametrize("workers", [0, 2])
def test_a_run_with_canaries_fails(tmp_path, workers):
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = -p tests.quiet\n")
    (tmp_path / "test_speech.py").write_text(TESTS)

    # With a folder of its own: a run without one closes that of every other run to PostgreSQL's user.
    options = ["-p", "no:randomly", "-q", "-rE", f"-n{workers}", f"--basetemp={tmp_path / 'nested'}"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, str(tmp_path)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_ADDOPTS": "", "DJANGO_SETTINGS_MODULE": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1, done.stderr
    named = set(re.findall(r"^ERROR \S+::(\w+)", done.stdout, re.MULTILINE))
    assert {"test_logs", "test_logs_an_email_address", "test_logs_a_field", "test_prints"} <= named
    assert "test_whose_end_logs" in named
    # What is said at the end of all falls upon the last test of each worker, whichever that is.
    assert workers or named.isdisjoint({"test_discreet", "test_debug_is_not_written_in_production"})
    assert "What was logged or printed quotes a person" in done.stdout
    assert "late canary" in done.stdout
