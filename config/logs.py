"""The log: one line for each event, as JSON where it is collected and as words where a person reads it.

A line names people by the id of their user and pages by the pattern of their address. What may quote a
person, which is the words of an exception and whatever a library fills into its messages, is left out.
"""

from __future__ import annotations

import logging
import re
import traceback
from datetime import UTC, datetime
from typing import Any

from django.db import InterfaceError, OperationalError
from django.utils.log import CallbackFilter
from pythonjsonlogger.json import JsonFormatter

from activity import origin

REQUESTS = "config.request_log"  # the logger that has one line for each request
REQUEST = ("user", "role", "method", "route", "status", "code", "milliseconds", "statements", "acts")
OURS = frozenset(
    ("config", "clinic", "accounts", "activity", "notifications", "doctors", "appointments", "gunicorn")
)
QUOTED = re.compile(r"""\(.*\)|'[^']*'|"[^"]*\"""", re.DOTALL)
CUT_SHORT = ("Error handling request", "Invalid request")  # gunicorn goes on with the address that was asked
# Their words are about the program, or about the way to the database; those of all others may quote a value.
SPEAKING = (AttributeError, ImportError, NameError, OperationalError, InterfaceError)


def configuration(*, local: bool, level: str, sentry: bool = False) -> dict[str, Any]:
    """For Django's setting LOGGING."""
    handlers: dict[str, Any] = {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}}
    nowhere = {"nowhere": {"class": "logging.NullHandler"}}
    if sentry:
        kind = "sentry_sdk.integrations.logging.EventHandler"
        handlers["sentry"] = {"class": kind, "level": "ERROR", "filters": ["ours_to_mend"]}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": formatter, "local": local}},
        "filters": {
            "with_exception": {"()": CallbackFilter, "callback": lambda record: bool(record.exc_info)},
            "ours_to_mend": {"()": CallbackFilter, "callback": is_ours_to_mend},
        },
        "handlers": handlers | nowhere,
        "root": {"handlers": [*handlers], "level": level},
        "loggers": {
            "django": {"handlers": []},  # its own handlers would tell everything twice
            # The line of the request has told the status; only why it broke is missing.
            "django.request": {"level": "ERROR", "filters": ["with_exception"]},
            "django.server": {"handlers": [], "propagate": False},  # runserver's own line for each request
            "procrastinate": {"level": "WARNING"},  # each job begun and ended, several a minute
            "apprise": {"handlers": ["nowhere"], "propagate": False},  # it names numbers
            "psycopg.pool": {"level": "ERROR"},  # each try to reach a database that is away
        },
    }


def is_ours_to_mend(record: logging.LogRecord) -> bool:
    """Not what a caller brought about, nor the request's line, which stands beside the exception itself."""
    return record.name != REQUESTS and not record.name.startswith("django.security")


def formatter(*, local: bool) -> logging.Formatter:
    return ReadableLine() if local else JsonLine()


class JsonLine(JsonFormatter):
    """For machines: the fields that we name, and no other that a library may have hung on the event."""

    def add_fields(
        self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: dict[str, Any]
    ) -> None:
        known = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": words_of(record),
            "request_id": origin.request_id.get(),
            **{name: getattr(record, name, None) for name in REQUEST},
            "exception": message_dict.get("exc_info"),
        }
        log_data.update((name, value) for name, value in known.items() if value is not None)

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the library's name
        return traceback_of(ei[1])


class ReadableLine(logging.Formatter):
    """For a person at a terminal: `10:31:02 WARNING …`, without what he does not need at once."""

    def format(self, record: logging.LogRecord) -> str:
        said = [self.formatTime(record, "%H:%M:%S"), record.levelname, words_of(record)]
        if record.name == REQUESTS:
            told: Any = record
            said.append(f"in {told.milliseconds} ms, {told.statements} statements")
        if record.levelno >= logging.WARNING and (number := origin.request_id.get()):
            said.append(f"(request {number})")
        if record.exc_info and record.exc_info[1]:
            said.append(f"\n{traceback_of(record.exc_info[1])}")
        return " ".join(said)


def words_of(record: logging.LogRecord) -> str:
    """What we say is told whole; what a library says, without what it fills in, quotes or calls."""
    sentence = str(record.msg)
    if record.name == "django.request":
        return "A request was broken off by an exception."
    if record.name.partition(".")[0] not in OURS:
        return QUOTED.sub("…", sentence)
    return next((start for start in CUT_SHORT if sentence.startswith(start)), None) or record.getMessage()


def traceback_of(error: BaseException) -> str:
    """Where it happened, with what it came from, the first cause first. No values of variables, no words."""
    told: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current and id(current) not in seen:
        seen.add(id(current))
        lines = traceback.format_list(traceback.extract_tb(current.__traceback__))
        told.insert(0, "".join([*lines, kind_of(current)]))
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\n\nand from that:\n\n".join(told)


def kind_of(error: BaseException) -> str:
    """The name of an exception with what is safe to say of it: a refusal of the database by its code and the
    names of what was violated, since its words quote the row."""
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    if isinstance(error, SPEAKING):
        return f"{kind}: {str(error).partition('\n')[0]}"
    diagnosis = getattr(error, "diag", None) or getattr(error.__cause__, "diag", None)
    names = ("sqlstate", "constraint_name", "table_name", "column_name")
    known = [f"{name}={value}" for name in names if (value := getattr(diagnosis, name, None))]
    return f"{kind}: {', '.join(known)}" if known else kind
