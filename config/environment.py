"""The environment, read once and strictly: what is missing or malformed stops the start in one line."""

import os
import re
import secrets
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

ROOT = Path(__file__).resolve().parent.parent
SECRET_BYTES = 32


def refuse(sentence: str) -> NoReturn:
    """End the process with one line on stderr: nobody catches a SystemExit, so there is no traceback."""
    raise SystemExit(f"The clinic cannot start: {sentence}")


def is_local() -> bool:
    """The Makefile says so, and nothing else: a forgotten variable must never open a deployed clinic."""
    return flag("CLINIC_LOCAL", default=False)


def version() -> str:
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"])


def data_dir() -> Path:
    return ROOT / (os.environ.get("DATA_DIR") or ".data")


def text(name: str, default: str | None = None) -> str:
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        refuse(f"{name} is not set.")
    return default


def flag(name: str, *, default: bool) -> bool:
    value = text(name, "1" if default else "0")
    if value not in {"0", "1"}:
        refuse(f"{name} must be 0 or 1.")
    return value == "1"


def number(name: str, default: int, *, least: int = 0) -> int:
    value = text(name, str(default))
    if not re.fullmatch(r"[0-9]{1,9}", value) or int(value) < least:
        refuse(f"{name} must be a whole number, at least {least}.")
    return int(value)


def one_of(name: str, choices: Sequence[str], default: str) -> str:
    value = text(name, default)
    if value not in choices:
        refuse(f"{name} must be one of {', '.join(choices)}.")
    return value


def words(name: str, default: str | None = None) -> list[str]:
    """A list, separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def origins(name: str) -> list[str]:
    """A list of origins, as https://clinic.example: a scheme, a host, perhaps a port, and no path."""
    found = words(name, "")
    for origin in found:
        if origin != origin_of(origin):
            refuse(f"{name} must list origins such as https://clinic.example, not {origin}.")
    return found


def address(name: str, default: str) -> str:
    """The address of a site, without its last slash."""
    found = text(name, default).rstrip("/")
    if origin_of(found) is None:
        refuse(f"{name} must be an address such as https://clinic.example.")
    return found


def origin_of(url: str) -> str | None:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in {"http", "https"} and parts.netloc else None


def secret(name: str) -> str:
    """A secret of at least 32 bytes. In local use an unset one is made once, and kept in DATA_DIR."""
    value = text(name, kept_secrets()[name] if is_local() else None)
    if len(value.encode()) < SECRET_BYTES:
        refuse(f"{name} must be at least {SECRET_BYTES} bytes long.")
    return value


def kept_secrets() -> dict[str, str]:
    """The secrets of local use, made the first time anybody asks."""
    kept = data_dir() / "secrets.env"
    if not kept.exists():
        _make_secrets(kept)
    return dict(line.split("=", 1) for line in kept.read_text().splitlines())


def _make_secrets(kept: Path) -> None:
    """Two processes may come here at once: the file appears whole, and the first one wins."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{name}={secrets.token_urlsafe(48)}\n" for name in ("SECRET_KEY", "JWT_SIGNING_KEY")]
    with tempfile.NamedTemporaryFile("w", dir=kept.parent) as draft:  # only its owner may read it: 0600
        draft.writelines(lines)
        draft.flush()
        try:
            os.link(draft.name, kept)
        except FileExistsError:
            return


def database(url: str) -> dict[str, Any]:
    """Django's description of the PostgreSQL database that a URL names."""
    if urlsplit(url).scheme not in {"postgres", "postgresql"}:
        refuse("DATABASE_URL must begin with postgresql://.")
    try:
        named = conninfo_to_dict(url)
    except ProgrammingError as error:
        refuse(f"DATABASE_URL cannot be read: {' '.join(str(error).split())}")
    parts = {key: str(named.pop(word, "") or "") for key, word in DATABASE_PARTS.items()}
    if not parts["NAME"]:
        refuse("DATABASE_URL must name a database.")
    return {"ENGINE": "django.db.backends.postgresql", **parts, "OPTIONS": named}


DATABASE_PARTS = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
