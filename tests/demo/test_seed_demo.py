"""`manage.py seed_demo`: what there is in the demo clinic."""

from collections import Counter
from datetime import timedelta

import phonenumbers
import pytest
import time_machine
from django.db import transaction
from django.db.models import Count

from accounts.models import AdminProfile, DoctorProfile, PatientProfile, User
from activity.models import Entry
from appointments import slots
from appointments.models import Appointment
from clinic import demo
from clinic.models import Clinic, ClosedDay
from doctors.models import HistoryReading, MedicalHistoryVersion, TimeOff
from doctors.schedule import pieces_of_day
from doctors.week import week_of, with_week
from tests.demo.seeding import MORNING, seed


@pytest.fixture(scope="module")
def demo_clinic(django_db_setup, django_db_blocker):
    """Opened once for all tests of this file; what a test changes of it is taken back after the test."""
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(MORNING, tick=False):
            told = seed()
        yield told
        transaction.set_rollback(True)


@pytest.fixture
def seeded(demo_clinic, db, clock):
    clock.move_to(MORNING)
    return demo_clinic


def test_it_tells_the_logins_and_shows_how_far_it_is(seeded):
    out, err = seeded
    assert out == f"The demo clinic is ready. Its logins:\n{demo.told()}\n"
    assert err.count("\r") == 7
    assert "100%  done" in err


@pytest.mark.parametrize("role", ["admin", "doctor", "patient"])
def test_each_login_signs_in(seeded, anonymous, role):
    body = {"national_id": demo.LOGINS[role], "password": demo.PASSWORD}
    answer = anonymous.post("/api/auth/login/", body)
    assert answer.status_code == 200
    user = answer.json()["data"]["user"]
    names = {"admin": "Naomi Cherono", "doctor": "Achieng Odhiambo", "patient": "Mercy Wambui"}
    assert (user["role"], user["full_name"]) == (role, names[role])


def test_who_is_there(seeded):
    assert Clinic.objects.current().name == "Mara Clinic"
    assert DoctorProfile.objects.count() == 12
    assert DoctorProfile.objects.values("specialization").distinct().count() == 6
    assert PatientProfile.objects.count() == 60
    assert list(AdminProfile.objects.values_list("seat", flat=True)) == [1]
    waiting = User.objects.filter(state="pending").values_list("role").annotate(Count("pk"))
    assert dict(waiting) == {"patient": 4, "doctor": 2, "admin": 2}
    assert DoctorProfile.objects.filter(availability=False).count() == 1
    assert TimeOff.objects.filter(starts_at__lt=MORNING, ends_at__gt=MORNING).count() == 1
    assert list(ClosedDay.objects.values_list("name", flat=True)) == ["Jamhuri Day", "Christmas Day"]


def test_phone_numbers_are_real_ones(seeded):
    numbers = User.objects.values_list("phone_number", flat=True)
    assert all(phonenumbers.is_valid_number(phonenumbers.parse(f"+{number}")) for number in numbers)


def test_visits_lie_on_the_grids_of_their_doctors(seeded):
    clinic = Clinic.objects.current()
    closed = set(ClosedDay.objects.values_list("date", flat=True))
    for doctor in with_week(DoctorProfile.objects.all()):
        length = timedelta(minutes=doctor.slot_minutes or clinic.slot_minutes)
        for visit in doctor.appointments.all():
            day = clinic.wall(visit.starts_at).date()
            pieces = pieces_of_day(day, week_of(doctor), length, clinic.zone)
            assert (visit.starts_at, visit.ends_at) in [(piece.start, piece.end) for _wall, piece in pieces]
            assert day not in closed
            assert not doctor.time_off.touching(visit.starts_at, visit.ends_at).exists()


def test_the_demo_patient_has_one_visit_ahead_and_several_behind(seeded):
    visits = Appointment.objects.filter(patient__user__national_id=demo.LOGINS["patient"])
    assert visits.filter(status="scheduled", starts_at__gt=MORNING).count() == 1
    past = visits.filter(status="completed")
    assert (past.count(), past.values("doctor").distinct().count()) == (4, 4)


def test_her_today_is_partly_over(seeded):
    today = Appointment.objects.filter(
        doctor__user__national_id=demo.LOGINS["doctor"],
        starts_at__gte=MORNING - timedelta(hours=8),
        starts_at__lt=MORNING + timedelta(hours=12),
    )
    assert today.filter(status="completed").exists()
    assert today.filter(status="scheduled", checked_in_at__isnull=False).exists()
    assert today.filter(status="scheduled", starts_at__gt=MORNING, checked_in_at=None).exists()


def test_medical_histories_have_versions_and_readings(seeded):
    written = PatientProfile.objects.exclude(medical_history="")
    assert written.count() >= 10
    for patient in written:
        versions = list(patient.history_versions.order_by("pk"))
        assert versions[-1].text == patient.medical_history
        assert versions == sorted(versions, key=lambda version: version.written_at)
    assert HistoryReading.objects.count() == MedicalHistoryVersion.objects.count()
    assert Entry.objects.filter(action="medical_history.written").count() == HistoryReading.objects.count()


def test_the_log_tells_the_life_of_each_visit(seeded):
    entries = Entry.objects.order_by("pk")
    assert list(entries.values_list("at")) == sorted(entries.values_list("at"))
    assert max(entries.values_list("at", flat=True)) <= MORNING
    acts = Counter(entries.values_list("action", flat=True))
    statuses = Counter(Appointment.objects.values_list("status", flat=True))
    assert acts["appointment.booked"] == sum(statuses.values())
    for status in ("completed", "cancelled", "no_show"):
        assert acts[f"appointment.{status}"] == statuses[status]
    assert acts["appointment.rescheduled"] > 0
    assert acts["user.activated"] == 73


def test_a_history_reads_well(seeded, client_of):
    moved = Entry.objects.filter(action="appointment.rescheduled").first()
    admin = User.objects.get(national_id=demo.LOGINS["admin"])
    number = moved.target.removeprefix("appointment:")
    visit = client_of(admin).get(f"/api/appointments/{number}/").json()["data"]
    assert [act["act"] for act in visit["history"]][:2] == ["booked", "rescheduled"]
    assert visit["history"][1]["from"] == visit["history"][0]["to"]
    assert visit["history"][1]["to"] == {
        "date": visit["appointment_date"],
        "time": visit["appointment_time"][:5],
    }


def test_there_is_still_something_to_book(seeded):
    clinic, rules = slots.rules_at(MORNING)
    doctors = list(with_week(DoctorProfile.objects.all()))
    open_times = slots.next_open(doctors, clinic, rules)
    assert sum(found is None for found in open_times.values()) == 1  # the one who is unavailable
