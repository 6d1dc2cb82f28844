"""The refresh token of a browser: in a cookie that no script can read, sent to `/api/auth/` only.

A foreign page can make a browser send the cookie, but not the header `X-Refresh-Cookie`: what rides on the
cookie must carry it.
"""

from __future__ import annotations

from typing import Any, Literal

from rest_framework.request import Request
from rest_framework.response import Response

from accounts.refusals import CookieNeedsHeader
from accounts.tokens import REFRESH_LIFETIME, Pair

PATH = "/api/auth/"
SAME_SITE: Literal["Strict"] = "Strict"


def wants_cookie(request: Request) -> bool:
    return request.headers.get("X-Refresh-Cookie") == "true"


def name_for(request: Request) -> str:
    return "__Secure-refresh" if request.is_secure() else "refresh"


def refresh_from(request: Request) -> str | None:
    """The refresh token of the cookie; raises CookieNeedsHeader where there is one without the header."""
    cookie = request.COOKIES.get(name_for(request))
    if cookie and not wants_cookie(request):
        raise CookieNeedsHeader
    return cookie


def answer_with(pair: Pair, request: Request, **data: Any) -> Response:
    """Hand a pair out: the refresh token in the cookie where the request wants it there, else in the body."""
    if not wants_cookie(request):
        return Response({**pair._asdict(), **data})
    response = Response({"access": pair.access, **data})
    response.set_cookie(
        name_for(request),
        pair.refresh,
        max_age=int(REFRESH_LIFETIME.total_seconds()),
        path=PATH,
        secure=request.is_secure(),
        httponly=True,
        samesite=SAME_SITE,
    )
    return response


def forget(request: Request, response: Response) -> Response:
    response.delete_cookie(name_for(request), path=PATH, samesite=SAME_SITE)
    return response
