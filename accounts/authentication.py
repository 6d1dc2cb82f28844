"""Who is asking: an access token names a session, and the session's row has the last word."""

from __future__ import annotations

from django.utils import translation
from rest_framework.request import Request
from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.exceptions import InvalidToken
from rest_framework_simplejwt.tokens import Token

from accounts.models import Session, User


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
    people = Session.objects.select_related("user")
    session = people.filter(**named, ended_at=None, user__is_active=True).first()
    if session is None:
        raise InvalidToken
    return session
