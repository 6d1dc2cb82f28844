"""How to recognise, in a line of a log, what people have told the clinic."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import psycopg

# The factories' values, the cast's names, what is written of their health, and how every address, phone
# number and token looks.
CANARY = re.compile(
    r"canary|kanari|cherono|odhiambo|kamau|wambui|kiptoo|penicillin|asthma|not-the-password"
    r"|[\w.+-]+@[\w-]+\.\w|\b2547\d{8}\b|\b07\d{8}\b|\beyJ[\w-]{8}",
    re.IGNORECASE,
)
LONG_ENOUGH = 8  # shorter words occur by chance
PERSONAL = """
SELECT unnest(ARRAY[national_id, email, phone_number, full_name, password]) FROM accounts_user
UNION SELECT unnest(ARRAY[reason, cancel_reason]) FROM appointments_appointment
UNION SELECT text FROM doctors_medicalhistoryversion
"""


def personal_values(database_url: str) -> set[str]:
    """What is known of the people of a clinic."""
    with psycopg.connect(database_url) as connection:
        found = {value for (value,) in connection.execute(PERSONAL)}
    return {value for value in found if value and len(value) >= LONG_ENOUGH}


def require_discreet(logs: Iterable[Path], values: Iterable[str] = ()) -> None:
    """No line of these files quotes a person."""
    wanted = tuple(values)
    told = [f"{log.name}: {line}" for log in logs for line in leaks(log.read_text(errors="replace"), wanted)]
    assert not told, "\n".join(["A log quotes a person:", *told[:20]])


def leaks(log: str, values: Iterable[str] = ()) -> list[str]:
    """The lines that hold a canary, or one of these values."""
    wanted = tuple(values)
    return [
        line for line in log.splitlines() if CANARY.search(line) or any(value in line for value in wanted)
    ]
