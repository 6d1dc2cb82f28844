"""Who has this ID, address, number or license already."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from accounts.models import State, User
from clinic.errors import Invalid

ONCE = ("national_id", "email", "phone_number", "license_number")


def refuse_taken(person: User) -> None:
    """Refuse, at every field at once, what another person who is not rejected has.

    The table's constraints are the truth; asking first is for telling everything that is wrong together.
    """
    if person.state == State.REJECTED:
        return
    wanted = {name: getattr(person, name) for name in ONCE if getattr(person, name)}
    same = Q.create(list(wanted.items()), connector=Q.OR)
    others = User.objects.filter(same).exclude(state=State.REJECTED).exclude(pk=person.pk)
    rows = list(others.values(*ONCE))
    taken = [name for name, value in wanted.items() if any(row[name] == value for row in rows)]
    if taken:
        raise Invalid(**{name: _words_of(name) for name in taken})


def _words_of(field: str) -> Any:
    return next(
        constraint.violation_error_message
        for constraint in User._meta.constraints
        if getattr(constraint, "fields", ()) == (field,)
    )
