"""Whether a clinic is in good condition: each question is one function, which says what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.apps import apps
from django.conf import settings
from django.core import checks
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from activity.models import Entry
from activity.sealing import head
from activity.verification import Walk
from clinic.operating import in_one_line
from config.backup.catalogue import rows_of
from config.roles import APPEND_ONLY

CLOCK_TOLERANCE = timedelta(seconds=2)
NAMED = 5  # of what is missing; the rest is counted
LAST_LINKS = 10_000  # of the log's chain, where not all of it is asked for
GUARDS = {(table, f"{table}_{guard}") for table in APPEND_ONLY for guard in ("unchanged", "kept")}

KEPT = """
SELECT relname, conname FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid WHERE convalidated
UNION
SELECT table_.relname, index.relname FROM pg_index
  JOIN pg_class table_ ON table_.oid = indrelid JOIN pg_class index ON index.oid = indexrelid
 WHERE indisvalid
"""
FOREIGN_KEYS = """
SELECT relname, attname FROM pg_constraint
  JOIN pg_class ON pg_class.oid = conrelid JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
 WHERE contype = 'f' AND convalidated
"""
AWAKE = """
SELECT relname, tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE tgenabled = 'A'
"""


class Failed(Exception):
    """Something is not as it should be."""


@dataclass(frozen=True)
class Asked:
    now: datetime
    backup_within: timedelta | None
    whole_log: bool


def database(asked: Asked) -> str:
    [[version]] = rows_of("SHOW server_version")
    return f"PostgreSQL {version} answers"


def migrations(asked: Asked) -> str:
    executor = MigrationExecutor(connection)
    if due := executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Failed(f"due: {named(migration.name for migration, _ in due)}")
    return "none are due"


def constraints(asked: Asked) -> str:
    """Those of the models, by name, and the foreign keys by their columns."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    wanted = {
        (model._meta.db_table, rule.name)
        for model in models
        for rule in (*model._meta.constraints, *model._meta.indexes)
    }
    keys = {
        (model._meta.db_table, field.column)
        for model in models
        for field in model._meta.local_fields
        if field.remote_field and getattr(field, "db_constraint", False)
    }
    missing = (wanted - {*rows_of(KEPT)}) | (keys - {*rows_of(FOREIGN_KEYS)})
    if missing:
        raise Failed(f"missing: {named(f'{table}.{name}' for table, name in missing)}")
    return f"all {len(wanted) + len(keys)} constraints, indexes and foreign keys are there"


def triggers(asked: Asked) -> str:
    if missing := GUARDS - {*rows_of(AWAKE)}:
        raise Failed(f"missing or at rest: {named(name for _, name in missing)}")
    return f"all {len(GUARDS)} that guard the log are awake"


def clock(asked: Asked) -> str:
    before = timezone.now()
    [[there]] = rows_of("SELECT clock_timestamp()")
    here = before + (timezone.now() - before) / 2
    apart = abs(there - here)
    told = f"{apart.total_seconds():.2f} s from the database's"
    if apart >= CLOCK_TOLERANCE:
        raise Failed(told)
    return told


def backup(asked: Asked) -> str:
    if asked.backup_within is None:
        return "not asked for"
    last = Entry.objects.filter(action="backup.made").order_by("-pk").first()
    if last is None:
        raise Failed("none was ever made")
    told = f"the last one is of {last.at:%Y-%m-%d %H:%M} UTC"
    if asked.now - last.at > asked.backup_within:
        raise Failed(told)
    return told


def log(asked: Asked) -> str:
    last = head()
    after = 0 if asked.whole_log or last is None else max(0, last.position - LAST_LINKS)
    walk = Walk(asked.now, after=after)
    if first := next(walk.faults(), None):
        raise Failed(f"{first}; verify_activity tells whether there is more")
    return f"whole from position {after + 1} to {walk.position}" if walk.position else "nothing is sealed yet"


def safe_settings(asked: Asked) -> str:
    if settings.SECRET_KEY == settings.JWT_SIGNING_KEY:
        raise Failed("SECRET_KEY and JWT_SIGNING_KEY are the same")
    issues = checks.run_checks(include_deployment_checks=not settings.LOCAL)
    if serious := [issue for issue in issues if issue.is_serious(checks.WARNING) and not issue.is_silenced()]:
        raise Failed(named(f"{issue.id} {issue.msg.splitlines()[0]}" for issue in serious))
    return "for local use alone (CLINIC_LOCAL)" if settings.LOCAL else "fit to be deployed"


def named(names: Iterable[str]) -> str:
    found = sorted(names)
    more = [f"{len(found) - NAMED} more"] if len(found) > NAMED else []
    return ", ".join([*found[:NAMED], *more])


Question = Callable[[Asked], str]
QUESTIONS: dict[str, Question] = {
    "migrations": migrations,
    "constraints": constraints,
    "triggers": triggers,
    "clock": clock,
    "backup": backup,
    "log": log,
    "settings": safe_settings,
}


def condition(asked: Asked) -> Iterator[tuple[bool, str]]:
    """For each question whether all is well, and the line that says so.

    Without a database there is nothing more to ask: even the check of the settings looks into it.
    """
    answers, line = answer("database", database, asked)
    yield answers, line
    if answers:
        yield from (answer(subject, question, asked) for subject, question in QUESTIONS.items())


def answer(subject: str, question: Question, asked: Asked) -> tuple[bool, str]:
    try:
        return True, f"ok {subject}: {question(asked)}"
    except (Failed, Error) as failed:
        return False, f"FAILED {subject}: {in_one_line(failed)}"
