"""The queue of jobs: part of the act's transaction, and never lost with a worker"""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from asgiref.sync import async_to_sync
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker
from procrastinate.jobs import Job

from activity.log import record
from activity.models import Seal
from activity.tasks import seal_activity
from config.environment import ROOT
from notifications.jobs import ATTEMPTS, GrowingPauses, enqueue
from notifications.tasks import forget_jobs, take_over
from tests.conftest import MONDAY


def queue():
    return list(ProcrastinateJob.objects.order_by("id").values_list("task_name", "args", "status"))


def execute(sql, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


class Broken(Exception):
    pass


def test_a_job_is_there_if_the_act_is_for_one_statement(db):
    with CaptureQueriesContext(connection) as statements, transaction.atomic(savepoint=False):
        enqueue(seal_activity, timestamp=1)

    assert len(statements) == 1
    assert queue() == [("activity.tasks.seal_activity", {"timestamp": 1}, "todo")]


@pytest.mark.django_db(transaction=True)
def test_a_job_is_gone_with_the_act():
    with transaction.atomic():
        enqueue(seal_activity, timestamp=1)
        transaction.set_rollback(True)

    assert queue() == []


def test_a_job_of_a_worker_that_died_is_done_again(db):
    enqueue(seal_activity, timestamp=1)
    execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '31 seconds')")
    dead = ProcrastinateWorker.objects.get()
    execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s", dead.pk)

    async_to_sync(take_over.func)(timestamp=0)

    assert queue() == [("activity.tasks.seal_activity", {"timestamp": 1}, "todo")]


def test_a_job_of_a_worker_that_lives_is_left_to_it(db):
    enqueue(seal_activity, timestamp=1)
    execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '29 seconds')")
    alive = ProcrastinateWorker.objects.get()
    execute("UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s", alive.pk)

    async_to_sync(take_over.func)(timestamp=0)

    assert queue() == [("activity.tasks.seal_activity", {"timestamp": 1}, "doing")]


@pytest.mark.parametrize("days, left", [(29, 1), (31, 0)])
def test_a_job_that_broke_for_good_is_kept_for_thirty_days(db, days, left):
    enqueue(seal_activity, timestamp=1)
    execute("UPDATE procrastinate_jobs SET status = 'failed'")
    execute("UPDATE procrastinate_events SET at = now() - %s", timedelta(days=days))

    async_to_sync(forget_jobs.func)(timestamp=0)

    assert len(queue()) == left


def test_a_broken_job_is_tried_again_after_growing_pauses_and_not_for_ever():
    def waits(attempts):
        job = Job(id=1, queue="default", lock=None, queueing_lock=None, task_name="any", attempts=attempts)
        decision = GrowingPauses().get_retry_decision(exception=Broken(), job=job)
        return decision and decision.retry_at - MONDAY

    assert timedelta(seconds=45) <= waits(0) <= timedelta(seconds=75)
    assert timedelta(minutes=6) <= waits(3) <= timedelta(minutes=10)
    assert timedelta(minutes=45) <= waits(ATTEMPTS - 2) <= timedelta(minutes=75)
    assert waits(ATTEMPTS - 1) is None


@pytest.mark.django_db(transaction=True)
def test_the_worker_does_what_is_in_the_queue_and_forgets_it():
    record("clinic.changed", by=None, at=MONDAY)
    enqueue(seal_activity, timestamp=1)

    ended = run_worker()

    assert (ended.returncode, ended.stdout) == (0, "")
    assert Seal.objects.count() == 1
    assert queue() == []


def run_worker():
    named = connection.settings_dict
    url = f"postgresql://{named['USER']}@/{named['NAME']}?host={named['HOST']}"
    command = [sys.executable, "manage.py", "run_worker", "--once"]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
