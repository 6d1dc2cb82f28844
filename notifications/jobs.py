"""Jobs: what is to follow an act is written down in the act's own transaction, and done by a worker."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import Job
from procrastinate.manager import JobManager
from procrastinate.tasks import Task

from notifications.pauses import pause

ATTEMPTS = 12

# Always over Django's connection. A worker replaces the app's own way to the database by one without our
# transaction, so that what its jobs put into the queue would stay there also where they are rolled back.
_queue = JobManager(DjangoConnector())


def enqueue(task: Task[..., Any, ...], **arguments: Any) -> None:
    """Put a job into the transaction that is under way: it is there if the act is. One statement."""
    _queue.defer_job(task.configure().make_new_job(**arguments))


class GrowingPauses(BaseRetryStrategy):
    """A job that broke is tried again, some hours long. What it did must be the same done twice."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        tried = job.attempts + 1
        return RetryDecision(retry_at=timezone.now() + pause(tried)) if tried < ATTEMPTS else None
