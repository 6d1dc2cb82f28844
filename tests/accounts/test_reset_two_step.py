"""manage.py reset_two_step"""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Authenticator, RecoveryCode, Session, User
from activity.models import Entry
from tests import factories
from tests.accounts.cast import kept_of_two_step, logged


def reset(national_id):
    said = StringIO()
    call_command("reset_two_step", f"--national-id={national_id}", stdout=said)
    return said.getvalue()


def test_it_is_off_and_the_person_is_signed_out_everywhere(client_of, patient):
    client = client_of(factories.two_step_on(patient))
    RecoveryCode.objects.create(user=patient, hashed="x")
    typed = f"{patient.national_id[:4]} {patient.national_id[4:]}"
    assert reset(typed) == "Mercy Wambui signs in with the password alone now.\n"
    assert User.objects.get(pk=patient.pk).two_step_since is None
    assert not Authenticator.objects.exists()
    assert not RecoveryCode.objects.exists()
    assert not Session.objects.filter(ended_at=None).exists()
    assert client.get("/api/auth/me/").status_code == 401
    assert logged() == [("two_step.reset", f"user:{patient.pk}", None)]


def test_of_several_with_one_id_it_is_the_one_not_rejected(patient):
    factories.two_step_on(patient)
    factories.two_step_on(factories.UserFactory(national_id=patient.national_id, state="rejected"))
    reset(patient.national_id)
    assert [user.pk for user in User.objects.filter(two_step_since=None)] == [patient.pk]


def test_where_there_is_nobody(patient):
    factories.two_step_on(patient)
    before = kept_of_two_step()
    with pytest.raises(CommandError, match=r"^Nobody has this national ID\.$") as refused:
        reset("99999999")
    assert refused.value.returncode == 1
    assert (kept_of_two_step(), Entry.objects.count()) == (before, 0)


def test_where_it_is_not_on(patient, client_of):
    client = client_of(patient)
    with pytest.raises(CommandError, match=r"^Mercy Wambui does not have two-step sign-in on\.$") as refused:
        reset(patient.national_id)
    assert refused.value.returncode == 1
    assert client.get("/api/auth/me/").status_code == 200
    assert not Entry.objects.exists()


def test_it_explains_itself(capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("reset_two_step", "--help")
    assert ended.value.code == 0
    assert "sign the person out everywhere" in " ".join(capsys.readouterr().out.split())
