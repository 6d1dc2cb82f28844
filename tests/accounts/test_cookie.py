"""The cookie of the refresh token: who sets it and how, and that nothing rides on it unasked."""

from datetime import UTC, datetime

import pytest
from rest_framework_simplejwt.tokens import RefreshToken

from accounts.sessions import open_for
from accounts.tokens import pair_for
from tests.accounts.cast import refusal
from tests.tables import everything_kept, undone
from tests.test_permissions import ROWS

HEADER = {"X-Refresh-Cookie": "true"}
NO_HEADER = refusal("forbidden", "Requests that ride on the cookie carry the header X-Refresh-Cookie: true.")
LOGIN, REFRESH = ("POST", "auth/login/"), ("POST", "auth/token/refresh/")
CHANGE, LOGOUT = ("POST", "auth/password/change/"), ("POST", "auth/logout/")
SETTING, RIDING = {LOGIN, REFRESH, CHANGE}, {REFRESH, LOGOUT}
EVERY_ACT = [(method, path) for method, path, *_ in ROWS]
NAMES = {False: "refresh", True: "__Secure-refresh"}


@pytest.fixture
def refresh(patient):
    now = datetime.now(UTC)
    return pair_for(open_for(patient, device="Firefox", address=None, now=now), now).refresh


def ask(cast, act, *, reader="patient", cookie="", secure=False, **headers):
    """What rides on the cookie says nothing in its body."""
    method, path = act
    client = cast.clients[reader]
    client.cookies.clear()
    if cookie:
        client.cookies[NAMES[secure]] = cookie
    body = None if cookie and act in RIDING else cast.bodies.get(act)
    send = getattr(client, method.lower())
    return send("/api/" + path.format(**cast.ids), body, secure=secure, headers=headers)


@pytest.mark.parametrize(
    "origin", [{}, *({"Origin": of} for of in ("null", "http://testserver", "https://x.example"))]
)
@pytest.mark.parametrize(
    "header", [{}, *({"X-Refresh-Cookie": said} for said in ("", "1", "True", "true, true"))]
)
@pytest.mark.parametrize("secure", [False, True])
def test_what_rides_on_it_is_refused_without_its_header(cast, refresh, origin, header, secure):
    before = everything_kept()
    for act in RIDING:
        answer = ask(cast, act, cookie=refresh, secure=secure, **origin, **header)
        assert (answer.status_code, answer.json(), answer.cookies) == (403, NO_HEADER, {}), act
    assert everything_kept() == before


@pytest.mark.parametrize("headers", [{}, HEADER], ids=["bare", "with its header"])
@pytest.mark.parametrize("reader", ["anonymous", "patient"])
def test_nothing_else_rides_on_it(cast, refresh, reader, headers):
    for act in [act for act in EVERY_ACT if act not in RIDING]:
        statuses = []
        for cookie in ("", refresh):
            with undone():
                statuses.append(ask(cast, act, reader=reader, cookie=cookie, **headers).status_code)
        assert statuses[0] == statuses[1], act


def test_the_cookie_alone_signs_nobody_out(cast, refresh):
    before = everything_kept()
    assert ask(cast, LOGOUT, reader="anonymous", cookie=refresh, **HEADER).status_code == 401
    assert everything_kept() == before


def test_it_is_set_where_it_is_asked_for_and_nowhere_else(cast):
    for act in EVERY_ACT:
        with undone():
            asked = ask(cast, act, **HEADER)
        with undone():
            unasked = ask(cast, act)
        given = {name for name, cookie in asked.cookies.items() if cookie.value}
        assert given == ({"refresh"} if act in SETTING else set()), act
        assert not any(cookie.value for cookie in unasked.cookies.values()), act
        if act in SETTING:
            assert "refresh" in unasked.json()["data"], act
            assert "refresh" not in asked.json()["data"], act


@pytest.mark.parametrize("act", [LOGIN, REFRESH, CHANGE, LOGOUT], ids=lambda act: act[1])
@pytest.mark.parametrize("secure", [False, True])
def test_it_is_kept_from_scripts_other_sites_and_other_addresses(cast, refresh, act, secure):
    answer = ask(cast, act, cookie=refresh, secure=secure, **HEADER)
    (cookie,) = answer.cookies.values()
    said = {name: cookie[name] for name in ("path", "max-age", "samesite", "secure", "domain")}
    assert (answer.status_code, cookie.key) == (200, NAMES[secure])
    assert said == {
        "path": "/api/auth/",
        "max-age": 0 if act == LOGOUT else 86400,
        "samesite": "Strict",
        "secure": secure or "",
        "domain": "",
    }
    if act == LOGOUT:
        assert cookie.value == ""
    else:
        assert cookie["httponly"] is True
        assert RefreshToken(cookie.value)["user_id"] == str(cast.ids["patient"])
