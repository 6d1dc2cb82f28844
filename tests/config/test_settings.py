"""A clinic starts with everything it needs, or says in one line what is missing."""

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from config.environment import ROOT, database

DEPLOYED = {
    "SECRET_KEY": "s" * 16 + "ecret-key-of-a-deployed-clinic",
    "JWT_SIGNING_KEY": "t" * 16 + "oken-key-of-a-deployed-clinic",
    "DATABASE_URL": "postgresql://clinic:secret@database.example:5433/clinic",
    "ALLOWED_HOSTS": "clinic.example",
}
OPTIONAL = {
    *("CLINIC_LOCAL", "DATA_DIR", "CORS_ALLOWED_ORIGINS", "FRONTEND_URL", "PORT", "TRUSTED_PROXIES"),
    *("EMAIL_URL", "SMS_URL"),
}


def start(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in DEPLOYED.keys() | OPTIONAL}
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def without(name: str) -> dict[str, str]:
    return {key: value for key, value in DEPLOYED.items() if key != name}


def setting(name: str, **environment: str) -> str:
    done = start("-c", f"from config import settings; print(settings.{name})", **environment)
    assert done.stderr == ""
    return done.stdout.strip()


@pytest.mark.parametrize("name", DEPLOYED)
def test_a_deployed_clinic_refuses_to_start_without(name):
    done = start("manage.py", "check", **without(name))

    assert done.returncode == 1
    assert done.stderr == f"The clinic cannot start: {name} is not set.\n"


def test_secret_keys_of_before_are_a_list():
    assert setting("SECRET_KEY_FALLBACKS", **DEPLOYED) == "[]"
    before = {"SECRET_KEY_FALLBACKS": "the-one-before, the-one-before-that"}
    assert setting("SECRET_KEY_FALLBACKS", **DEPLOYED | before) == "['the-one-before', 'the-one-before-that']"


@pytest.mark.parametrize("name", ["SECRET_KEY", "JWT_SIGNING_KEY"])
def test_a_secret_of_31_bytes_is_too_short(name):
    done = start("manage.py", "check", **DEPLOYED | {name: "x" * 31})

    assert done.returncode == 1
    assert done.stderr == f"The clinic cannot start: {name} must be at least 32 bytes long.\n"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("CLINIC_LOCAL", "yes", "CLINIC_LOCAL must be 0 or 1."),
        ("PORT", "http", "PORT must be a whole number, at least 1."),
        ("LOG_LEVEL", "DEBUG", "LOG_LEVEL must be one of INFO, WARNING, ERROR."),
        ("TRUSTED_PROXIES", "-1", "TRUSTED_PROXIES must be a whole number, at least 0."),
        ("DATABASE_URL", "sqlite:///clinic.db", "DATABASE_URL must begin with postgresql://."),
        ("DATABASE_URL", "postgresql://localhost/", "DATABASE_URL must name a database."),
        ("FRONTEND_URL", "clinic.example", "FRONTEND_URL must be an address such as https://clinic.example."),
        (
            "CORS_ALLOWED_ORIGINS",
            "https://clinic.example/",
            "CORS_ALLOWED_ORIGINS must list origins such as https://clinic.example, not https://clinic.example/.",
        ),
    ],
)
def test_a_malformed_value_is_named(name, value, words):
    done = start("manage.py", "check", **DEPLOYED | {name: value})

    assert done.returncode == 1
    assert done.stderr == f"The clinic cannot start: {words}\n"


def test_gunicorn_refuses_as_manage_py_does():
    done = start("-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi", **without("SECRET_KEY"))

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1] == "The clinic cannot start: SECRET_KEY is not set."


def test_a_deployed_clinic_passes_the_deployment_check():
    reachable = DEPLOYED | {"DATABASE_URL": os.environ["DATABASE_URL"]}

    done = start("manage.py", "check", "--deploy", "--fail-level", "INFO", **reachable)

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("System check identified no issues")


def test_secrets_of_local_use_are_made_once_and_for_their_owner_only(tmp_path):
    local = {"CLINIC_LOCAL": "1", "DATA_DIR": str(tmp_path)}

    with ThreadPoolExecutor(4) as four_at_once:
        answers = {*four_at_once.map(lambda _: setting("SECRET_KEY", **local), range(4))}

    kept = tmp_path / "secrets.env"
    [secret] = answers
    assert f"SECRET_KEY={secret}\n" in kept.read_text()
    assert len(secret) >= 32
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secrets.env"]


def test_a_secret_that_is_given_is_the_one_used(tmp_path):
    given = DEPLOYED["SECRET_KEY"]

    assert setting("SECRET_KEY", CLINIC_LOCAL="1", DATA_DIR=str(tmp_path), SECRET_KEY=given) == given


def test_links_in_messages_lead_to_the_first_host_unless_told_otherwise():
    assert setting("FRONTEND_URL", **DEPLOYED) == "https://clinic.example"
    elsewhere = DEPLOYED | {"FRONTEND_URL": "https://pages.example/"}
    assert setting("FRONTEND_URL", **elsewhere) == "https://pages.example"


def test_every_part_of_a_database_url_is_read():
    url = "postgresql://clinic:p%40ss@database.example:5433/visits?sslmode=require"

    assert database(url) == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "visits",
        "USER": "clinic",
        "PASSWORD": "p@ss",
        "HOST": "database.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_a_command_may_take_longer_than_a_request(tmp_path):
    asked = "connection.cursor().execute('SHOW statement_timeout').fetchone()"
    code = f"from django.db import connection; print({asked})"
    local = {"CLINIC_LOCAL": "1", "DATA_DIR": str(tmp_path), "DATABASE_URL": os.environ["DATABASE_URL"]}

    done = start("manage.py", "shell", "--no-imports", "--command", code, **local)

    assert (done.stderr, done.stdout) == ("", "('0',)\n")


def test_every_connection_has_its_timeouts(db):
    from django.db import connection

    with connection.cursor() as cursor:
        shown = {}
        for name in ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"):
            cursor.execute(f"SHOW {name}")
            [shown[name]] = cursor.fetchone()

    assert shown == {
        "statement_timeout": "15s",
        "lock_timeout": "5s",
        "idle_in_transaction_session_timeout": "30s",
    }
