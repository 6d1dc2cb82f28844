"""The OpenAPI schema knows the envelope too, so that no view has to."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, ClassVar

from drf_spectacular.extensions import OpenApiAuthenticationExtension, OpenApiSerializerFieldExtension
from drf_spectacular.openapi import AutoSchema

from accounts.permissions import Anyone, SignedIn
from clinic.fields import ClinicClock, ClinicDate, ClinicInstant, ClinicMinute, Instant, PlainDate, WallTime
from clinic.pages import Pages
from clinic.schema import STATUS_OF

META = {
    "type": "object",
    "required": ["page", "page_size", "total"],
    "properties": {name: {"type": "integer"} for name in ("page", "page_size", "total")},
}
ALWAYS = ("method_not_allowed", "not_acceptable", "server_error", "unavailable")


class EnvelopeAutoSchema(AutoSchema):
    """Wraps what a view answers into the envelope, and adds the refusals that it can meet."""

    def get_tags(self) -> list[str]:
        return [self.path.split("/")[2]]

    def get_operation_id(self) -> str:
        parts = [part.strip("{}").replace("-", "_") for part in self.path.split("/")[2:] if part]
        return "_".join([*parts, self.method.lower()])

    def get_operation(self, *args: Any, **kwargs: Any) -> dict[str, Any] | None:
        operation = super().get_operation(*args, **kwargs)
        if operation:
            operation["responses"] |= self._refusals("requestBody" in operation)
        return operation

    def _get_response_for_code(
        self, serializer: Any, status_code: str, media_types: Any = None, direction: str = "response"
    ) -> dict[str, Any]:
        response = super()._get_response_for_code(serializer, status_code, media_types, direction)
        bodies = response.setdefault("content", {"application/json": {"schema": {"nullable": True}}})
        for body in bodies.values():
            body["schema"] = self._enveloped(body.get("schema", {}))
            for example in body.get("examples", {}).values():
                example["value"] = {"success": True, "message": "", "data": example["value"]}
        response["description"] = response.get("description") or "Done."
        return response

    def _enveloped(self, data: dict[str, Any]) -> dict[str, Any]:
        paged = getattr(self.view, "pagination_class", None) is Pages and self.method == "GET"
        properties = {
            "success": {"type": "boolean", "enum": [True]},
            "message": {"type": "string"},
            "data": data,
        }
        if paged:
            properties["meta"] = META
        return {"type": "object", "required": list(properties), "properties": properties}

    def _refusals(self, has_body: bool) -> dict[str, Any]:
        by_status: dict[int, list[str]] = defaultdict(list)
        for code in sorted({*self._codes(has_body)}):
            by_status[STATUS_OF[code]].append(code)
        return {str(status): _refusal(codes) for status, codes in sorted(by_status.items())}

    def _codes(self, has_body: bool) -> list[str]:
        method = getattr(self.view, self.method.lower())
        codes = [*ALWAYS, *getattr(method, "refusals", ())]
        permissions = self.view.get_permissions()
        if not any(isinstance(permission, Anyone) for permission in permissions):
            codes += ["not_authenticated", "token_invalid"]
        if any(type(permission) not in (Anyone, SignedIn) for permission in permissions):
            codes.append("forbidden")
        if "{" in self.path:
            codes.append("not_found")
        if has_body:
            codes += ["invalid", "malformed", "too_large", "unsupported_media_type"]
        elif self.method == "GET" and self.get_override_parameters():
            codes.append("invalid")
        return codes


def _refusal(codes: list[str]) -> dict[str, Any]:
    schema = {
        "type": "object",
        "required": ["success", "message", "code", "data"],
        "properties": {
            "success": {"type": "boolean", "enum": [False]},
            "message": {"type": "string", "description": "A sentence for people."},
            "code": {"type": "string", "enum": codes},
            "data": {"nullable": True},
        },
    }
    example = {"success": False, "message": "…", "code": codes[0], "data": None}
    return {
        "description": ", ".join(f"`{code}`" for code in codes),
        "content": {"application/json": {"schema": schema, "example": example}},
    }


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
