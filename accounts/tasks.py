"""What the worker does for the accounts."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from accounts.sweeping import sweep


@app.periodic(cron="7 * * * *")
@app.task(queueing_lock="sweep_accounts")
def sweep_accounts(timestamp: int) -> None:
    sweep(timezone.now())
