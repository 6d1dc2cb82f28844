"""Nobody is ever booked twice, whoever comes at the same time. Threads on real PostgreSQL."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from django.db import connection, transaction
from django.utils import timezone

from accounts.models import PatientProfile, User
from appointments import absence, booking, slots, visits
from appointments.models import Appointment
from clinic.errors import Refused
from doctors import practice
from doctors.locks import lock_doctors
from tests import factories
from tests.conftest import signed_in
from tests.racing import race

pytestmark = pytest.mark.django_db(transaction=True)
TUESDAY = date(2026, 12, 1)
NINE = time(9, 0)
START = datetime(2026, 12, 1, 6, 0, tzinfo=UTC)


def codes(results) -> Counter:
    unexpected = [
        result for result in results if isinstance(result, Exception) and not isinstance(result, Refused)
    ]
    assert unexpected == []
    return Counter(result.code if isinstance(result, Refused) else "done" for result in results)


def booker(doctor, patient, clock=NINE, day=TUESDAY):
    return lambda: booking.book(
        doctor_id=doctor.pk, patient_id=patient.pk, day=day, clock=clock, by=patient, now=timezone.now()
    )


def patients(count):
    return [profile.user for profile in factories.PatientFactory.create_batch(count)]


def test_forty_want_one_time(doctor):
    results = race([booker(doctor, patient) for patient in patients(40)])
    assert codes(results) == {"done": 1, "time_taken": 39}
    assert Appointment.objects.count() == 1


def test_forty_want_one_time_by_http(doctor):
    body = {"doctor": doctor.pk, "appointment_date": "2026-12-01", "appointment_time": "09:00"}
    clients = [signed_in(patient) for patient in patients(40)]
    answers = race([lambda client=client: client.post("/api/appointments/", body) for client in clients])
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: 39}
    assert {answer.json()["code"] for answer in answers if answer.status_code == 409} == {"time_taken"}


@pytest.fixture
def without_lock_and_constraint(monkeypatch, transactional_db):
    """The house with its guards taken away: whoever finds the time free, writes."""

    def only_read(doctor_id, patient_id):
        doctor = booking.doctor_with_week(doctor_id)
        doctor.user = User.objects.get(pk=doctor_id)
        return doctor, PatientProfile.objects.select_related("user").get(pk=patient_id)

    monkeypatch.setattr(booking, "_lock", only_read)
    monkeypatch.setattr(booking, "_refuse_what_is_taken", lambda *_: None)
    guard = next(c for c in Appointment._meta.constraints if c.name == "appointment_doctor_is_free")
    with connection.schema_editor() as editor:
        editor.remove_constraint(Appointment, guard)
    yield
    Appointment.objects.all().delete()
    with connection.schema_editor() as editor:
        editor.add_constraint(Appointment, guard)


def test_the_control_without_guards_books_twice(doctor, without_lock_and_constraint):
    """The race above proves something only if it is lost when the guards are gone."""
    rounds = [patients(20) for _ in range(5)]
    booked = []
    for number, people in enumerate(rounds):
        clock = time(9 + number % 3, 30 * (number // 3))
        results = race([booker(doctor, patient, clock) for patient in people])
        booked.append(codes(results)["done"])
    assert max(booked) > 1


def test_overlapping_times_of_different_lengths(doctor):
    """The length of a visit changes under the racers' feet: whatever they find, nothing overlaps."""

    def shorter():
        return practice.change(doctor=doctor.doctor_profile, by=doctor, now=timezone.now(), slot_minutes=20)

    people = patients(12)
    clocks = [time(9, 0), time(9, 20), time(9, 30), time(9, 40)] * 3
    race([booker(doctor, person, clock) for person, clock in zip(people, clocks, strict=True)] + [shorter])
    spans = sorted(Appointment.objects.values_list("starts_at", "ends_at"))
    assert spans
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_two_doctors_one_patient(doctor, other_doctor, patient):
    results = race([booker(who, patient) for who in (doctor, other_doctor) * 10])
    assert codes(results)["done"] == 1
    assert Appointment.objects.count() == 1


def test_a_refusal_waits_for_nobody(doctor, other_doctor, patient, other_patient):
    """Whoever wants what cannot be is told so while others hold the rows, and does not hold them himself."""
    booker(doctor, patient)()
    with transaction.atomic():
        lock_doctors(doctor.pk, other_doctor.pk)
        results = race([booker(doctor, other_patient), booker(other_doctor, patient)])
    assert codes(results) == {"time_taken": 1, "patient_busy": 1}


def test_the_limit_of_upcoming_visits_holds(clinic, doctor, patient):
    clinic.max_upcoming_per_patient = 3
    clinic.save()
    times = [time(hour, minute) for hour in (8, 9, 10, 11) for minute in (0, 30)]
    assert codes(race([booker(doctor, patient, clock) for clock in times])) == {
        "done": 3,
        "too_many_upcoming": 5,
    }


def test_cancel_reschedule_and_complete_have_one_winner(doctor, patient, clock):
    for _ in range(5):
        clock.move_to(START - timedelta(hours=1))
        visit = factories.VisitFactory(
            doctor=doctor.doctor_profile, patient=patient.patient_profile, starts_at=START
        )
        now, started = START - timedelta(minutes=1), START + timedelta(minutes=1)
        results = race(
            [
                lambda v=visit, t=now: visits.cancel(visit=v, by=patient, now=t),
                lambda v=visit, t=started: visits.complete(visit=v, by=doctor, now=t),
                lambda v=visit, t=started: visits.mark_no_show(visit=v, by=doctor, now=t),
            ]
        )
        assert codes(results) == {"done": 1, "wrong_status": 2}
        Appointment.objects.all().delete()


def test_a_swap_loses_neither_visit(doctor, other_doctor):
    first, second = patients(2)
    one = factories.VisitFactory(doctor=doctor.doctor_profile, patient=first.patient_profile, starts_at=START)
    two = factories.VisitFactory(
        doctor=other_doctor.doctor_profile, patient=second.patient_profile, starts_at=START
    )
    for _ in range(5):
        results = race(
            [
                lambda: booking.reschedule(
                    visit=one,
                    day=TUESDAY,
                    clock=NINE,
                    doctor_id=other_doctor.pk,
                    by=first,
                    now=timezone.now(),
                ),
                lambda: booking.reschedule(
                    visit=two, day=TUESDAY, clock=NINE, doctor_id=doctor.pk, by=second, now=timezone.now()
                ),
            ]
        )
        assert codes(results) == {"time_taken": 2}
    assert Appointment.objects.scheduled().count() == 2


def test_nothing_is_booked_after_the_switch_is_off(doctor):
    def switch_off():
        practice.change(doctor=doctor.doctor_profile, by=doctor, now=timezone.now(), availability=False)
        return Appointment.objects.count()

    times = [time(hour, minute) for hour in (8, 9, 10, 11, 13, 14, 15, 16) for minute in (0, 30)]
    people = patients(len(times))
    bookers = [booker(doctor, person, clock) for person, clock in zip(people, times, strict=True)]
    *results, booked_at_the_answer = race([*bookers, switch_off])
    assert codes(results)["done"] == booked_at_the_answer == Appointment.objects.count()


def test_time_off_and_bookings_never_both_have_the_time(doctor, admin):
    span = slots.Interval(START, START + timedelta(hours=1))

    def leave():
        return absence.take_time_off(
            doctor=doctor.doctor_profile,
            span=span,
            reason="",
            cancel_appointments=True,
            by=admin,
            now=timezone.now(),
        )

    race([*(booker(doctor, patient) for patient in patients(10)), leave])
    assert not Appointment.objects.scheduled().touching(span).exists()


def test_a_deactivated_doctor_keeps_nothing_ahead(doctor, admin):
    def close():
        return absence.deactivate(user=doctor, cancel_appointments=True, by=admin, now=timezone.now())

    times = [time(8, 0), time(8, 30), time(9, 0), time(9, 30), time(10, 0)]
    people = patients(5)
    *results, _closed = race(
        [*(booker(doctor, p, clock) for p, clock in zip(people, times, strict=True)), close]
    )
    assert set(codes(results)) <= {"done", "invalid"}
    assert not Appointment.objects.scheduled().exists()
