"""Failures told to Sentry: what broke and where, and nothing of the person it broke for.

Nothing is hooked into Django: errors come from the log, and of each event only what is named here is sent.
Imported only where SENTRY_DSN is set.
"""

from __future__ import annotations

from typing import Any

import sentry_sdk
from sentry_sdk.integrations.atexit import AtexitIntegration
from sentry_sdk.integrations.excepthook import ExcepthookIntegration

from activity import origin
from config import environment, logs
from config.request_log import route_of

EVENT = (
    "event_id",
    "timestamp",
    "level",
    "logger",
    "platform",
    "release",
    "environment",
    "server_name",
    "sdk",
)
EXCEPTION = ("type", "module", "mechanism")
FRAME = (
    "filename",
    "abs_path",
    "module",
    "function",
    "lineno",
    "in_app",
    "pre_context",
    "context_line",
    "post_context",
)


def start(dsn: str) -> None:
    sentry_sdk.init(
        dsn,
        release=environment.version(),
        default_integrations=False,
        auto_enabling_integrations=False,
        integrations=[ExcepthookIntegration(), AtexitIntegration(callback=quietly)],
        before_send=only_what_is_named,
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        auto_session_tracking=False,
        send_client_reports=False,
        propagate_traces=False,
    )


def quietly(pending: int, timeout: float) -> None:
    """At the end of a process what is still to be sent is sent without a word."""


def only_what_is_named(event: Any, hint: dict[str, Any]) -> Any:
    record = hint.get("log_record")
    told = _only(EVENT, event)
    if record:
        told["logentry"] = {"message": logs.words_of(record)}
    if values := event.get("exception", {}).get("values"):
        told["exception"] = {"values": [_exception(value) for value in values]}
        told["exception"]["values"][-1]["value"] = logs.kind_of(hint["exc_info"][1])
    told["tags"] = _tags(getattr(record, "request", None))
    return told


def _exception(value: dict[str, Any]) -> dict[str, Any]:
    frames = [_only(FRAME, frame) for frame in (value.get("stacktrace") or {}).get("frames", ())]
    return _only(EXCEPTION, value) | {"stacktrace": {"frames": frames}}


def _tags(request: Any) -> dict[str, str]:
    tags = {"request_id": origin.request_id.get() or ""}
    if request is not None:
        tags |= {"method": request.method, "route": route_of(request)}
    return tags


def _only(names: tuple[str, ...], told: dict[str, Any]) -> dict[str, Any]:
    return {name: told[name] for name in names if name in told}
