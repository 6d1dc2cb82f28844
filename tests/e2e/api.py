"""What programs do while people look at the pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any, Self

from playwright.sync_api import APIRequestContext, APIResponse

from clinic import demo

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody whom the clinic does not know yet."""

    name: str
    role: str = "patient"
    number: int = field(default_factory=lambda: next(_numbers))

    @property
    def national_id(self) -> str:
        return f"4{self.number:07d}"

    def asked(self) -> dict[str, str]:
        return {
            "national_id": self.national_id,
            "email": f"newcomer{self.number}@example.com",
            "phone_number": f"07110{self.number:05d}",
            "full_name": self.name,
            "password": demo.PASSWORD,
            "role": self.role,
            **self.asked_of_role(),
        }

    def asked_of_role(self) -> dict[str, str]:
        if self.role == "doctor":
            return {"specialization": "Dermatology", "license_number": f"KMPDC-9{self.number:04d}"}
        return {"date_of_birth": "1994-03-09", "gender": "female"}


@dataclass(frozen=True, slots=True)
class Api:
    """The API as one person's program uses it."""

    request: APIRequestContext
    token: str
    user: dict[str, Any]

    @classmethod
    def signed_in(cls, request: APIRequestContext, national_id: str, password: str) -> Self:
        asked = {"national_id": national_id, "password": password}
        data = _data(request.post("/api/auth/login/", data=asked))
        return cls(request, data["access"], data["user"])

    def get(self, path: str) -> Any:
        return _data(self.request.get(f"/api/{path}", headers=self._headers()))

    def post(self, path: str, **body: Any) -> Any:
        return _data(self.request.post(f"/api/{path}", data=body, headers=self._headers()))

    def let_in(self, newcomer: Newcomer) -> dict[str, Any]:
        """Activate whoever registered."""
        (user,) = self.get(f"users/?state=pending&search={newcomer.national_id}")
        return self.post(f"users/{user['id']}/activate/")

    def add_patient(self, name: str) -> Newcomer:
        return self.add(Newcomer(name))

    def add(self, newcomer: Newcomer) -> Newcomer:
        """Somebody who has registered and been let in."""
        self.let_in(self.register(newcomer))
        return newcomer

    def register(self, newcomer: Newcomer) -> Newcomer:
        _data(self.request.post("/api/auth/register/", data=newcomer.asked()))
        return newcomer

    def open_doctor(self) -> dict[str, Any]:
        """A doctor with an open time."""
        return next(doctor for doctor in self.get("doctors/?availability=true") if doctor["next_open"])

    def book(self, doctor: int, date: str, time: str, **more: Any) -> dict[str, Any]:
        return self.post("appointments/", doctor=doctor, appointment_date=date, appointment_time=time, **more)

    def end_other_sessions(self) -> None:
        for session in self.get("auth/sessions/"):
            if not session["current"]:
                path = f"/api/auth/sessions/{session['id']}/"
                _data(self.request.delete(path, headers=self._headers()))

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


def _data(response: APIResponse) -> Any:
    body = response.json()
    assert body["success"], body
    return body["data"]
