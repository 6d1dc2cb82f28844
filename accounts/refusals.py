"""Every way in which the accounts say no."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from clinic.errors import Invalid, Refused, TooMany


class BadCredentials(Refused):
    status = 401
    code = "bad_credentials"
    message = _("The national ID or the password is not right.")


class CodeRequired(Refused):
    status = 401
    code = "code_required"
    message = _("Write the code that your authenticator app shows, too.")


class WrongCode(Invalid):
    def __init__(self) -> None:
        super().__init__(code=_("That code is not right, or was used before."))


class TwoStepRequired(Refused):
    status = 403
    code = "two_step_required"
    message = _("Switch two-step sign-in on first.")


class StepUpRequired(Refused):
    status = 403
    code = "step_up_required"
    message = _("Confirm with a code of your authenticator app first.")


class TokenInvalid(Refused):
    status = 401
    code = "token_invalid"
    message = _("Your session has ended. Sign in again.")


class CookieNeedsHeader(Refused):
    status = 403
    code = "forbidden"
    message = _("Requests that ride on the cookie carry the header X-Refresh-Cookie: true.")


class AccountPending(Refused):
    status = 403
    code = "account_pending"
    message = _("Your account waits to be activated by the clinic.")


class AccountRejected(Refused):
    """`data` holds the `reason`."""

    status = 403
    code = "account_rejected"
    message = _("The clinic did not accept your registration.")

    def __init__(self, reason: str) -> None:
        super().__init__({"reason": reason})


class AccountDeactivated(Refused):
    status = 403
    code = "account_deactivated"
    message = _("Your account has been deactivated. Ask the clinic.")


class LockedOut(TooMany):
    code = "locked_out"
    message = _("Too many failed attempts. Wait before you try again.")


class Throttled(TooMany):
    code = "throttled"
    message = _("Too many requests from your address. Try again later.")


class WrongStatus(Refused):
    code = "wrong_status"
    message = _("That cannot be done to this account as it stands.")


class AdminSeatsFull(Refused):
    code = "admin_seats_full"
    message = _("Both admin seats are taken. Deactivate an admin first.")


class LastAdmin(Refused):
    code = "last_admin"
    message = _("The last active admin cannot be deactivated.")


class OwnAccount(Refused):
    code = "own_account"
    message = _("You cannot deactivate yourself.")
