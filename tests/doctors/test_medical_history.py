"""GET /api/patients/{id}/medical-history/ and /api/patients/{id}/readings/"""

from datetime import timedelta

import pytest

from activity.models import Entry
from doctors import medical_history
from doctors.models import HistoryReading, MedicalHistoryVersion
from tests.conftest import MONDAY
from tests.racing import race

VERSIONS = "/api/patients/{}/medical-history/"
READINGS = "/api/patients/{}/readings/"
ONE_HOUR = timedelta(hours=1)


@pytest.fixture
def written(doctor, other_doctor, patient):
    """Two versions; and between them the second doctor has read the first one."""
    medical_history.write(patient=patient, text="Asthma.", by=doctor, now=MONDAY - 3 * ONE_HOUR)
    medical_history.note_reading(patient=patient, reader=other_doctor, now=MONDAY - 2 * ONE_HOUR)
    medical_history.write(patient=patient, text="Asthma, now well.", by=other_doctor, now=MONDAY - ONE_HOUR)
    return list(MedicalHistoryVersion.objects.order_by("pk"))


@pytest.mark.parametrize("who", ["doctor", "patient"])
def test_versions_newest_first(request, client_of, written, doctor, other_doctor, patient, who):
    answer = client_of(request.getfixturevalue(who)).get(VERSIONS.format(patient.pk))
    assert answer.json() == {
        "success": True,
        "message": "",
        "data": [
            {
                "id": written[1].pk,
                "text": "Asthma, now well.",
                "written_by": other_doctor.pk,
                "written_by_name": "Peter Kamau",
                "written_at": "2026-11-30T06:00:00+03:00",
            },
            {
                "id": written[0].pk,
                "text": "Asthma.",
                "written_by": doctor.pk,
                "written_by_name": "Achieng Odhiambo",
                "written_at": "2026-11-30T04:00:00+03:00",
            },
        ],
        "meta": {"page": 1, "page_size": 20, "total": 2},
    }


def test_a_doctor_who_reads_versions_is_noted(client_of, written, doctor, patient):
    before = Entry.objects.count()
    for url in (VERSIONS, VERSIONS, "/api/patients/{}/"):
        client_of(doctor).get(url.format(patient.pk))
    entry = Entry.objects.order_by("pk").last()
    assert Entry.objects.count() == before + 1
    assert (entry.action, entry.target, entry.actor, entry.at) == (
        "medical_history.read",
        f"patient:{patient.pk}",
        doctor.pk,
        MONDAY,
    )


def test_a_refused_page_is_no_reading(client_of, written, doctor, patient):
    before = Entry.objects.count()
    assert client_of(doctor).get(f"{VERSIONS.format(patient.pk)}?page=0").status_code == 400
    assert Entry.objects.count() == before


def test_readings_newest_first(client_of, written, doctor, other_doctor, patient):
    assert client_of(patient).get(READINGS.format(patient.pk)).json() == {
        "success": True,
        "message": "",
        "data": [
            {
                "at": "2026-11-30T06:00:00+03:00",
                "by": other_doctor.pk,
                "by_name": "Peter Kamau",
                "act": "wrote",
            },
            {
                "at": "2026-11-30T05:00:00+03:00",
                "by": other_doctor.pk,
                "by_name": "Peter Kamau",
                "act": "read",
            },
            {
                "at": "2026-11-30T04:00:00+03:00",
                "by": doctor.pk,
                "by_name": "Achieng Odhiambo",
                "act": "wrote",
            },
        ],
        "meta": {"page": 1, "page_size": 20, "total": 3},
    }


def test_the_patients_own_reading_is_not_noted(client_of, written, patient):
    before = Entry.objects.count()
    client_of(patient).get(VERSIONS.format(patient.pk))
    client_of(patient).get(READINGS.format(patient.pk))
    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    "url,who,status",
    [
        (VERSIONS, "admin", 403),
        (VERSIONS, "other_patient", 404),
        (READINGS, "admin", 403),
        (READINGS, "doctor", 403),
        (READINGS, "other_patient", 404),
    ],
)
def test_not_for_others(request, client_of, written, patient, url, who, status):
    before = Entry.objects.count()
    answer = client_of(request.getfixturevalue(who)).get(url.format(patient.pk))
    assert (answer.status_code, answer.json()["data"]) == (status, None)
    assert Entry.objects.count() == before


@pytest.mark.parametrize("url", [VERSIONS, READINGS])
def test_signing_in_first(anonymous, patient, url):
    assert anonymous.get(url.format(patient.pk)).status_code == 401


@pytest.mark.parametrize("url,statements", [(VERSIONS, 5), (READINGS, 5)])
@pytest.mark.parametrize("rows", [1, 3])
def test_the_same_statements_however_many(
    client_of, doctor, patient, django_assert_num_queries, url, statements, rows
):
    for n in range(rows):
        medical_history.write(patient=patient, text=f"Version {n}", by=doctor, now=MONDAY)
    client = client_of(patient)
    with django_assert_num_queries(statements):
        assert len(client.get(url.format(patient.pk)).json()["data"]) == rows


@pytest.mark.django_db(transaction=True)
def test_readings_at_the_same_time_are_one(doctor, patient):
    read = {"patient": patient, "reader": doctor, "now": MONDAY}
    assert race([lambda: medical_history.note_reading(**read)] * 8) == [None] * 8
    assert HistoryReading.objects.count() == Entry.objects.count() == 1
