"""Secrets that must be read again, such as an authenticator's: encrypted where they are stored.

Their key is derived from SECRET_KEY, so that a copy of the database alone opens none of them.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from functools import cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

PURPOSE = b"accounts.encryption"


class Unreadable(Exception):
    """It was encrypted under another SECRET_KEY, or changed since."""


def encrypted(secret: str) -> str:
    return _keys().encrypt(secret.encode()).decode()


def decrypted(kept: str) -> str:
    """Raises Unreadable."""
    try:
        return _keys().decrypt(kept.encode()).decode()
    except InvalidToken as error:
        raise Unreadable from error


def _keys() -> MultiFernet:
    """The key of today, and those of yesterday that can still open."""
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([_key_from(secret) for secret in secrets])


@cache
def _key_from(secret: str) -> Fernet:
    """By HKDF (RFC 5869), so that this key serves nothing else."""
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE).derive(secret.encode())
    return Fernet(urlsafe_b64encode(derived))
