"""Codes of an authenticator app (RFC 6238): six digits, a new one every 30 seconds. Pure."""

from __future__ import annotations

from datetime import datetime

from pyotp import TOTP, random_base32
from pyotp.exceptions import OTPVerificationError

# A clock that is half a minute slow or fast, or a code typed as it changes (RFC 6238, 5.2).
DRIFT = 1


def new_secret() -> str:
    return random_base32()


def address(secret: str, *, issuer: str, account: str) -> str:
    """What an authenticator app reads from a QR code, as `otpauth://totp/…`."""
    return TOTP(secret).provisioning_uri(name=account, issuer_name=issuer)


def step_of(code: str, secret: str, now: datetime) -> int | None:
    """The number of the half minute whose code this is, if that is now, the one before or the one after."""
    try:
        return TOTP(secret).verify_and_get_timecode(code, for_time=now, valid_window=DRIFT)
    except OTPVerificationError:
        return None
