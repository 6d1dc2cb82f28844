"""Sessions: who is signed in. A session has one line of refresh tokens, each used once."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from django.db import models, transaction

from accounts.models import Session, User
from accounts.refusals import TokenInvalid
from accounts.tokens import REFRESH_LIFETIME, Pair, Presented, pair_for, presented
from activity.log import record

# An answer lost on the way, or a second tab: the token just spent still answers for so long.
GRACE = timedelta(seconds=10)
DEVICE_LENGTH = 200


def open_for(user: User, *, device: str, address: str | None, now: datetime) -> Session:
    """A new session; call it where the user's row is locked."""
    return Session.objects.create(
        user=user,
        device="".join(filter(str.isprintable, device))[:DEVICE_LENGTH],
        address=address,
        created_at=now,
        last_seen=now,
        rotated_at=now,
        refresh_jti=uuid4().hex,
    )


def rotate(*, refresh: str, now: datetime) -> Pair:
    """Spend a refresh token for its successor; raises TokenInvalid.

    A token spent before ends its session: either it or its successor is in the wrong hands, and nobody can
    tell which (RFC 9700, 4.14.2). That end stands although the request is refused.
    """
    pair = _spend(presented(refresh), now)
    if pair is None:
        raise TokenInvalid
    return pair


@transaction.atomic
def _spend(token: Presented, now: datetime) -> Pair | None:
    session = (
        Session.objects.select_for_update(of=("self",), no_key=True)
        .select_related("user")
        .filter(pk=token.session_id, user_id=token.user_id, ended_at=None, user__is_active=True)
        .first()
    )
    if session is None:
        return None
    if token.jti == session.refresh_jti:
        session.spent_jti, session.refresh_jti = session.refresh_jti, uuid4().hex
        session.rotated_at = session.last_seen = now
        session.save(update_fields=["spent_jti", "refresh_jti", "rotated_at", "last_seen"])
    elif token.jti != session.spent_jti or now - session.rotated_at > GRACE:
        _end(session, now)
        record("session.reused", session, by=session.user, at=now)
        return None
    return pair_for(session, now)


@transaction.atomic
def end(*, session: Session, by: User, now: datetime) -> None:
    """Sign out: the session's tokens stop working at once, for good. One that has ended stays as it is."""
    if Session.objects.filter(pk=session.pk, ended_at=None).update(ended_at=now):
        record("session.ended", session, by=by, at=now)


def end_all(*, user: User, now: datetime, but: Session | None = None) -> None:
    """Sign someone out everywhere, or everywhere else; call it where the user's row is locked."""
    kept = [but.pk] if but else []
    Session.objects.filter(user=user, ended_at=None).exclude(pk__in=kept).update(ended_at=now)


def open_of(user: User, now: datetime) -> models.QuerySet[Session]:
    """The sessions that can still be used, the latest first."""
    alive = Session.objects.filter(user=user, ended_at=None, rotated_at__gt=now - REFRESH_LIFETIME)
    return alive.order_by("-last_seen", "-pk")


def of_refresh(refresh: str, user: User) -> Session:
    """The session of this user that a refresh token belongs to; raises TokenInvalid."""
    token = presented(refresh)
    session = Session.objects.filter(pk=token.session_id, user=user).first()
    if session is None:
        raise TokenInvalid
    return session


def _end(session: Session, now: datetime) -> None:
    session.ended_at = now
    session.save(update_fields=["ended_at"])
