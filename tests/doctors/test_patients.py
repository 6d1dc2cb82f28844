"""GET /api/patients/"""

import pytest

from activity.models import Entry
from doctors.models import HistoryReading
from tests import factories

URL = "/api/patients/"


@pytest.fixture
def three(patient, other_patient):
    """Two who are active, and one who no longer is."""
    left = factories.PatientFactory(user__full_name="Aisha Said", user__state="deactivated").user
    return [patient, other_patient, left]


def names(answer):
    return [row["full_name"] for row in answer.json()["data"]]


@pytest.mark.parametrize("who", ["doctor", "admin"])
def test_the_active_patients_by_name(request, client_of, three, who):
    answer = client_of(request.getfixturevalue(who)).get(URL).json()
    brian = three[1]
    assert answer["meta"] == {"page": 1, "page_size": 20, "total": 2}
    assert [row["full_name"] for row in answer["data"]] == ["Brian Kiptoo", "Mercy Wambui"]
    assert answer["data"][0] == {
        "id": brian.pk,
        "email": brian.email,
        "full_name": "Brian Kiptoo",
        "national_id": brian.national_id,
        "phone_number": brian.phone_number,
        "role": "patient",
        "profile_pic": "",
        "language": "en",
        "is_active": True,
        "doctor_profile": None,
        "patient_profile": {"user": brian.pk, "age": 36, "date_of_birth": "1990-05-17", "gender": "female"},
    }


def test_the_same_name_by_id(client_of, doctor):
    twins = [factories.PatientFactory(user__full_name="Mercy Wambui").user for _ in range(3)]
    rows = client_of(doctor).get(URL).json()["data"]
    assert [row["id"] for row in rows] == [twin.pk for twin in twins]


@pytest.mark.parametrize(
    "search,expected",
    [
        ("mercy", ["Mercy Wambui"]),
        ("  WAMBUI ", ["Mercy Wambui"]),
        ("kip", ["Brian Kiptoo"]),
        ("4455-66", ["Mercy Wambui"]),
        ("mercy@mara.example", ["Mercy Wambui"]),
        ("0722 111 222", ["Mercy Wambui"]),
        ("aisha", []),
        ("%", []),
        ("_", []),
        ("", ["Brian Kiptoo", "Mercy Wambui"]),
    ],
)
def test_search(client_of, doctor, three, search, expected):
    mercy = three[0]
    mercy.national_id, mercy.email, mercy.phone_number = "445566", "mercy@mara.example", "254722111222"
    mercy.save()
    assert names(client_of(doctor).get(URL, {"search": search})) == expected


@pytest.mark.parametrize("search", ["a" * 101, "a\x00"])
def test_a_malformed_search_is_refused(client_of, doctor, search):
    answer = client_of(doctor).get(URL, {"search": search})
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid")
    assert list(answer.json()["data"]) == ["search"]


def test_the_list_is_no_reading_of_histories(client_of, doctor, patient):
    client_of(doctor).get(URL)
    assert not HistoryReading.objects.exists()
    assert not Entry.objects.exists()


def test_not_for_patients(client_of, patient):
    answer = client_of(patient).get(URL)
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


def test_signing_in_first(anonymous, clinic):
    answer = anonymous.get(URL)
    assert (answer.status_code, answer.json()["code"]) == (401, "not_authenticated")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_same_statements_however_many(client_of, doctor, django_assert_num_queries, rows):
    factories.PatientFactory.create_batch(rows)
    client = client_of(doctor)
    with django_assert_num_queries(4):
        assert len(client.get(URL).json()["data"]) == rows
