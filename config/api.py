"""The envelope, once: how every answer of the API looks, whether it went well or not."""

from __future__ import annotations

import json
import logging
import sys
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.utils.encoding import force_str
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions
from rest_framework.renderers import BaseRenderer
from rest_framework.response import Response

from activity import origin
from clinic.errors import Refused, TooMany
from clinic.pages import PageResponse
from config import logs

log = logging.getLogger(__name__)

RETRY_AFTER_SECONDS = 2

WORDS: dict[type[Exception], tuple[int, str, Any]] = {
    exceptions.NotAuthenticated: (401, "not_authenticated", _("Sign in first.")),
    exceptions.AuthenticationFailed: (
        401,
        "token_invalid",
        _("Your session has ended. Sign in again."),
    ),
    exceptions.PermissionDenied: (403, "forbidden", _("You may not do this.")),
    PermissionDenied: (403, "forbidden", _("You may not do this.")),
    exceptions.NotFound: (404, "not_found", _("There is nothing here.")),
    Http404: (404, "not_found", _("There is nothing here.")),
    exceptions.MethodNotAllowed: (
        405,
        "method_not_allowed",
        _("This address does not take that method."),
    ),
    exceptions.NotAcceptable: (406, "not_acceptable", _("We can answer in JSON only.")),
    exceptions.UnsupportedMediaType: (415, "unsupported_media_type", _("Send JSON.")),
    exceptions.ParseError: (400, "malformed", _("This is not JSON that we can read.")),
    UnreadablePostError: (400, "malformed", _("This is not JSON that we can read.")),
    exceptions.ValidationError: (400, "invalid", _("Some fields need another look.")),
}
TOO_LARGE = _("That is more than we can take at once.")
BROKEN = _("Something broke on our side. Tell us this number: %(id)s")
BUSY = _("The clinic's server is busy with itself. Try again in a moment.")


class Plain(json.JSONEncoder):
    def default(self, value: Any) -> Any:
        return force_str(value) if isinstance(value, Promise) else super().default(value)


def as_json(body: dict[str, Any]) -> bytes:
    return json.dumps(body, cls=Plain, ensure_ascii=False, separators=(",", ":")).encode()


class RefusalResponse(Response):
    """An answer that is in its envelope already."""

    @property
    def code(self) -> str:
        return self.data["code"]


class PlainRefusal(HttpResponse):
    """The same, outside DRF."""

    code: str


class EnvelopeRenderer(BaseRenderer):
    media_type = "application/json"
    format = "json"
    charset = None

    def render(self, data: Any, media_type: Any = None, context: Any = None) -> bytes:
        response = (context or {}).get("response")
        if isinstance(response, RefusalResponse):
            return as_json(data)
        body = {"success": True, "message": "", "data": data}
        if isinstance(response, PageResponse):
            body["meta"] = response.meta
        return as_json(body)


def refusal_body(code: str, message: Any, data: Any = None) -> dict[str, Any]:
    return {"success": False, "message": message, "code": code, "data": data}


def answer_exception(error: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's exception handler. What it does not know is a bug, and goes on to handler500."""
    headers: dict[str, str] = {}
    if isinstance(error, Refused):
        status, body = error.status, refusal_body(error.code, error.message, error.data)
        if isinstance(error, TooMany):
            headers["Retry-After"] = str(error.retry_after)
    elif isinstance(error, OperationalError | InterfaceError):
        log.warning("database unavailable: %s", logs.kind_of(error))
        status, body, headers = unavailable()
    elif words := _words_for(error):
        status, code, message = words
        data = error.detail if isinstance(error, exceptions.ValidationError) else None
        body = refusal_body(code, message, data)
    else:
        return None
    _answer_in_json(context["request"])
    return _enveloped(status, body, headers)


def _answer_in_json(request: Any) -> None:
    """A refusal is an envelope also where a view answers with something else, as the schema's does."""
    request.accepted_renderer, request.accepted_media_type = EnvelopeRenderer(), EnvelopeRenderer.media_type


def _words_for(error: Exception) -> tuple[int, str, Any] | None:
    return next((WORDS[kind] for kind in type(error).__mro__ if kind in WORDS), None)


def _enveloped(status: int, body: dict[str, Any], headers: dict[str, str]) -> Response:
    if status == HTTPStatus.UNAUTHORIZED:
        headers = {**headers, "WWW-Authenticate": "Bearer"}  # RFC 9110, 15.5.2
    return RefusalResponse(body, status=status, headers=headers)


def unavailable() -> tuple[int, dict[str, Any], dict[str, str]]:
    return 503, refusal_body("unavailable", BUSY), {"Retry-After": str(RETRY_AFTER_SECONDS)}


def plain_answer(status: int, body: dict[str, Any], headers: dict[str, str] | None = None) -> HttpResponse:
    """The envelope outside DRF."""
    answer = PlainRefusal(as_json(body), status=status, content_type="application/json", headers=headers)
    answer.code = body["code"]
    return answer


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return plain_answer(*_of(Http404))


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return plain_answer(400, refusal_body("invalid", HTTPStatus.BAD_REQUEST.phrase))


def server_error(request: HttpRequest) -> HttpResponse:
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return plain_answer(*unavailable())
    number = origin.request_id.get()
    return plain_answer(500, refusal_body("server_error", BROKEN % {"id": number}, {"request_id": number}))


def method_not_allowed(allowed: list[str]) -> HttpResponse:
    return plain_answer(*_of(exceptions.MethodNotAllowed), {"Allow": ", ".join(allowed)})


def unreadable() -> HttpResponse:
    return plain_answer(*_of(UnreadablePostError))


def too_large() -> HttpResponse:
    return plain_answer(413, refusal_body("too_large", TOO_LARGE))


def _of(kind: type[Exception]) -> tuple[int, dict[str, Any]]:
    status, code, message = WORDS[kind]
    return status, refusal_body(code, message)
