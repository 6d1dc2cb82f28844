"""Bodies for the OpenAPI schema to show."""

from __future__ import annotations

from typing import Any

REGISTRATION = {
    "national_id": "858523627",
    "email": "margarita11@example.com",
    "phone_number": "0712 345 678",
    "full_name": "Ruben Hoppe IV",
    "password": "a-long-enough-secret",
}
USER: dict[str, Any] = {
    "id": 14,
    "email": "margarita11@example.com",
    "full_name": "Ruben Hoppe IV",
    "national_id": "858523627",
    "phone_number": "254712345678",
    "role": "patient",
    "profile_pic": "",
    "language": "en",
    "is_active": True,
    "doctor_profile": None,
    "patient_profile": {"user": 14, "age": 24, "date_of_birth": "2002-03-09", "gender": "female"},
}
NEWCOMER = {**USER, "is_active": False, "patient_profile": None}
ONESELF = {**USER, "patient_profile": {**USER["patient_profile"], "medical_history": ""}}
ROW = {**USER, "state": "active", "created_at": "2026-11-23T17:26:29.745662+03:00"}
PAGE = {
    **ROW,
    "registration": {
        "date_of_birth": "2002-03-09",
        "gender": "female",
        "specialization": "",
        "license_number": "",
        "reject_reason": "",
    },
}
SESSION = {
    "id": 51,
    "device": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "address": "192.0.2.7",
    "created_at": "2026-11-23T17:26:29.745662+03:00",
    "last_seen": "2026-11-23T17:26:29.745662+03:00",
    "current": True,
}
PAIR = {"access": "eyJhbGciOiJIUzI1NiIs…", "refresh": "eyJhbGciOiJIUzI1NiIs…"}
