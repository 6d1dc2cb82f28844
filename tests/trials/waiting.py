"""Waiting for something that is told nowhere."""

import time
from collections.abc import Callable


def wait_until(comes_true: Callable[[], object], within: float = 20, every: float = 0.02) -> float:
    """The seconds until it came true; an AssertionError where that took too long."""
    begun = time.monotonic()
    while not comes_true():
        if time.monotonic() - begun > within:
            raise AssertionError(f"{getattr(comes_true, '__name__', comes_true)}: not within {within} s")
        time.sleep(every)
    return time.monotonic() - begun


def pass_by(seconds: float) -> None:
    """Where the passing of time is itself what is tried."""
    time.sleep(seconds)
