"""What Prometheus is told: one listener adds up what all workers counted, and there is none by default."""

import os
import signal
import urllib.request
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from config.environment import version
from tests import factories
from tests.config.deployed import deployed
from tests.e2e.live import free_port
from tests.trials.live import children
from tests.trials.waiting import wait_until

LOGIN = "/api/auth/login/"


def told(port):
    """Every sample by its name and labels."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        families = text_string_to_metric_families(answer.read().decode())
    return {
        (sample.name, *(sample.labels[name] for name in sorted(sample.labels))): sample.value
        for family in families
        for sample in family.samples
    }


def workers_of(server):
    return [pid for pid in children(server.process.pid) if b"exporter" not in command_of(pid)]


def command_of(pid):
    return Path(f"/proc/{pid}/cmdline").read_bytes()


@pytest.mark.django_db(transaction=True)
def test_all_workers_together(clinic, tmp_path):
    patient = factories.PatientFactory().user
    port = free_port()
    with deployed(tmp_path, METRICS_PORT=str(port)) as server:
        for password, times in ((factories.PASSWORD, 1), ("not-the-password", 6)):
            for _ in range(times):
                server.ask("POST", LOGIN, {"national_id": patient.national_id, "password": password})
        killed = workers_of(server)[0]
        os.kill(killed, signal.SIGKILL)
        wait_until(lambda: killed not in workers_of(server) and len(workers_of(server)) == 2)
        server.ask("GET", "/api/clinic/")
        found = told(port)
        server.stop()

    assert found["clinic_http_requests_total", "POST", LOGIN, "200"] == 1
    assert found["clinic_http_requests_total", "POST", LOGIN, "401"] == 5
    assert found["clinic_http_requests_total", "POST", LOGIN, "429"] == 1
    assert found["clinic_http_request_duration_seconds_count", "POST", LOGIN] == 7
    assert found["clinic_http_request_statements_count", "POST", LOGIN] == 7
    assert found["clinic_http_requests_total", "GET", "/api/clinic/", "200"] == 1
    assert found["clinic_refusals_total", "bad_credentials"] == 5
    assert found["clinic_acts_total", "session.failed"] == 5
    assert found["clinic_acts_total", "sign_in.locked_out"] == 1
    assert found[("clinic_http_requests_in_progress",)] == 0
    assert found[("clinic_database_up",)] == 1
    assert any(key[0] == "clinic_build_info" and version() in key for key in found)
    assert not any(value in str(found) for value in (patient.national_id, patient.email))


def test_there_is_no_listener_by_default(db, tmp_path):
    with deployed(tmp_path) as server:
        processes = [command_of(pid) for pid in children(server.process.pid)]
        server.stop()

    assert not any(b"exporter" in command for command in processes)


def test_the_database_that_does_not_answer_is_seen(monkeypatch):
    from config.exporter import DatabaseUp

    monkeypatch.setenv("DATABASE_URL", "postgresql://clinic@/clinic?host=/nowhere")

    [family] = DatabaseUp().collect()

    assert [sample.value for sample in family.samples] == [0]
