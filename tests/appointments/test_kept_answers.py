"""Answers are kept for a day, for repeats of their request"""

from datetime import timedelta

from appointments.models import KeptAnswer
from appointments.tasks import forget_answers
from tests.conftest import MONDAY


def test_after_a_day_they_are_forgotten(patient):
    for hours, key in ((23, "kept-today"), (24, "kept-until-now")):
        created_at = MONDAY - timedelta(hours=hours)
        KeptAnswer.objects.create(user=patient, key=key, fingerprint="f", answer="{}", created_at=created_at)

    forget_answers(timestamp=0)

    assert [row.key for row in KeptAnswer.objects.all()] == ["kept-today"]
