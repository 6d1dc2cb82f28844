"""GET and PATCH /api/patients/{id}/"""

from datetime import timedelta

import pytest

from accounts.models import PatientProfile
from activity.models import Entry
from doctors.models import HistoryReading, MedicalHistoryVersion
from tests import factories
from tests.conftest import MONDAY

URL = "/api/patients/{}/"
TEXT = "Penicillin allergy.\n\tSince 2014."


@pytest.fixture
def ill(patient):
    PatientProfile.objects.filter(pk=patient.pk).update(medical_history="Asthma.")
    return patient


def logged():
    return list(Entry.objects.order_by("pk").values_list("action", "target", "actor", "details"))


def unchanged(patient):
    profile = PatientProfile.objects.get(pk=patient.pk)
    return (profile.medical_history, logged(), list(MedicalHistoryVersion.objects.all())) == (
        "Asthma.",
        [],
        [],
    )


def test_to_a_doctor(client_of, doctor, ill):
    assert client_of(doctor).get(URL.format(ill.pk)).json() == {
        "success": True,
        "message": "",
        "data": {
            "id": ill.pk,
            "email": ill.email,
            "full_name": "Mercy Wambui",
            "national_id": ill.national_id,
            "phone_number": ill.phone_number,
            "role": "patient",
            "profile_pic": "",
            "language": "en",
            "is_active": True,
            "doctor_profile": None,
            "patient_profile": {
                "user": ill.pk,
                "age": 36,
                "date_of_birth": "1990-05-17",
                "gender": "female",
                "medical_history": "Asthma.",
            },
        },
    }


def test_to_an_admin_without_the_history(client_of, admin, ill):
    shown = client_of(admin).get(URL.format(ill.pk)).json()["data"]["patient_profile"]
    assert shown == {"user": ill.pk, "age": 36, "date_of_birth": "1990-05-17", "gender": "female"}
    assert logged() == []


def test_to_the_patient_himself_unlogged(client_of, ill):
    shown = client_of(ill).get(URL.format(ill.pk)).json()["data"]
    assert shown["patient_profile"]["medical_history"] == "Asthma."
    assert logged() == []


def test_a_doctors_reading_is_noted_once_an_hour(client_of, clock, doctor, other_doctor, ill):
    read = ("medical_history.read", f"patient:{ill.pk}")
    client = client_of(doctor)
    for minutes in (0, 59, 1):
        client.get(URL.format(ill.pk))
        clock.shift(timedelta(minutes=minutes))
    client_of(other_doctor).get(URL.format(ill.pk))
    assert logged() == [
        (*read, doctor.pk, {}),
        (*read, other_doctor.pk, {}),
    ]
    client_of(doctor).get(URL.format(ill.pk))
    assert logged()[2:] == [(*read, doctor.pk, {})]
    assert list(HistoryReading.objects.order_by("pk").values_list("reader", "hour")) == [
        (doctor.pk, MONDAY),
        (other_doctor.pk, MONDAY + timedelta(hours=1)),
        (doctor.pk, MONDAY + timedelta(hours=1)),
    ]


def test_another_patient_does_not_exist(client_of, ill, other_patient):
    unseen = client_of(other_patient).get(URL.format(ill.pk))
    absent = client_of(other_patient).get(URL.format(10**15))
    assert unseen.status_code == absent.status_code == 404
    assert unseen.content == absent.content


@pytest.mark.parametrize("who", ["doctor", "admin"])
def test_nobody_but_patients_is_there(request, client_of, other_doctor, who):
    waiting = factories.RegistrationFactory().user
    client = client_of(request.getfixturevalue(who))
    for stranger in (other_doctor.pk, waiting.pk, 10**15):
        assert client.get(URL.format(stranger)).status_code == 404


def test_writing_keeps_each_version(client_of, clock, doctor, other_doctor, patient):
    first = client_of(doctor).patch(URL.format(patient.pk), {"medical_history": "Asthma."})
    clock.shift(timedelta(hours=2))
    second = client_of(other_doctor).patch(URL.format(patient.pk), {"medical_history": TEXT})
    assert (first.status_code, second.status_code) == (200, 200)
    assert second.json()["data"]["patient_profile"]["medical_history"] == TEXT
    assert PatientProfile.objects.get(pk=patient.pk).medical_history == TEXT
    versions = MedicalHistoryVersion.objects.order_by("pk")
    assert list(versions.values_list("text", "written_by", "written_at")) == [
        ("Asthma.", doctor.pk, MONDAY),
        (TEXT, other_doctor.pk, MONDAY + timedelta(hours=2)),
    ]
    assert logged() == [
        ("medical_history.written", f"patient:{patient.pk}", doctor.pk, {"version": versions[0].pk}),
        ("medical_history.written", f"patient:{patient.pk}", other_doctor.pk, {"version": versions[1].pk}),
    ]


def test_it_may_be_emptied(client_of, doctor, ill):
    answer = client_of(doctor).patch(URL.format(ill.pk), {"medical_history": ""})
    assert answer.json()["data"]["patient_profile"]["medical_history"] == ""
    assert list(MedicalHistoryVersion.objects.values_list("text", flat=True)) == [""]


def test_the_same_text_again_changes_nothing(client_of, doctor, ill):
    assert client_of(doctor).patch(URL.format(ill.pk), {"medical_history": "Asthma."}).status_code == 200
    assert unchanged(ill)


def test_twenty_thousand_characters(client_of, doctor, ill):
    client = client_of(doctor)
    longest = "é" * 20_000
    assert client.patch(URL.format(ill.pk), {"medical_history": longest}).status_code == 200
    assert PatientProfile.objects.get(pk=ill.pk).medical_history == longest


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        {"medical_history": None},
        {"medical_history": 5},
        {"medical_history": "a\x00"},
        {"medical_history": "\u202eabc"},
        {"medical_history": "a" * 20_001},
    ],
)
def test_what_cannot_be_written_is_refused(client_of, doctor, ill, body):
    answer = client_of(doctor).patch(URL.format(ill.pk), body)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
    assert unchanged(ill)


@pytest.mark.parametrize("who", ["admin", "patient"])
@pytest.mark.parametrize("is_there", [True, False])
def test_only_doctors_write(request, client_of, ill, who, is_there):
    client = client_of(request.getfixturevalue(who))
    answer = client.patch(URL.format(ill.pk if is_there else 10**15), {"medical_history": "Well."})
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert unchanged(ill)


def test_who_is_not_there_is_not_there_whatever_was_sent(client_of, doctor):
    answer = client_of(doctor).patch(URL.format(10**15), "{", content_type="text/plain")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


def test_signing_in_first(anonymous, ill):
    assert anonymous.get(URL.format(ill.pk)).status_code == 401
    assert anonymous.patch(URL.format(ill.pk), {"medical_history": "Well."}).status_code == 401
    assert unchanged(ill)
