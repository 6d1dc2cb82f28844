"""Of accounts: who is let in, and what happens to passwords and sessions. By email only."""

from __future__ import annotations

from django.utils.translation import gettext as _

from notifications.texts.telling import Button, Text, Told


def registration_received(told: Told) -> Text:
    return Text(
        _("We have your registration"),
        (
            _("%(clinic)s has your registration, and will look at it soon.") % {"clinic": told.clinic.name},
            _("You will get a mail as soon as it is decided. You cannot sign in before that."),
        ),
    )


def activated(told: Told) -> Text:
    return Text(
        _("Your account is active"),
        (
            _("%(clinic)s has activated your account.") % {"clinic": told.clinic.name},
            _("Sign in with your national ID and the password that you have chosen."),
        ),
        (Button(_("Sign in"), told.page("/sign-in")),),
    )


def rejected(told: Told) -> Text:
    return Text(
        _("Your registration was not accepted"),
        (
            _("%(clinic)s did not accept your registration.") % {"clinic": told.clinic.name},
            _("The reason: %(reason)s") % {"reason": told.fact("reason")},
            _("You may register again, with the same national ID, email address and phone number."),
        ),
        (Button(_("Register again"), told.page("/register")),),
    )


def deactivated(told: Told) -> Text:
    return Text(
        _("Your account has been deactivated"),
        (
            _("%(clinic)s has deactivated your account. You cannot sign in any more.")
            % {"clinic": told.clinic.name},
            _("If you did not expect this, ask the clinic."),
        ),
    )


def created(told: Told) -> Text:
    return Text(
        _("An account for you"),
        (
            _("%(clinic)s has made an account for you.") % {"clinic": told.clinic.name},
            _("Choose a password to begin. Later you sign in with your national ID and that password."),
            _("The link works once. If it no longer does, ask for a new one on the page to sign in."),
        ),
        (Button(_("Choose a password"), told.links["reset"]),),
    )


def password_reset(told: Told) -> Text:
    return Text(
        _("Choose a new password"),
        (
            _("Somebody asked for a new password for your account. If it was you, choose one now."),
            _("The link works once, and for an hour. If it was not you, do nothing: your password stays."),
        ),
        (Button(_("Choose a new password"), told.links["reset"]),),
    )


def password_changed(told: Told) -> Text:
    return Text(
        _("Your password was changed"),
        (
            _("The password of your account was changed on %(when)s, and all its sessions have ended.")
            % {"when": told.when("at")},
            _("If it was not you, choose a new one at once, and tell the clinic."),
        ),
        (Button(_("Sign in"), told.page("/sign-in")),),
    )


def new_sign_in(told: Told) -> Text:
    return Text(
        _("A sign-in from a new device"),
        (
            _("Somebody signed in to your account on %(when)s, from a device that it did not know.")
            % {"when": told.when("at")},
            _("Device: %(device)s. Address: %(address)s.")
            % {
                "device": told.fact("device") or _("unknown"),
                "address": told.fact("address") or _("unknown"),
            },
            _("If it was you, there is nothing to do. If not, end that session and change your password."),
        ),
        (Button(_("See your sessions"), told.page("/profile")),),
    )


def test(told: Told) -> Text:
    words = _("This is a test. If you can read it, messages of this kind reach people.")
    return Text(_("A test message"), (words,), sms=told.sms(words))
