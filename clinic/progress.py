"""How far a long piece of work has come, told to whoever watches the command."""

from __future__ import annotations

import time
from typing import Any, TextIO

WIDTH = 30
SELDOM = 10  # seconds between two lines where nobody sits at a terminal


class Progress:
    """A bar on a terminal; into a file only a line now and then, and none for what is quickly done."""

    def __init__(self, stream: Any, of: int) -> None:
        self.stream: TextIO = stream
        self.of = max(of, 1)
        self.at_a_terminal = stream.isatty()
        self.told_at = time.monotonic()
        self.shown = -1

    def show(self, done: int, what: str = "") -> None:
        percent = min(100 * done // self.of, 100)
        if self.at_a_terminal and percent != self.shown:
            self._write(f"\r  {bar(percent)} {percent:3}%  {what:<30}")
        elif not self.at_a_terminal and time.monotonic() - self.told_at >= SELDOM:
            self.told_at = time.monotonic()
            self._write(f"{percent}% {what}\n")
        self.shown = percent

    def end(self) -> None:
        """Make room for the next line."""
        if self.at_a_terminal and self.shown >= 0:
            self._write("\r" + " " * (WIDTH + 40) + "\r")

    def _write(self, text: str) -> None:
        self.stream.write(text)
        self.stream.flush()


def bar(percent: int) -> str:
    filled = WIDTH * percent // 100
    return "█" * filled + "░" * (WIDTH - filled)
