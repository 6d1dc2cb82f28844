"""The built pages, as Django serves them."""

from base64 import b64encode
from hashlib import sha256

import pytest
from django.test import Client

from config.csp import policy

THEME = 'document.documentElement.dataset.theme = "dark"'
PAGE = f"<!doctype html><script>{THEME}</script><script type=module src=/assets/app-1a2b.js></script>"


@pytest.fixture
def build(tmp_path, settings):
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "favicon.svg").write_text("<svg/>")
    (tmp_path / "assets" / "app-1a2b.js").write_text("plain and long")
    (tmp_path / "assets" / "app-1a2b.js.br").write_bytes(b"squeezed")
    settings.WHITENOISE_ROOT = tmp_path
    return tmp_path


def get(path, **headers):
    """The answer, read to its end, so that its file is closed."""
    response = Client(headers=headers).get(path)
    response.body = b"".join(response)
    return response


@pytest.mark.parametrize("path", ["/", "/index.html", "/visits/12", "/sign-in/", "/apiary"])
def test_every_path_outside_the_api_is_the_page(build, path):
    response = get(path)

    assert response.status_code == 200
    assert response["Content-Type"] == 'text/html; charset="utf-8"'
    assert response["Cache-Control"] == "no-cache"
    assert response.body.decode() == PAGE


def test_the_page_is_not_sent_again_while_it_is_the_same(build):
    etag = get("/visits")["ETag"]

    assert get("/visits", **{"If-None-Match": etag}).status_code == 304


def test_hashed_files_are_kept_for_a_year(build):
    response = get("/assets/app-1a2b.js")

    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["Content-Type"].startswith("text/javascript")
    assert response.body == b"plain and long"


def test_files_without_a_hash_are_asked_for_again(build):
    assert get("/favicon.svg")["Cache-Control"] == "no-cache"


def test_compressed_files_go_to_those_who_can_read_them(build):
    response = get("/assets/app-1a2b.js", **{"Accept-Encoding": "gzip, br"})

    assert response["Content-Encoding"] == "br"
    assert response["Vary"] == "Accept-Encoding"
    assert response.body == b"squeezed"


@pytest.mark.parametrize("path", ["/assets/missing.js", "/static/missing.css", "/api/missing/"])
def test_what_is_missing_is_not_the_page(build, path):
    response = get(path)

    assert response.status_code == 404
    assert response.json()["code"] == "not_found"


def test_nothing_is_posted_to_the_page(build):
    assert Client().post("/visits").status_code == 404


def test_without_a_build_the_clinic_says_how_to_get_one(settings):
    settings.WHITENOISE_ROOT = None

    response = get("/")

    assert response.status_code == 503
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert b"`make run`" in response.body


def test_the_page_may_run_its_theme_script_and_no_other(build, settings):
    settings.SECURE_CSP = policy(build / "index.html")

    rules = get("/")["Content-Security-Policy"].split("; ")

    known = b64encode(sha256(THEME.encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{known}'" in rules
    assert "default-src 'none'" in rules
    assert "frame-ancestors 'none'" in rules
