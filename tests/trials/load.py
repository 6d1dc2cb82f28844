"""Patients who book one time after another, and remember what they were told."""

from __future__ import annotations

import http.client
import threading
import time
from collections import Counter
from dataclasses import dataclass
from typing import Any, Self

from tests.trials.client import Answer, Client
from tests.trials.people import Crowd
from tests.trials.waiting import wait_until

PAUSE = 0.05  # seconds after a connection broke, before the next is tried


@dataclass(frozen=True, slots=True)
class Try:
    """One request; without an answer where the connection broke."""

    begun: float
    ended: float
    answer: Answer | None
    error: Exception | None = None

    @property
    def seconds(self) -> float:
        return self.ended - self.begun

    @property
    def is_booked(self) -> bool:
        return self.answer is not None and self.answer.status == 201

    @property
    def is_envelope_503(self) -> bool:
        """The answer to trouble with the database: in the envelope, and it says when to come back."""
        answer = self.answer
        return (
            answer is not None
            and answer.status == 503
            and int(answer.headers["Retry-After"]) >= 1
            and answer.json.keys() == {"success", "message", "code", "data"}
            and answer.code == "unavailable"
        )


class Load:
    """So many patients at once, each on a connection that he keeps, or on a new one for every request.

    It begins `well`, with a booking of each, unless it begins in bad weather.
    """

    def __init__(self, crowd: Crowd, *, patients: int = 8, keep: bool = True, well: bool = True) -> None:
        self.crowd, self.keep, self.well = crowd, keep, well
        self.tries: list[Try] = []
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._book, args=(number,)) for number in range(patients)]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        if self.well:
            self.wait_for(len(self._threads))
        return self

    def __exit__(self, *exception: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def wait_for(self, more: int, within: float = 60) -> None:
        """Until so many more visits have been booked."""
        before = len(self.booked())
        wait_until(lambda: len(self.booked()) >= before + more, within)

    def booked(self) -> list[int]:
        """The ids of all acknowledged visits."""
        return [t.answer.data["id"] for t in list(self.tries) if t.answer and t.is_booked]

    def failed(self) -> list[Try]:
        return [t for t in list(self.tries) if not t.is_booked]

    def told(self) -> str:
        """How many answers of each kind."""
        kinds = Counter(str(t.answer.status) if t.answer else "no answer" for t in self.tries)
        return ", ".join(f"{count} × {kind}" for kind, count in sorted(kinds.items()))

    def _book(self, number: int) -> None:
        client = self.crowd.client(number)
        for wanted in self.crowd.times(number):
            tried = attempt(client, wanted)
            self.tries.append(tried)
            if not self.keep:
                client.close()
            if self._over.wait(0 if tried.answer else PAUSE):
                break
        client.close()


def attempt(client: Client, wanted: dict[str, Any]) -> Try:
    """Ask for one booking, whatever comes of it."""
    begun, answer, error = time.monotonic(), None, None
    try:
        answer = client.post("appointments/", wanted)
    except (OSError, http.client.HTTPException) as broken:
        error = broken
    return Try(begun, time.monotonic(), answer, error)
