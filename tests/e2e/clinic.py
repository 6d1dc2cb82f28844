"""What people do before the pages, and what programs do meanwhile."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Self

from playwright.sync_api import APIRequestContext, APIResponse, Locator, Page, expect

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


def sign_in(page: Page, national_id: str, password: str = demo.PASSWORD) -> None:
    page.goto("/sign-in")
    fill_sign_in(page, national_id, password)
    expect(page.get_by_role("button", name="Your account")).to_be_visible()


def fill_sign_in(page: Page, national_id: str, password: str = demo.PASSWORD) -> None:
    page.get_by_label("National ID").fill(national_id)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()


def register(page: Page, newcomer: Newcomer) -> None:
    asked = newcomer.asked()
    tap(page.get_by_role("radio", name="Patient Books visits"))
    page.get_by_label("Full name").fill(newcomer.name)
    page.get_by_label("National ID").fill(newcomer.national_id)
    page.get_by_label("Email").fill(asked["email"])
    page.get_by_label("Phone number").fill(asked["phone_number"])
    page.get_by_label("Date of birth").fill(asked["date_of_birth"])
    page.get_by_label("Gender").select_option("Female")
    page.get_by_label("Password", exact=True).fill(asked["password"])
    page.get_by_role("button", name="Register").click()


def doctors_with_times(page: Page) -> Locator:
    cards = page.get_by_role("list", name="Doctors").get_by_role("link")
    return cards.filter(has_text="Next free")


def times(page: Page) -> Locator:
    """The open times of the chosen day, as radio buttons."""
    return page.locator("section", has=page.get_by_role("heading", name="Times on")).get_by_role("radio")


def choose_last_open_day(page: Page) -> None:
    """Of the three weeks shown; it has times enough whatever the hour of today."""
    days = page.get_by_role("group", name="Choose a day")
    day = days.get_by_role("radio", name=re.compile(r"\d times?$")).last
    tap(day)
    expect(day).to_be_checked()


def choose_last_time(page: Page) -> str:
    """The one that is least likely to pass while the test runs."""
    radio = times(page).last
    tap(radio)
    return radio.input_value()


def tap(radio: Locator) -> None:
    """On the label: the button itself is there for the keyboard and for screen readers."""
    radio.locator("xpath=ancestor::label").click()
