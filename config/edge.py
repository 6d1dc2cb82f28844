"""What is true of every request before any view is asked."""

from __future__ import annotations

import io
import ipaddress
import uuid
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, UnreadablePostError

from activity import origin
from config import api

BIGGEST_BODY = 64 * 1024
DISCARDED_AT_MOST = 1024 * 1024
METHODS = ("get", "post", "put", "patch", "delete")


class RequestEdge:
    """The outermost ring: gives each request an id and its true address, and answers unknown methods."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request_id = uuid.uuid4().hex
        origin.request_id.set(request_id)
        origin.address.set(address_of(request))
        response = self.get_response(request)
        origin.request_id.set(None)  # what the thread does next has nothing to do with this request
        response["X-Request-ID"] = request_id
        if request.path.startswith("/api/") and not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store"
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """A method that a path does not have is refused before anyone is asked who they are."""
        view_class = getattr(view, "cls", None)
        if view_class is None:
            return None
        allowed = [name.upper() for name in METHODS if hasattr(view_class, name)]
        if request.method in allowed or (request.method == "HEAD" and "GET" in allowed):
            return None
        return api.method_not_allowed(allowed)


def address_of(request: HttpRequest) -> str | None:
    """The caller's address: the one that the outermost proxy we trust has seen.

    Each of the TRUSTED_PROXIES appends the address it was called from to `X-Forwarded-For`, so what
    stands further left is the caller's own word and is not believed.
    """
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",")]
    trusted = settings.TRUSTED_PROXIES
    claimed = hops[-trusted] if trusted and len(hops) >= trusted else request.META.get("REMOTE_ADDR", "")
    try:
        return str(ipaddress.ip_address(claimed))
    except ValueError:
        return None


class BodyLimit:
    """The innermost ring: a refusal from here is in the reader's language, and pages of other origins may
    read it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            fits = body_fits(request)
        except UnreadablePostError:
            return api.unreadable()
        return self.get_response(request) if fits else api.too_large()


def body_fits(request: HttpRequest) -> bool:
    """Whether the body is small enough; reads a chunked one, and throws away some of one that is too large
    so that the connection stays usable."""
    stream = request.META.get("wsgi.input")
    if "chunked" in request.headers.get("Transfer-Encoding", "").lower() and stream is not None:
        body = _read(stream, BIGGEST_BODY + 1)
        if len(body) > BIGGEST_BODY:
            _discard(stream, DISCARDED_AT_MOST - len(body))
            return False
        request.META["CONTENT_LENGTH"] = str(len(body))
        request._stream = io.BytesIO(body)
        return True
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    if length > BIGGEST_BODY:
        _discard(stream, min(length, DISCARDED_AT_MOST))
        return False
    return True


def _discard(stream: Any, count: int) -> None:
    while count > 0 and (chunk := _read(stream, min(count, BIGGEST_BODY))):
        count -= len(chunk)


def _read(stream: Any, count: int) -> bytes:
    """Raises UnreadablePostError, as Django does, where a body breaks off or is not framed as HTTP."""
    try:
        return stream.read(count)
    except Exception as error:
        raise UnreadablePostError from error  # each server has errors of its own for it
