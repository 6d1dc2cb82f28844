"""A line of the log names what happened, and quotes nobody."""

import json
import logging

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction

from activity import origin
from config.logs import ReadableLine
from tests import factories

SAID = "Mercy Wambui, penicillin"


def fail(error):
    """An error with a traceback, and with a value in a variable."""
    patient = SAID
    try:
        raise error
    except type(error) as raised:
        assert patient
        return raised


def test_what_we_say_ourselves_is_told_whole(kept):
    logging.getLogger("activity.chain").info("sealed up to %s", 12)

    [line] = kept.lines
    assert line == {
        "time": "2026-11-30T04:00:00.000+00:00",
        "level": "INFO",
        "logger": "activity.chain",
        "message": "sealed up to 12",
    }


@pytest.mark.parametrize(
    ("logger", "message", "filled", "told"),
    [
        ("django.security.csrf", "Forbidden: %s", f"/api/patients/?search={SAID}", "Forbidden: %s"),
        ("some.library", "sending %s", SAID, "sending %s"),
        ("procrastinate.worker", f"Job send[7](to='{SAID}', at=now()) failed", "", "Job send[7]… failed"),
        ("gunicorn.error", "Error handling request %s", f"/?search={SAID}", "Error handling request"),
        ("gunicorn.error", f"Invalid request from ip=1.2.3.4: {SAID}", "", "Invalid request"),
        ("gunicorn.error", "Booting worker with pid: %s", 7, "Booting worker with pid: 7"),
    ],
)
def test_a_library_is_told_without_what_it_fills_in(kept, logger, message, filled, told):
    logger = logging.getLogger(logger)
    kept.handle(
        logger.makeRecord(logger.name, logging.WARNING, "", 0, message, (filled,) if filled else (), None)
    )

    [line] = kept.lines
    assert line["message"] == told
    assert SAID not in kept.text[0]


def test_fields_that_we_do_not_name_are_left_out(kept):
    logging.getLogger("clinic").warning("odd", extra={"request": SAID, "reason": SAID, "user": 12})

    [line] = kept.lines
    assert list(line) == ["time", "level", "logger", "message", "user"]


def test_an_exception_is_told_with_its_place_and_its_cause_but_without_its_words(kept):
    error = fail(LookupError(SAID))
    error.__cause__ = fail(ValueError(SAID))
    error.add_note(SAID)

    logging.getLogger("clinic").error("broken", exc_info=error)

    [line] = kept.lines
    first, then = line["exception"].split("\n\nand from that:\n\n")
    assert first.splitlines()[-1] == "builtins.ValueError"
    assert then.splitlines()[-1] == "builtins.LookupError"
    assert __file__ in first
    assert SAID not in kept.text[0]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (AttributeError("'User' has no 'age'"), "builtins.AttributeError: 'User' has no 'age'"),
        (KeyError(SAID), "builtins.KeyError"),
        (
            psycopg.OperationalError(f"connection refused\nDETAIL: {SAID}"),
            "psycopg.OperationalError",
        ),
    ],
)
def test_only_words_about_the_program_are_told(kept, error, told):
    logging.getLogger("clinic").error("broken", exc_info=fail(error))

    assert kept.lines[0]["exception"].splitlines()[-1] == told
    assert SAID not in kept.text[0]


def test_of_a_refusal_by_the_database_the_names_are_told_and_not_the_row(db, kept):
    taken = factories.UserFactory().email
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        factories.UserFactory(email=taken)
    assert taken in str(caught.value)

    logging.getLogger("clinic").error("broken", exc_info=caught.value)

    words = kept.lines[0]["exception"].splitlines()[-1]
    assert words.startswith("django.db.utils.IntegrityError: sqlstate=23505, constraint_name=")
    assert "table_name=accounts_user" in words
    assert taken not in kept.text[0]


def test_a_value_that_the_database_cannot_read_is_not_told(db, kept):
    with pytest.raises(Exception, match=SAID) as caught, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT %s::integer", [SAID])

    logging.getLogger("clinic").error("broken", exc_info=caught.value)

    assert kept.lines[0]["exception"].endswith("django.db.utils.DataError: sqlstate=22P02")
    assert SAID not in kept.text[0]


def test_a_person_at_a_terminal_reads_words():
    record = logging.LogRecord(
        "config.request_log", 40, "", 0, "%s %s %s", ("GET", "/api/clinic/", 500), None
    )
    record.milliseconds, record.statements = 12.5, 3
    token = origin.request_id.set("0f")

    told = ReadableLine().format(record)

    origin.request_id.reset(token)
    assert told[8:] == " ERROR GET /api/clinic/ 500 in 12.5 ms, 3 statements (request 0f)"


def test_a_line_is_one_line(kept):
    logging.getLogger("clinic").error("two\nlines", exc_info=fail(LookupError(SAID)))

    assert "\n" not in kept.text[0]
    assert json.loads(kept.text[0])["message"] == "two\nlines"
