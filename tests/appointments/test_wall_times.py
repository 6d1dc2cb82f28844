"""Booking at a time on the wall that the clinic's zone skips, or has twice."""

from datetime import time

import pytest

from clinic.models import Clinic
from tests import factories
from tests.tables import everything_kept
from tests.test_envelope import refused


@pytest.fixture
def on_sundays_at_night_in_berlin(cast) -> None:
    Clinic.objects.update(time_zone="Europe/Berlin", booking_horizon_days=730)
    factories.HoursFactory(doctor_id=cast.ids["doctor"], weekday=7, opens=time(1), closes=time(5))


def test_a_wall_time_that_the_zone_skips(cast, on_sundays_at_night_in_berlin):
    before = everything_kept()
    body = {**cast.bodies["POST", "appointments/"], "appointment_date": "2027-03-28"}

    for clock in ("02:00", "02:30"):
        response = cast.clients["patient"].post("/api/appointments/", {**body, "appointment_time": clock})
        assert refused(response) == (400, "outside_open_times")

    assert everything_kept() == before


def test_a_wall_time_that_the_zone_repeats_means_the_first(cast, on_sundays_at_night_in_berlin):
    body = {**cast.bodies["POST", "appointments/"], "appointment_date": "2027-10-31"}

    response = cast.clients["patient"].post("/api/appointments/", {**body, "appointment_time": "02:30"})

    assert response.status_code == 201
    assert response.json()["data"]["starts_at"] == "2027-10-31T02:30:00+02:00"
