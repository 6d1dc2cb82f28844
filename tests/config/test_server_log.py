"""The log of a whole server, as a deployed clinic writes it."""

import signal
import socket
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest
from psycopg import sql

from config import local
from tests import factories
from tests.config.deployed import deployed

SAID = "Mercy-Wambui"


@pytest.mark.django_db(transaction=True)
def test_every_line_is_json_and_quotes_nobody(clinic, tmp_path):
    patient = factories.PatientFactory(user__full_name=SAID).user
    typed = {"national_id": patient.national_id, "password": factories.PASSWORD}
    with deployed(tmp_path) as server:
        assert server.ask("POST", "/api/auth/login/", typed) == 200
        assert server.ask("GET", f"/api/patients/?search={SAID}", Authorization=f"Bearer {SAID}") == 401
        assert server.ask("GET", f"/{SAID}", Host=f"{SAID}.example") in {200, 400, 503}
        send_malformed(server.port)
        server.process.send_signal(signal.SIGHUP)
        server.stop()

    text = server.log.read_text()
    lines = server.lines
    for secret in (SAID, patient.national_id, patient.email, patient.phone_number, factories.PASSWORD, "eyJ"):
        assert secret not in text
    requests = [line for line in lines if line["logger"] == "config.request_log"]
    told = [(line["method"], line["route"], line["status"], line.get("code")) for line in requests]
    assert ("POST", "/api/auth/login/", 200, None) in told
    assert ("GET", "/api/patients/", 401, "token_invalid") in told
    gunicorn = [line["message"] for line in lines if line["logger"] == "gunicorn.error"]
    assert gunicorn[0].startswith("Starting gunicorn")
    assert "Invalid request" in gunicorn
    assert all({"time", "level", "logger", "message"} <= line.keys() for line in lines)


def send_malformed(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.sendall(f"GET /?search={SAID} {SAID}/1.1\r\n\r\n".encode())
        assert b" 400 " in line.recv(1024)


def test_the_local_database_writes_down_neither_statements_nor_rows():
    insert = sql.SQL("INSERT INTO person VALUES ({})").format(SAID)
    with TemporaryDirectory(prefix="clinic-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with local.server(folder) as url, psycopg.connect(url, autocommit=True) as connection:
            connection.execute("CREATE TABLE person (name text UNIQUE)")
            connection.execute(insert)
            with pytest.raises(psycopg.errors.UniqueViolation, match=SAID):
                connection.execute(insert)
        log = (folder / "postgres" / "log").read_text()

    assert 'duplicate key value violates unique constraint "person_name_key"' in log
    assert SAID not in log
