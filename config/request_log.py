"""One line in the log for each request: what was asked, by whom, what came of it, and at what cost."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from functools import cache
from time import perf_counter
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse

from activity import origin

log = logging.getLogger(__name__)

METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
BROKEN = 500


class RequestLog:
    """Inside the edge, which has given the request its id; around everything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.meter: Any = None
        if settings.METRICS_PORT:
            from config import metrics

            self.meter = metrics

    def __call__(self, request: HttpRequest) -> HttpResponse:
        statements = Statements()
        acts: list[str] = []
        origin.acts.set(acts)
        if self.meter:
            self.meter.in_progress.inc()
        started = perf_counter()
        with connection.execute_wrapper(statements):
            response = self.get_response(request)
        seconds = perf_counter() - started
        told = facts_of(request, response) | {"statements": statements.count, "acts": acts or None}
        level = logging.ERROR if response.status_code >= BROKEN else logging.INFO
        if log.isEnabledFor(level):
            told["milliseconds"] = round(seconds * 1000, 1)
            log.log(level, "%s %s %s", told["method"], told["route"], told["status"], extra=told)
        if self.meter:
            self.meter.count(told, seconds)
        return response


class Statements:
    """Counts what is sent to the database; nothing is kept of a statement."""

    __slots__ = ("count",)

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, execute: Callable[..., Any], *statement: Any) -> Any:
        self.count += 1
        return execute(*statement)


def facts_of(request: HttpRequest, response: HttpResponse) -> dict[str, Any]:
    """Who asked for what, and what came of it. Whatever a caller can make up is one of a few words here."""
    user = getattr(request, "user", None)
    return {
        "user": user.pk if user else None,
        "role": user.role if user else None,
        "method": request.method if request.method in METHODS else "other",
        "route": route_of(request),
        "status": response.status_code,
        "code": getattr(response, "code", None),
    }


def route_of(request: HttpRequest) -> str:
    """The pattern of the address, as `/api/appointments/{id}/`: an address itself names people and what was
    searched for."""
    match = request.resolver_match
    if match and match.route:
        return _pattern(match.route)
    return "/api/*" if request.path_info.startswith("/api/") else "/*"


@cache
def _pattern(route: str) -> str:
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", route).replace("pk}", "id}")
