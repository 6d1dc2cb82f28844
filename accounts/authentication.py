"""Who is asking: an access token names a session, and the session's row has the last word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.utils import translation
from rest_framework.request import Request
from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.exceptions import InvalidToken
from rest_framework_simplejwt.tokens import Token

from accounts.models import Session, User
from accounts.permissions import Anyone
from accounts.refusals import TwoStepRequired

SESSION_COLUMNS = [field.attname for field in Session._meta.concrete_fields]
USER_COLUMNS = [field.attname for field in User._meta.concrete_fields]
# True of those whose role must have two-step sign-in and who have not switched it on yet.
OWES_TWO_STEP = """
person.two_step_since IS NULL
       AND EXISTS (SELECT FROM clinic_clinic clinic WHERE person.role = ANY (clinic.two_step_required_for))
"""
ENROLMENT = "/api/auth/"
WANTED = [*(f"session.{name}" for name in SESSION_COLUMNS), *(f"person.{name}" for name in USER_COLUMNS)]
OPEN_SESSION = f"""
SELECT {", ".join(WANTED)}, {OWES_TWO_STEP}
  FROM accounts_session session JOIN accounts_user person ON person.id = session.user_id
 WHERE session.id = %(pk)s AND session.user_id = %(user_id)s AND session.ended_at IS NULL AND person.is_active
"""  # noqa: S608  # names of our own columns


class SignedInRequest(Request):
    """What a request is once someone is known to be signed in; for annotations."""

    user: User
    auth: Session


class SessionAuthentication(JWTAuthentication):
    """`Authorization: Bearer …` (RFC 6750). `request.auth` is the session.

    One query reads the session and the person, on every request: signing out, a deactivation and a new
    password stop tokens that are still good for an hour. It also tells who owes the clinic two-step sign-in.
    """

    def authenticate(self, request: Request) -> tuple[User, Session] | None:  # type: ignore[override]  # see the class
        header = self.get_header(request)
        if not header:
            return None
        session, owes_two_step = _session_of(self.get_validated_token(_bearer_token(header)))
        translation.activate(session.user.language)
        view = request.parser_context["view"]
        if owes_two_step and wants_two_step(request.path, view.get_permissions()):
            raise TwoStepRequired
        return session.user, session


def wants_two_step(path: str, permissions: Iterable[Any]) -> bool:
    """Whether an address is shut to those who owe two-step sign-in.

    All but where they switch it on, and what anyone may see without a token.
    """
    for_anyone = any(isinstance(permission, Anyone) for permission in permissions)
    return not for_anyone and not path.startswith(ENROLMENT)


def _bearer_token(header: bytes) -> bytes:
    match header.split():
        case [scheme, token] if scheme.lower() == b"bearer":
            return token
    raise InvalidToken


def _session_of(token: Token) -> tuple[Session, bool]:
    try:
        named = {"pk": int(token["sid"]), "user_id": int(token["user_id"])}
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidToken from error
    found = _read(named)
    if found is None:
        raise InvalidToken
    return found


def _read(named: dict[str, int]) -> tuple[Session, bool] | None:
    """The open session with its active user, and whether he owes two-step sign-in.

    By a statement built once rather than for each request.
    """
    with connection.cursor() as cursor:
        cursor.execute(OPEN_SESSION, named)
        row = cursor.fetchone()
    if row is None:
        return None
    session = Session.from_db(connection.alias, SESSION_COLUMNS, row[: len(SESSION_COLUMNS)])
    session.user = User.from_db(connection.alias, USER_COLUMNS, row[len(SESSION_COLUMNS) : -1])
    return session, row[-1]
