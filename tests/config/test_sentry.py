"""What is told to Sentry, as it arrives there: what broke and where, and nothing of anybody."""

import json
import os
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import brotli
import pytest

from config.environment import ROOT, version

SAID = ["canary-body", "canary-query", "canary-cookie", "canary-agent", "eyJcanary", "canary-referrer"]
BREAKING = """
import django; django.setup()
from django.conf import settings
from django.test import Client
settings.ROOT_URLCONF = "tests.broken"
client = Client(raise_request_exception=False)
client.cookies["refresh"] = "canary-cookie"
headers = {
    "User-Agent": "canary-agent", "Authorization": "Basic eyJcanary", "Referer": "http://localhost/canary-referrer",
    "Host": "localhost",
}
answer = client.post(
    "/api/broken/?search=canary-query", {"reason": "canary-body"}, "application/json", headers=headers
)
print(answer.status_code, answer["X-Request-ID"])
"""


@pytest.fixture
def sentry():
    """Its address, and the envelopes that came."""
    came = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            came.append(brotli.decompress(body).decode())
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *words):
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Collector) as server:
        Thread(target=server.serve_forever).start()
        yield f"http://key@127.0.0.1:{server.server_port}/1", came
        server.shutdown()


def run(code, **environment):
    given = {"CLINIC_LOCAL": "1", "DJANGO_SETTINGS_MODULE": "config.settings"}
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | given | environment, capture_output=True, text=True, check=False
    )


def test_a_failed_request_is_told_without_anything_of_the_request(sentry, tmp_path):
    dsn, came = sentry

    done = run(BREAKING, SENTRY_DSN=dsn, DATA_DIR=str(tmp_path))

    [envelope] = came
    status, number = done.stdout.split()
    assert (status, len(number)) == ("500", 32)
    for value in SAID:
        assert value not in envelope
        assert value not in done.stderr
    event = json.loads(envelope.splitlines()[2])
    [exception] = event["exception"]["values"]
    assert (exception["type"], exception["value"]) == ("LookupError", "builtins.LookupError")
    assert exception["stacktrace"]["frames"][-1]["function"] == "post"
    assert all("vars" not in frame for frame in exception["stacktrace"]["frames"])
    assert event["tags"] == {"request_id": number, "method": "POST", "route": "/api/broken/"}
    assert event["release"] == version()
    assert event.keys().isdisjoint({"request", "user", "breadcrumbs", "extra", "contexts", "modules"})


def test_a_failed_command_is_told_without_its_words(sentry, tmp_path):
    dsn, came = sentry

    run("import django; django.setup(); int('canary-body')", SENTRY_DSN=dsn, DATA_DIR=str(tmp_path))

    [envelope] = came
    [exception] = json.loads(envelope.splitlines()[2])["exception"]["values"]
    assert exception["value"] == "builtins.ValueError"


def test_without_an_address_nothing_of_it_is_imported(tmp_path):
    code = "import sys, django; django.setup(); print([name for name in sys.modules if 'sentry' in name])"

    assert run(code, SENTRY_DSN="", DATA_DIR=str(tmp_path)).stdout == "[]\n"
