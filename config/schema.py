"""The OpenAPI schema knows the envelope too, so that no view has to."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, ClassVar

from drf_spectacular.extensions import OpenApiAuthenticationExtension, OpenApiSerializerFieldExtension
from drf_spectacular.openapi import AutoSchema

from accounts.authentication import wants_two_step
from accounts.permissions import Anyone, SignedIn
from clinic.fields import ClinicClock, ClinicDate, ClinicInstant, ClinicMinute, Instant, PlainDate, WallTime
from clinic.pages import Pages
from clinic.schema import STATUS_OF
from config.schema_refusals import refusal

META = {
    "type": "object",
    "required": ["page", "page_size", "total"],
    "properties": {name: {"type": "integer"} for name in ("page", "page_size", "total")},
}
# What an answer without data holds.
NULL = {"nullable": True, "enum": [None]}
# Whose refusals a path answers with, where its view stands in another app.
SPEAKS_FOR = {"/users/": "accounts", "/notifications/": "notifications"}
ALWAYS = ("method_not_allowed", "not_acceptable", "server_error", "unavailable")


class EnvelopeAutoSchema(AutoSchema):
    """Wraps what a view answers into the envelope, and adds the refusals that it can meet."""

    def get_tags(self) -> list[str]:
        return [self.path.split("/")[2]]

    def get_description(self, *args: Any) -> str:
        """Nothing beside the summary: a view's docstring is a word to its programmers."""
        return ""

    def get_operation_id(self) -> str:
        parts = [part.strip("{}").replace("-", "_") for part in self.path.split("/")[2:] if part]
        return "_".join([*parts, self.method.lower()])

    def get_operation(self, *args: Any, **kwargs: Any) -> dict[str, Any] | None:
        operation = super().get_operation(*args, **kwargs)
        if operation:
            operation["responses"] |= self._refusals("requestBody" in operation)
        return operation

    def _get_request_body(self, direction: Any = "request") -> Any:
        """Of a DELETE that is confirmed by its body, too, which the library does not look for."""
        method = self.method
        if getattr(getattr(self.view, method.lower()), "takes_body", False):
            self.method = "POST"
        try:
            return super()._get_request_body(direction)
        finally:
            self.method = method

    def _get_response_for_code(
        self, serializer: Any, status_code: str, media_types: Any = None, direction: str = "response"
    ) -> dict[str, Any]:
        response = super()._get_response_for_code(serializer, status_code, media_types, direction)
        for body in response.setdefault("content", _nothing()).values():
            body["schema"] = self._enveloped(body["schema"])
            for example in body.get("examples", {}).values():
                example["value"] = self._envelope_of(example["value"])
        response["description"] = response.get("description") or "Done."
        return response

    @property
    def _paged(self) -> bool:
        return getattr(self.view, "pagination_class", None) is Pages and self.method == "GET"

    def _envelope_of(self, data: Any) -> dict[str, Any]:
        meta = {"meta": {"page": 1, "page_size": 20, "total": len(data)}} if self._paged else {}
        return {"success": True, "message": "", "data": data, **meta}

    def _enveloped(self, data: dict[str, Any]) -> dict[str, Any]:
        properties = {
            "success": {"type": "boolean", "enum": [True]},
            "message": {"type": "string"},
            "data": data,
        }
        if self._paged:
            properties["meta"] = META
        return {"type": "object", "required": list(properties), "properties": properties}

    def _refusals(self, has_body: bool) -> dict[str, Any]:
        by_status: dict[int, list[str]] = defaultdict(list)
        for code in sorted({*self._codes(has_body)}):
            by_status[STATUS_OF[code]].append(code)
        room = self.view.__module__.partition(".")[0]
        app = next((app for part, app in SPEAKS_FOR.items() if part in self.path), room)
        return {str(status): refusal(codes, app) for status, codes in sorted(by_status.items())}

    def _codes(self, has_body: bool) -> list[str]:
        method = getattr(self.view, self.method.lower())
        codes = [*ALWAYS, *getattr(method, "refusals", getattr(self.view, "refusals", ()))]
        permissions = self.view.get_permissions()
        if self.view.get_authenticators():
            codes.append("token_invalid")
            if wants_two_step(self.path, permissions):
                codes.append("two_step_required")
        if not any(isinstance(permission, Anyone) for permission in permissions):
            codes.append("not_authenticated")
        if any(type(permission) not in (Anyone, SignedIn) for permission in permissions):
            codes.append("forbidden")
        if "{" in self.path:
            codes.append("not_found")
        if has_body or self.method == "POST":
            codes += ["invalid", "malformed", "too_large", "unsupported_media_type"]
        elif self.method == "GET" and (self._paged or self.get_override_parameters()):
            codes.append("invalid")
        return codes


def _nothing() -> dict[str, Any]:
    return {"application/json": {"schema": NULL, "examples": {"Done": {"value": None}}}}


class BearerScheme(OpenApiAuthenticationExtension):
    target_class = "accounts.authentication.SessionAuthentication"
    name = "bearer"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, Any]:
        return {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}


class WrittenAs(OpenApiSerializerFieldExtension):
    """Our fields of time are strings of one form each."""

    target_class = "rest_framework.serializers.Field"
    match_subclasses = True
    forms: ClassVar = {
        PlainDate: {"type": "string", "format": "date"},
        Instant: {"type": "string", "format": "date-time"},
        ClinicDate: {"type": "string", "format": "date"},
        ClinicInstant: {"type": "string", "format": "date-time"},
        ClinicClock: {"type": "string", "pattern": r"^\d\d:\d\d:\d\d$"},
        ClinicMinute: {"type": "string", "pattern": r"^\d\d:\d\d$"},
        WallTime: {"type": "string", "pattern": r"^\d\d:\d\d(:00)?$"},
    }

    @classmethod
    def _matches(cls, target: Any) -> bool:
        return isinstance(target, tuple(cls.forms))

    def map_serializer_field(self, auto_schema: AutoSchema, direction: str) -> dict[str, Any]:
        return next(form for kind, form in self.forms.items() if isinstance(self.target, kind))
