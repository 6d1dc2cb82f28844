"""What several files about accounts say of their people."""

from typing import Any

from accounts.models import Authenticator, RecoveryCode, Registration, Session, SignInFailure, User
from accounts.sessions import open_for
from accounts.tokens import Pair, pair_for
from activity.models import Entry

PATIENT: dict[str, Any] = {
    "national_id": "8585-23 627",
    "email": "Margarita11@Example.com",
    "phone_number": "0712 345 678",
    "full_name": " Ruben  Hoppe IV",
    "password": "quite-a-long-one",
    "role": "patient",
    "date_of_birth": "2002-03-09",
    "gender": "female",
}


def invalid(**fields: str) -> dict[str, Any]:
    """The answer that names these fields, with one sentence each."""
    return {
        "success": False,
        "message": "Some fields need another look.",
        "code": "invalid",
        "data": {name: [words] for name, words in fields.items()},
    }


def refusal(code: str, message: str, data: Any = None) -> dict[str, Any]:
    return {"success": False, "message": message, "code": code, "data": data}


TOKEN_INVALID = refusal("token_invalid", "Your session has ended. Sign in again.")
NOT_AUTHENTICATED = refusal("not_authenticated", "Sign in first.")
FORBIDDEN = refusal("forbidden", "You may not do this.")
NOT_FOUND = refusal("not_found", "There is nothing here.")
BAD_CREDENTIALS = refusal("bad_credentials", "The national ID or the password is not right.")
LOCKED_OUT = refusal("locked_out", "Too many failed attempts. Wait before you try again.")
WRONG_STATUS = refusal("wrong_status", "That cannot be done to this account as it stands.")


def people() -> list[list[dict[str, Any]]]:
    """All that is kept of people, to compare before and after a refusal."""
    return [list(table.objects.order_by("pk").values()) for table in (User, Registration, Session)]


def logged() -> list[tuple[str, str, int | None]]:
    return list(Entry.objects.order_by("pk").values_list("action", "target", "actor"))


def signed_in_since(user: User, moment: Any, address: str = "127.0.0.1") -> tuple[Session, Pair]:
    session = open_for(user, device="Firefox", address=address, now=moment)
    return session, pair_for(session, moment)


def failures() -> list[tuple[str, int, int]]:
    """Of each address: how many failures are remembered, and how often in a row it has had to wait."""
    rows = SignInFailure.objects.order_by("address").values_list("address", "recent", "waits")
    return [(address, len(recent), waits) for address, recent, waits in rows]


def kept_of_two_step() -> list[list[dict[str, Any]]]:
    """All that is kept of two-step sign-in, to compare before and after a refusal."""
    tables = (User.objects.filter(two_step_since__isnull=False), Authenticator.objects, RecoveryCode.objects)
    return [list(table.order_by("pk").values()) for table in tables]
