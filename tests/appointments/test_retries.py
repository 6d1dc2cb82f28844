"""Whoever asks again because no answer came has booked once. Threads on real PostgreSQL."""

from collections import Counter

import pytest

from appointments.models import Appointment, KeptAnswer
from tests import factories
from tests.conftest import signed_in
from tests.racing import race

KEYS = 20
TRIES = 8
AT_ONCE = 4  # keys, of which each is tried by as many threads: a database has so many connections
TIMES = [f"{hour:02}:{minute}" for hour in (8, 9, 10, 11, 13) for minute in ("00", "30")]


def tries_of(number, doctor):
    """One patient's request, as that many clients of hers would send it."""
    patient = factories.PatientFactory().user
    day, clock = divmod(number, len(TIMES))
    body = {"doctor": doctor.pk, "appointment_date": f"2026-12-0{day + 1}", "appointment_time": TIMES[clock]}
    key = {"Idempotency-Key": f"request-{number}"}
    clients = [signed_in(patient) for _ in range(TRIES)]
    return [lambda client=client: client.post("/api/appointments/", body, headers=key) for client in clients]


@pytest.mark.django_db(transaction=True)
def test_twenty_requests_of_eight_tries_each_book_twenty_visits(clinic, doctor):
    """Even where a second visit would be over the limit, so that every later try is refused at first."""
    clinic.max_upcoming_per_patient = 1
    clinic.save()
    visits = []

    for first in range(0, KEYS, AT_ONCE):
        answers = race(
            [attempt for number in range(first, first + AT_ONCE) for attempt in tries_of(number, doctor)]
        )
        assert [answer.status_code for answer in answers] == [201] * len(answers)
        visits += [answer.content for answer in answers]

    assert set(Counter(visits).values()) == {TRIES}
    assert len(set(visits)) == Appointment.objects.count() == KeptAnswer.objects.count() == KEYS
