"""What the worker does for the visits."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from appointments.idempotency import forget_expired


@app.periodic(cron="12 * * * *")
@app.task(queueing_lock="forget_answers")
def forget_answers(timestamp: int) -> None:
    forget_expired(timezone.now())
