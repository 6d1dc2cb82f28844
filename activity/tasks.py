"""What the worker does for the log."""

from __future__ import annotations

import logging

from django.utils import timezone
from procrastinate.contrib.django import app

from activity.sealing import SomebodySeals, seal

log = logging.getLogger(__name__)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="seal_activity")
def seal_activity(timestamp: int) -> None:
    try:
        seal(timezone.now())
    except SomebodySeals:
        log.info("another process seals the activity log")
