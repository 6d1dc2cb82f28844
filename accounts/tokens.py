"""Tokens: what a session hands out, and how one that comes back is read."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken, Token

from accounts.models import Session
from accounts.refusals import TokenInvalid

REFRESH_LIFETIME: timedelta = RefreshToken.lifetime


class Pair(NamedTuple):
    access: str
    refresh: str


class Presented(NamedTuple):
    """What a refresh token that was signed by us says."""

    session_id: int
    user_id: int
    jti: str


def pair_for(session: Session, now: datetime) -> Pair:
    """A new access token, and the session's live refresh token.

    The refresh token is never stored: minted again for the same `jti` and moment it is the same token.
    """
    refresh = _stamped(RefreshToken(), session, session.rotated_at)
    refresh["jti"] = session.refresh_jti
    return Pair(str(_stamped(AccessToken(), session, now)), str(refresh))


def presented(refresh: str) -> Presented:
    """Read a refresh token; raises TokenInvalid for anything that is not a live one of ours."""
    try:
        token = RefreshToken(refresh)  # type: ignore[arg-type]  # annotated as Token, takes text
        return Presented(int(token["sid"]), int(token["user_id"]), str(token["jti"]))
    except (TokenError, KeyError, TypeError, ValueError) as error:
        raise TokenInvalid from error


def _stamped(token: Token, session: Session, at: datetime) -> Token:
    token.set_exp(from_time=at)
    token.set_iat(at_time=at)
    token["user_id"] = str(session.user_id)
    token["sid"] = session.pk
    token["email"] = session.user.email
    token["role"] = session.user.role
    return token
