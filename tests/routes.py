"""The addresses of the API and their methods, read off the URLconf: a new one is tested unnamed."""

import re
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, get_resolver

from config.edge import METHODS as KNOWN

# TRACE and one that nobody has heard of stand for all that no address takes.
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW")


@dataclass(frozen=True)
class Route:
    path: str
    view: Any

    @property
    def methods(self) -> list[str]:
        return [method.upper() for method in KNOWN if hasattr(self.view, method)]

    @property
    def example(self) -> str:
        """An address of this form; there need be nothing at it."""
        return "/" + re.sub(r"<[^>]+>", "1", self.path)


def routes() -> list[Route]:
    return [route for pattern in get_resolver().url_patterns for route in _below(pattern, "")]


def _below(pattern: Any, above: str) -> list[Route]:
    path = above + str(pattern.pattern)
    if not isinstance(pattern, URLPattern):
        return [route for inner in pattern.url_patterns for route in _below(inner, path)]
    view = getattr(pattern.callback, "cls", None)
    return [Route(path, view)] if view else []
