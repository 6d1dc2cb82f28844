"""Bodies for the OpenAPI schema to show."""

from __future__ import annotations

from typing import Any

VISIT: dict[str, Any] = {
    "id": 1,
    "appointment_date": "2026-12-01",
    "appointment_time": "08:00:00",
    "status": "scheduled",
    "created_at": "2026-11-23T17:26:29.745662+03:00",
    "patient": 14,
    "doctor": 2,
    "starts_at": "2026-12-01T08:00:00+03:00",
    "ends_at": "2026-12-01T08:30:00+03:00",
    "patient_name": "Ruben Hoppe IV",
    "doctor_name": "Achieng Odhiambo",
    "specialization": "General practice",
    "reason": "Cough",
    "checked_in_at": None,
    "cancelled_by": None,
    "cancel_reason": "",
    "can": ["cancel", "reschedule"],
}
VISIT_PAGE = {
    **VISIT,
    "history": [
        {
            "at": "2026-11-23T17:26:29.745662+03:00",
            "by": 14,
            "by_name": "Ruben Hoppe IV",
            "act": "booked",
            "from": None,
            "to": {"date": "2026-12-01", "time": "08:00"},
        }
    ],
}
CANCELLED = {
    **VISIT,
    "status": "cancelled",
    "cancelled_by": {"id": 14, "role": "patient"},
    "cancel_reason": "I have to travel.",
    "can": [],
}
MOVED = {
    **VISIT,
    "appointment_date": "2026-12-02",
    "appointment_time": "09:30:00",
    "starts_at": "2026-12-02T09:30:00+03:00",
    "ends_at": "2026-12-02T10:00:00+03:00",
}
CHECKED_IN = {**VISIT, "checked_in_at": "2026-12-01T07:52:10.118290+03:00", "can": ["complete", "no-show"]}
COMPLETED = {**CHECKED_IN, "status": "completed", "can": []}
NO_SHOW = {**VISIT, "status": "no_show", "can": []}
DOCTOR = {
    "id": 2,
    "full_name": "Achieng Odhiambo",
    "profile_pic": "",
    "specialization": "General practice",
    "availability": True,
    "slot_minutes": None,
    "next_open": {"date": "2026-12-01", "time": "08:30"},
}
SPECIALIZATION = {"name": "General practice", "doctors": 3}
OPEN_DAY = {"date": "2026-12-01", "times": ["08:00", "08:30"], "why_none": None, "closed_name": None}
SHUT_DAY = {"date": "2026-12-12", "times": [], "why_none": "closed", "closed_name": "Jamhuri Day"}
HOURS = {"weekday": 1, "opens": "08:00", "closes": "12:30"}
TIME_OFF = {
    "id": 5,
    "starts_at": "2026-12-14T08:00:00+03:00",
    "ends_at": "2026-12-14T17:00:00+03:00",
    "reason": "A wedding",
}
CLOSED_DAY = {"id": 3, "date": "2026-12-12", "name": "Jamhuri Day"}
