"""Codes for the day on which the authenticator app is lost: ten, shown once, each good once."""

from __future__ import annotations

from secrets import choice

from django.contrib.auth.hashers import check_password, make_password

from accounts.models import RecoveryCode, User

HOW_MANY = 10
LENGTH = 10
# Without what is easily taken for something else: 0 and o, 1, i and l.
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


def renew(user: User) -> list[str]:
    """Ten new ones, as they are shown; those from before are no longer good."""
    codes = ["".join(choice(ALPHABET) for _ in range(LENGTH)) for _ in range(HOW_MANY)]
    user.recovery_codes.all().delete()
    RecoveryCode.objects.bulk_create(RecoveryCode(user=user, hashed=make_password(code)) for code in codes)
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def spend(user: User, bare: str) -> bool:
    """Use up the one that was typed, if it is one; call it where the user's row is locked."""
    typed = bare.lower()
    if len(typed) != LENGTH:
        return False
    found = next((row for row in user.recovery_codes.all() if check_password(typed, row.hashed)), None)
    return found is not None and found.delete()[0] == 1
