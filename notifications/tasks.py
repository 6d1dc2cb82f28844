"""What the worker does each minute for the jobs themselves."""

from __future__ import annotations

import logging

from procrastinate.contrib.django import app

log = logging.getLogger(__name__)

KEPT_HOURS = 30 * 24  # what broke for good, for whoever looks into it


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="take_over")
async def take_over(timestamp: int) -> None:
    """Jobs of a worker that died are put back into the queue."""
    for job in await app.job_manager.get_stalled_jobs():
        log.warning("the worker of job %s, %s, died: it is done again", job.id, job.task_name)
        await app.job_manager.retry_job(job)


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="forget_jobs")
async def forget_jobs(timestamp: int) -> None:
    """Jobs that are done are deleted at once; those that broke for good are kept for a while."""
    await app.job_manager.delete_old_jobs(
        nb_hours=KEPT_HOURS, include_failed=True, include_cancelled=True, include_aborted=True
    )
