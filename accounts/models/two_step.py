"""What someone signs in with beside the password."""

from __future__ import annotations

from django.db import models

from accounts.models.people import User


class Authenticator(models.Model):
    """The secret that a person's authenticator app has; `User.two_step_since` says whether it counts yet.

    A code is good once: `last_step` is the number of the half minute of the last one taken.
    """

    user = models.OneToOneField(User, models.CASCADE, primary_key=True, related_name="authenticator")
    encrypted_secret = models.CharField(max_length=200)
    last_step = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"authenticator of {self.pk}"


class RecoveryCode(models.Model):
    """One way in without the authenticator, kept as a password is. It is gone once used."""

    user = models.ForeignKey(User, models.CASCADE, related_name="recovery_codes")
    hashed = models.CharField(max_length=128)

    def __str__(self) -> str:
        return f"recovery code of {self.user_id}"
