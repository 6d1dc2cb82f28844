"""A page elsewhere tries to use the cookie of somebody who is signed in, in a real browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import BrowserContext, Page, sync_playwright

from clinic import demo
from tests.e2e.conftest import QUIET

DOORS = ("token/refresh/", "logout/", "password/change/", "login/")
PATIENCE = 120_000  # milliseconds: a busy machine is slow, and that is no fault of the clinic
ENCODINGS = ("application/x-www-form-urlencoded", "multipart/form-data", "text/plain")

# In the background of the page: everything that a page may send without being asked, to each door.
IN_THE_BACKGROUND = """async ({doors, body}) => {
  const sent = {method: 'POST', credentials: 'include'};
  const header = {'X-Refresh-Cookie': 'true'};
  const ways = [
    {...sent, mode: 'no-cors'},
    {...sent, mode: 'no-cors', body},
    {...sent, mode: 'no-cors', headers: header},
    {...sent, mode: 'cors'},
    {...sent, mode: 'cors', headers: header},
    {...sent, mode: 'cors', headers: {...header, 'Content-Type': 'application/json'}, body},
    {credentials: 'include', mode: 'no-cors'},
  ];
  const read = [];
  for (const door of doors) {
    for (const way of ways) {
      read.push(await fetch(door, way).then(answer => answer.text(), () => ''));
    }
    navigator.sendBeacon(door);
    for (const name of ['img', 'script']) {
      await new Promise(done => {
        const element = document.createElement(name);
        element.onload = element.onerror = done;
        document.body.append(element);
        element.src = door;
      });
    }
  }
  return read;
}"""
# A form sent from the page, into a frame of it or in its place.
BY_FORM = """({door, enctype, target, body}) => new Promise(done => {
  const frame = document.createElement('iframe');
  frame.name = 'frame';
  document.body.append(frame);
  const form = document.createElement('form');
  Object.assign(form, {method: 'POST', action: door, enctype, target});
  const field = document.createElement('input');
  [field.name, field.value] = [body.slice(0, -1) + ', "x": "', '"}'];  // JSON, as text/plain writes it
  form.append(field);
  document.body.append(form);
  if (target === 'frame') frame.onload = done;
  form.submit();
  if (target !== 'frame') done();
})"""
SIGN_IN = """body => fetch('/api/auth/login/', {
  method: 'POST', body, headers: {'Content-Type': 'application/json', 'X-Refresh-Cookie': 'true'},
}).then(answer => answer.status)"""
REFRESH = """() => fetch('/api/auth/token/refresh/', {
  method: 'POST', headers: {'X-Refresh-Cookie': 'true'},
}).then(answer => answer.json())"""
STATE = """
SELECT (SELECT json_agg(session ORDER BY id) FROM accounts_session session)::text,
       (SELECT json_agg(person ORDER BY id) FROM accounts_user person)::text
"""


class EmptyPage(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Elsewhere</title><body>")

    def log_message(self, *_: object) -> None:
        """Nobody asks."""


@pytest.fixture
def elsewhere() -> Iterator[int]:
    """The port of another server on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), EmptyPage) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


@pytest.fixture(scope="module")
def received(tmp_path_factory) -> Path:
    """What the server received, one line each: the method, the path and the cookies."""
    return tmp_path_factory.mktemp("server") / "received"


@pytest.fixture(scope="module")
def clinic(open_live, received):
    written = f"--access-logfile {received} --access-logformat '%(m)s %(U)s %({{cookie}}i)s'"
    with open_live(GUNICORN_CMD_ARGS=written) as clinic:
        clinic.manage("seed_demo")
        yield clinic


@pytest.fixture
def victim(clinic, chromium) -> Iterator[BrowserContext]:
    """The browser of a patient who is signed in."""
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium, args=list(QUIET)) as browser,
        browser.new_context() as context,
        page_at(context, f"{clinic.address}/api/health/live/") as page,
    ):
        assert page.evaluate(SIGN_IN, credentials("patient")) == 200
        context.set_default_timeout(PATIENCE)
        yield context


def credentials(role: str) -> str:
    return f'{{"national_id": "{demo.LOGINS[role]}", "password": "{demo.PASSWORD}"}}'


@contextmanager
def page_at(context: BrowserContext, address: str) -> Iterator[Page]:
    page = context.new_page()
    page.goto(address)
    yield page
    page.close()


def attack(context: BrowserContext, home: str, clinic: str) -> list[str]:
    """Send all that the page at `home` can send; what it could read."""
    doors = [f"{clinic}/api/auth/{door}" for door in DOORS]
    body = credentials("doctor")  # signing the victim in as somebody else would be a harm too
    with page_at(context, home) as page:
        read = page.evaluate(IN_THE_BACKGROUND, {"doors": doors, "body": body})
        for door in doors:
            for enctype in ENCODINGS:
                form = {"door": door, "enctype": enctype, "body": body}
                page.evaluate(BY_FORM, {**form, "target": "frame"})
                with page.expect_navigation():
                    page.evaluate(BY_FORM, {**form, "target": "_self"})
                page.goto(home)
            with page.expect_navigation():
                page.evaluate("door => { location = door }", door)
            page.goto(home)
    return read


def lines_of(received: Path) -> list[str]:
    return [line for line in received.read_text().splitlines() if "/api/auth/" in line]


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost"], ids=["another site", "another port of this site"]
)
def test_a_page_elsewhere(clinic, victim, elsewhere, received, say, host):
    with clinic.sql() as sql:
        before, earlier = (sql.execute(STATE).fetchone(), victim.cookies()), len(lines_of(received))
        read = attack(victim, f"http://{host}:{elsewhere}/", clinic.address)
        requests = lines_of(received)[earlier:]
        carrying = [line for line in requests if "refresh=" in line]
        assert set(read) == {""}
        say(f"{len(requests)} requests, {len(carrying)} of them with the cookie, and nothing to read")

        assert len(requests) >= len(DOORS) * 10
        assert bool(carrying) == (host == "localhost")  # where SameSite ends, the header begins
        assert (sql.execute(STATE).fetchone(), victim.cookies()) == before

        with page_at(victim, f"{clinic.address}/api/health/live/") as own:
            answer = own.evaluate(REFRESH)
        say("the clinic's own page, with the same cookie: a fresh pair of tokens")
        assert answer["data"]["access"]
        assert sql.execute(STATE).fetchone() != before[0]
