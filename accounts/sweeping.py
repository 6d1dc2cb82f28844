"""What nobody needs any more of sign-ins and of counts."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from accounts.lockout import KNOWN_FOR
from accounts.models import Session, SignInFailure, Tally

# All counting looks back an hour, and nobody waits for longer than fifteen minutes.
COUNTED_FOR = timedelta(days=1)


def sweep(now: datetime) -> None:
    """Forget old failures and counts, and sessions that ended or lapsed before any address that is known."""
    SignInFailure.objects.filter(recent__0__lt=now - COUNTED_FOR).delete()
    Tally.objects.filter(hour__lt=now - COUNTED_FOR).delete()
    long_ago = now - KNOWN_FOR
    Session.objects.filter(Q(ended_at__lt=long_ago) | Q(last_seen__lt=long_ago)).delete()
