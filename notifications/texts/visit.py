"""Of visits, to patient and doctor alike: `with` is the name of the other. Never why the visit is made.

Facts: `with`, `starts_at`; `by`, the name of whoever did it, where it was not the reader; `was`, the start
before a visit was moved; `minutes`, by how much the doctor is late.
"""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from notifications.texts.telling import SHORT, Button, Text, Told


def booked(told: Told) -> Text:
    return Text(
        _("Your visit on %(when)s") % _facts(told),
        (_("Your visit with %(with)s is booked for %(when)s.") % _facts(told), *_by_whom(told)),
        _see(told),
        told.sms(_("Visit with %(with)s booked for %(when)s.") % _facts(told, SHORT)),
    )


def moved(told: Told) -> Text:
    facts = {**_facts(told), "was": told.when("was")}
    return Text(
        _("Your visit was moved to %(when)s") % facts,
        (_("Your visit with %(with)s was moved from %(was)s to %(when)s.") % facts, *_by_whom(told)),
        _see(told),
        told.sms(_("Visit with %(with)s moved to %(when)s.") % _facts(told, SHORT)),
    )


def cancelled(told: Told) -> Text:
    return Text(
        _("Your visit on %(when)s was cancelled") % _facts(told),
        (_("Your visit with %(with)s on %(when)s was cancelled.") % _facts(told), *_by_whom(told)),
        _see(told),
        told.sms(_("Visit with %(with)s on %(when)s cancelled.") % _facts(told, SHORT)),
    )


def reminder(told: Told) -> Text:
    return Text(
        _("Reminder: your visit on %(when)s") % _facts(told),
        (
            _("You have a visit with %(with)s on %(when)s.") % _facts(told),
            _("If you cannot come, please move or cancel it, so that somebody else can have the time."),
        ),
        tuple(Button(words, told.links[name]) for name, words in _answers().items() if name in told.links)
        or _see(told),
        told.sms(
            _("Reminder: visit with %(with)s on %(when)s.") % _facts(told, SHORT),
            told.links.get("answer", ""),
        ),
    )


def late(told: Told) -> Text:
    minutes = int(told.fact("minutes"))
    sentence = ngettext(
        "%(with)s is running about %(minutes)d minute late today.",
        "%(with)s is running about %(minutes)d minutes late today.",
        minutes,
    ) % {"with": told.fact("with"), "minutes": minutes}
    return Text(
        _("Your visit today may begin later"),
        (
            sentence,
            _("Your visit is booked for %(when)s. Please come in time all the same.") % _facts(told),
        ),
        _see(told),
        told.sms(sentence),
    )


def _facts(told: Told, form: str | None = None) -> dict[str, str]:
    when = told.when("starts_at", form) if form else told.when("starts_at")
    return {"with": told.fact("with"), "when": when}


def _by_whom(told: Told) -> tuple[str, ...]:
    return (_("By %(name)s.") % {"name": told.fact("by")},) if told.fact("by") else ()


def _see(told: Told) -> tuple[Button, ...]:
    return (Button(_("See the visit"), told.page(f"/visits/{told.message.about.rpartition(':')[2]}")),)


def _answers() -> dict[str, str]:
    """The links of a reminder, each for one thing."""
    return {"confirm": _("I will come"), "move": _("Move the visit"), "cancel": _("Cancel the visit")}
