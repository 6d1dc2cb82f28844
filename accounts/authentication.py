"""Who is asking: an access token names a session, and the session's row has the last word."""

from __future__ import annotations

from django.db import connection
from django.utils import translation
from rest_framework.request import Request
from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.exceptions import InvalidToken
from rest_framework_simplejwt.tokens import Token

from accounts.models import Session, User

SESSION_COLUMNS = [field.attname for field in Session._meta.concrete_fields]
USER_COLUMNS = [field.attname for field in User._meta.concrete_fields]
WANTED = [*(f"session.{name}" for name in SESSION_COLUMNS), *(f"person.{name}" for name in USER_COLUMNS)]
OPEN_SESSION = f"""
SELECT {", ".join(WANTED)}
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
    password stop tokens that are still good for an hour.
    """

    def authenticate(self, request: Request) -> tuple[User, Session] | None:  # type: ignore[override]  # see the class
        header = self.get_header(request)
        if not header:
            return None
        session = _session_of(self.get_validated_token(_bearer_token(header)))
        translation.activate(session.user.language)
        return session.user, session


def _bearer_token(header: bytes) -> bytes:
    match header.split():
        case [scheme, token] if scheme.lower() == b"bearer":
            return token
    raise InvalidToken


def _session_of(token: Token) -> Session:
    try:
        named = {"pk": int(token["sid"]), "user_id": int(token["user_id"])}
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidToken from error
    session = _read(named)
    if session is None:
        raise InvalidToken
    return session


def _read(named: dict[str, int]) -> Session | None:
    """The open session and its active user, by a statement built once rather than for each request."""
    with connection.cursor() as cursor:
        cursor.execute(OPEN_SESSION, named)
        row = cursor.fetchone()
    if row is None:
        return None
    session = Session.from_db(connection.alias, SESSION_COLUMNS, row[: len(SESSION_COLUMNS)])
    session.user = User.from_db(connection.alias, USER_COLUMNS, row[len(SESSION_COLUMNS) :])
    return session
