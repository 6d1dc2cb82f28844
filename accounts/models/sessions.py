"""Sign-in: who is signed in from where, and who failed to."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from accounts.models.people import User


class Session(models.Model):
    """One sign-in. Every request checks it; ending it stops all its tokens at once, for good.

    Only the `jti` of the live refresh token and of the one spent before it are kept (RFC 7519, 4.1.7).
    `stepped_up_at` is when a code was last shown in it, to be trusted with more for a while.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="sessions")
    device = models.CharField(max_length=200, blank=True, default="")
    address = models.GenericIPAddressField(null=True)
    created_at = models.DateTimeField()
    last_seen = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    refresh_jti = models.CharField(max_length=32)
    spent_jti = models.CharField(max_length=32, blank=True, default="")
    rotated_at = models.DateTimeField()
    stepped_up_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["user", "-last_seen"],
                condition=Q(ended_at=None),
                name="session_open_of_user",
            ),
            models.Index(fields=["user", "address", "created_at"], name="session_known_address"),
        ]

    def __str__(self) -> str:
        return f"session {self.pk}"


class SignInFailure(models.Model):
    """Failed sign-ins of one national ID (kept as a keyed hash) from one address.

    The row with an empty address counts over all addresses.
    """

    id_hash = models.CharField(max_length=64)
    address = models.CharField(max_length=45, blank=True, default="")
    recent = ArrayField(models.DateTimeField())
    waits = models.PositiveIntegerField(default=0)
    waits_until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["id_hash", "address"], name="sign_in_failure_once"),
        ]

    def __str__(self) -> str:
        return f"failures from {self.address or 'everywhere'}"


class Tally(models.Model):
    """How often something was asked for from one address within one hour."""

    what = models.CharField(max_length=30)
    address = models.CharField(max_length=45)
    hour = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["what", "address", "hour"], name="tally_once")]

    def __str__(self) -> str:
        return f"{self.what} {self.count}"
