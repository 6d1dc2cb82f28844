"""What a view says of itself to the OpenAPI schema, beside what drf-spectacular reads off it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from drf_spectacular.utils import OpenApiExample

View = TypeVar("View", bound=Callable[..., Any])

# Which status each code comes with (api.md).
STATUS_OF = {
    "invalid": 400,
    "malformed": 400,
    "in_the_past": 400,
    "outside_open_times": 400,
    "beyond_horizon": 400,
    "too_soon": 400,
    "not_authenticated": 401,
    "token_invalid": 401,
    "bad_credentials": 401,
    "code_required": 401,
    "forbidden": 403,
    "account_pending": 403,
    "account_rejected": 403,
    "account_deactivated": 403,
    "two_step_required": 403,
    "step_up_required": 403,
    "not_found": 404,
    "method_not_allowed": 405,
    "not_acceptable": 406,
    "time_taken": 409,
    "patient_busy": 409,
    "doctor_unavailable": 409,
    "too_many_upcoming": 409,
    "wrong_status": 409,
    "not_started": 409,
    "not_today": 409,
    "too_late_to_cancel": 409,
    "admin_seats_full": 409,
    "last_admin": 409,
    "own_account": 409,
    "would_cancel_appointments": 409,
    "too_large": 413,
    "unsupported_media_type": 415,
    "idempotency_mismatch": 422,
    "throttled": 429,
    "locked_out": 429,
    "server_error": 500,
    "unavailable": 503,
}


def refuses(*codes: str) -> Callable[[View], View]:
    """Name the refusals of one method of a view that do not follow from its path and its permissions."""
    unknown = set(codes) - STATUS_OF.keys()
    if unknown:
        raise ValueError(f"no such codes: {sorted(unknown)}")

    def mark(view: View) -> View:
        view.refusals = codes  # type: ignore[attr-defined]  # read by config.schema
        return view

    return mark


def takes_body[Method: Callable[..., Any]](view: Method) -> Method:
    """Name a DELETE that is confirmed by what is sent with it (RFC 9110, 9.3.5)."""
    view.takes_body = True  # type: ignore[attr-defined]  # read by config.schema
    return view


def sent(name: str, body: dict[str, Any]) -> OpenApiExample:
    return OpenApiExample(name, body, request_only=True)


def answered(name: str, data: Any, status: int = 200) -> OpenApiExample:
    """`data` of the answer; config.schema puts the envelope round it."""
    return OpenApiExample(name, data, response_only=True, status_codes=[str(status)])
