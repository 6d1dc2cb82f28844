"""Bodies for the OpenAPI schema to show."""

from __future__ import annotations

from typing import Any

from accounts import examples

CLINIC: dict[str, Any] = {
    "name": "Mara Clinic",
    "phone_number": "254202345678",
    "email": "desk@mara.example.org",
    "address": "Moi Avenue 12, Nairobi",
    "country": "KE",
    "time_zone": "Africa/Nairobi",
    "languages": [{"code": "en", "name": "English"}, {"code": "sw", "name": "Kiswahili"}],
    "show_pictures": True,
    "slot_minutes": 30,
    "booking_horizon_days": 60,
    "minimum_notice_minutes": 0,
    "cancellation_notice_minutes": 0,
    "max_upcoming_per_patient": 5,
    "reminder_hours_before": 24,
    "two_step_required_for": ["admin"],
    "opening_weekdays": [1, 2, 3, 4, 5, 6],
    "today": "2026-12-01",
}
PATIENT = examples.USER
PATIENT_PAGE = {
    **PATIENT,
    "patient_profile": {**PATIENT["patient_profile"], "medical_history": "Penicillin allergy."},
}
VERSION = {
    "id": 3,
    "text": "Penicillin allergy.",
    "written_by": 2,
    "written_by_name": "Achieng Odhiambo",
    "written_at": "2026-11-23T17:26:29.745662+03:00",
}
READING = {
    "at": "2026-11-23T17:26:29.745662+03:00",
    "by": 2,
    "by_name": "Achieng Odhiambo",
    "act": "wrote",
}
