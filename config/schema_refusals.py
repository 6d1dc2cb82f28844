"""Refusals in the OpenAPI schema: what each code says, written once."""

from __future__ import annotations

from typing import Any

from clinic.errors import Refused, kinds_of
from config import api

# What the edge says; everything else a refusal says itself.
MESSAGES = {code: words for _status, code, words in api.WORDS.values()} | {
    "too_large": api.TOO_LARGE,
    "server_error": api.BROKEN % {"id": "0f8fad5bd9cb469fa16570867728950e"},
    "unavailable": api.BUSY,
}


def refusal(codes: list[str], app: str) -> dict[str, Any]:
    """The answer of one status, with an example for each of its codes."""
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
    examples = {code: {"value": api.refusal_body(code, str(message_of(code, app)))} for code in codes}
    return {
        "description": ", ".join(f"`{code}`" for code in codes),
        "content": {"application/json": {"schema": schema, "examples": examples}},
    }


def message_of(code: str, app: str) -> Any:
    """The sentence that comes with a code; two apps may say the same in words of their own."""
    refusals = sorted(kinds_of(Refused), key=lambda kind: kind.__module__.startswith(app))
    return ({kind.code: kind.message for kind in refusals} | MESSAGES)[code]


def share_refusals(result: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
    """A hook of drf-spectacular: operations name the refusals that they have in common."""
    shared: dict[str, Any] = {}
    operations = [operation for path in result["paths"].values() for operation in path.values()]
    for responses in [operation["responses"] for operation in operations]:
        for status in [status for status in responses if status >= "400"]:
            answer = responses[status]
            name = ".".join(answer["content"]["application/json"]["examples"])
            if shared.setdefault(name, answer) == answer:
                responses[status] = {"$ref": f"#/components/responses/{name}"}
    result["components"]["responses"] = dict(sorted(shared.items()))
    return result
