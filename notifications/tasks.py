"""What the worker does: sends what is due, shows that it lives, and looks after the jobs themselves."""

from __future__ import annotations

import logging

from django.utils import timezone
from procrastinate.contrib.django import app

from notifications.health import beat
from notifications.jobs import GrowingPauses
from notifications.sending import send_all

log = logging.getLogger(__name__)

KEPT_HOURS = 30 * 24  # what broke for good, for whoever looks into it


@app.task(retry=GrowingPauses())
def send(cause: str) -> None:
    """Send at once what one act brought about."""
    send_all(timezone.now, cause=cause)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="send_due")
def send_due(timestamp: int) -> None:
    """Send what is due by now: reminders, what was not taken before, and what somebody left who died."""
    beat(timezone.now())
    send_all(timezone.now)


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="take_over")
async def take_over(timestamp: int) -> None:
    """Jobs of a worker that died are put back into the queue."""
    for job in await app.job_manager.get_stalled_jobs():
        log.warning("the worker of job %s, %s, died: it is done again", job.id, job.task_name)
        await app.job_manager.retry_job(job)


@app.periodic(cron="17 * * * *")
@app.task(queueing_lock="forget_jobs")
async def forget_jobs(timestamp: int) -> None:
    """Jobs that are done are deleted at once; those that broke for good are kept for a while."""
    await app.job_manager.delete_old_jobs(
        nb_hours=KEPT_HOURS, include_failed=True, include_cancelled=True, include_aborted=True
    )
