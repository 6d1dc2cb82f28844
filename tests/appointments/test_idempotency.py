"""The Idempotency-Key of POST /api/appointments/"""

from datetime import timedelta

import pytest

from appointments.models import Appointment, KeptAnswer

URL = "/api/appointments/"
SAVEPOINT = 2  # the test is a transaction itself, so that the booking's own begins and ends with a statement
KEY = {"Idempotency-Key": "a-key-of-mine"}


@pytest.fixture
def body(doctor):
    return {"doctor": doctor.pk, "appointment_date": "2026-12-01", "appointment_time": "09:30"}


def test_a_repeat_answers_as_the_first_did(client_of, patient, body):
    client = client_of(patient)
    first = client.post(URL, body, headers=KEY)
    client.post(f"{URL}{first.json()['data']['id']}/cancel/")
    again = client.post(URL, body, headers=KEY)
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    assert Appointment.objects.count() == 1


def test_another_body_is_a_mismatch_whatever_is_in_it(client_of, patient, body):
    client = client_of(patient)
    client.post(URL, body, headers=KEY)
    for other in ({**body, "appointment_time": "10:00"}, {"nonsense": True}):
        answer = client.post(URL, other, headers=KEY)
        assert (answer.status_code, answer.json()["code"]) == (422, "idempotency_mismatch")
    assert Appointment.objects.count() == 1


def test_a_key_belongs_to_its_user(client_of, patient, other_patient, body):
    client_of(patient).post(URL, body, headers=KEY)
    answer = client_of(other_patient).post(URL, {**body, "appointment_time": "10:00"}, headers=KEY)
    assert answer.status_code == 201


def test_a_refusal_may_be_tried_again(client_of, patient, doctor, body):
    client = client_of(patient)
    doctor.doctor_profile.availability = False
    doctor.doctor_profile.save()
    assert client.post(URL, body, headers=KEY).status_code == 409
    doctor.doctor_profile.availability = True
    doctor.doctor_profile.save()
    assert client.post(URL, body, headers=KEY).status_code == 201


def test_a_key_lasts_a_day(client_of, clock, patient, body):
    client_of(patient).post(URL, body, headers=KEY)
    clock.shift(timedelta(hours=24))
    answer = client_of(patient).post(URL, {**body, "appointment_date": "2026-12-02"}, headers=KEY)
    assert answer.status_code == 201
    assert KeptAnswer.objects.count() == 1


@pytest.mark.parametrize("key", ["short", "x" * 65, "with-ünicode"])
def test_keys_that_are_none(client_of, patient, body, key):
    answer = client_of(patient).post(URL, body, headers={"Idempotency-Key": key})
    assert (answer.status_code, list(answer.json()["data"])) == (400, ["Idempotency-Key"])
    assert not Appointment.objects.exists()


def test_the_key_costs_one_look_and_one_row(client_of, patient, body, django_assert_num_queries):
    client = client_of(patient)
    with django_assert_num_queries(13 + SAVEPOINT):
        client.post(URL, body, headers=KEY)
