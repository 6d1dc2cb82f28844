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
TWO_STEP = {"on": True, "required": True, "recovery_codes_left": 10}
AUTHENTICATOR = {
    "secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
    "otpauth_url": "otpauth://totp/Mara%20Clinic:858523627"
    "?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Mara%20Clinic",
}
RECOVERY_CODES = [
    "k7m2q-9xw4t",
    "h3bnv-6yqje",
    "2wd8p-mz5rc",
    "uf9tk-4gxs7",
    "rq6ay-e8hcn",
    "7vjm3-bw2zd",
    "x5gsf-p9ktu",
    "d4ye8-nq7rm",
    "tz2hc-3vkwa",
    "9pbx6-ju5fg",
]
MESSAGE: dict[str, Any] = {
    "id": 208,
    "person": 14,
    "person_name": "Ruben Hoppe IV",
    "kind": "visit_reminder",
    "channel": "email",
    "address": "margarita11@example.com",
    "about": "appointment:12",
    "state": "sent",
    "due_at": "2026-11-30T08:00:00+03:00",
    "attempts": 1,
    "last_error": "",
    "created_at": "2026-11-23T17:26:29.745662+03:00",
    "sent_at": "2026-11-30T08:00:03.128190+03:00",
}
DUE_AGAIN = {
    "state": "due",
    "attempts": 0,
    "last_error": "550 5.1.1 No such user",
    "sent_at": None,
}
