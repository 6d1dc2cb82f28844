"""What is asked of the clinic: each method makes one request, in the form that the load generator takes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from accounts.models import User
from benchmarks.filling import PASSWORD

TIMES_A_DAY = 16  # from 9 to 17, half an hour each
RACES_FROM = 2  # days from today: nobody is booked there but by a race
SLOTS_FROM = 20
BOOKED_FROM = 30


class Asked:
    def __init__(
        self, encode: Callable[..., Any], doctors: list[int], patients: list[tuple[User, str]], today: date
    ) -> None:
        self.encode, self.doctors, self.today = encode, doctors, today
        self.users = [user for user, _token in patients]
        self.tokens = [token for _user, token in patients]

    def login(self, password: str = PASSWORD, person: int = 0) -> Any:
        return self._post(
            "auth/login/", {"national_id": self.users[person].national_id, "password": password}
        )

    def slots(self, i: int) -> Any:
        day = self.today + timedelta(days=SLOTS_FROM + i % 4)
        return self.get(f"doctors/{self.doctors[i % len(self.doctors)]}/slots/?date={day}&days=1")

    def directory(self) -> Any:
        return self.get("doctors/?page_size=50")

    def mine(self, person: int = -2) -> Any:
        return self.get("appointments/?when=past", person)

    def book(self, i: int) -> Any:
        """The i-th of all open times: every doctor's first, then every doctor's second, and so on."""
        nth = i // len(self.doctors)
        day = BOOKED_FROM + nth // TIMES_A_DAY
        return self._book(self.doctors[i % len(self.doctors)], day, nth % TIMES_A_DAY, i % len(self.tokens))

    def same_time(self, race: int, turn: int, count: int) -> Iterator[Any]:
        """As many patients, all of whom want one time of one doctor."""
        return iter([self._book(self.doctors[0], RACES_FROM + race, 2 * turn, i) for i in range(count)])

    def same_patient(self, race: int, turn: int, count: int) -> Iterator[Any]:
        """One patient, who wants one time of two doctors at once."""
        return iter(
            [self._book(self.doctors[i % 2], RACES_FROM + race, 2 * turn + 1, 0) for i in range(count)]
        )

    def get(self, path: str, person: int = 0) -> Any:
        return self.encode("GET", f"/api/{path}", headers=self._bearer(person))

    def _book(self, doctor: int, day: int, nth: int, person: int) -> Any:
        body = {
            "doctor": doctor,
            "appointment_date": (self.today + timedelta(days=day)).isoformat(),
            "appointment_time": f"{9 + nth // 2:02}:{nth % 2 * 30:02}",
        }
        return self._post("appointments/", body, self._bearer(person))

    def _post(self, path: str, body: dict[str, Any], headers: dict[str, str] | None = None) -> Any:
        headers = {"Content-Type": "application/json", **(headers or {})}
        return self.encode("POST", f"/api/{path}", headers=headers, body=json.dumps(body))

    def _bearer(self, person: int) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.tokens[person]}"}
