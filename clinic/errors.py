"""How the house says no: one exception, and the way from a violated constraint to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from django.db import IntegrityError, models
from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """An act that the rules forbid. Every subclass names its `code` and its `message`.

    `status` is the HTTP status; `data` goes to the caller beside the message, as `nearest` open times do.
    """

    status: ClassVar[int] = 409
    code: ClassVar[str] = "refused"
    message: ClassVar[Any] = ""

    def __init__(self, data: Any = None) -> None:
        super().__init__(self.code)
        self.data = data


class Invalid(Refused):
    """One field of what was sent needs another look."""

    status = 400
    code = "invalid"
    message = _("Some fields need another look.")

    def __init__(self, **fields: Any) -> None:
        super().__init__({name: [words] for name, words in fields.items()})


class TooMany(Refused):
    """Wait before trying again; `retry_after` is in seconds."""

    status = 429

    def __init__(self, retry_after: int) -> None:
        super().__init__()
        self.retry_after = max(1, retry_after)


def kinds_of(kind: type[Refused]) -> list[type[Refused]]:
    """This kind of refusal and all that are derived from it."""
    return [kind, *(inner for direct in kind.__subclasses__() for inner in kinds_of(direct))]


@contextmanager
def refusing_violations_of(*tables: type[models.Model]) -> Iterator[None]:
    """Turn the violation of a constraint that names a refusal's code into that refusal.

    A unique constraint whose `violation_error_code` is `invalid` is answered at its first field, in its own
    words. A violation without a code is a bug and stays one.
    """
    try:
        yield
    except IntegrityError as error:
        refusal = _refusal_for(error, tables)
        if refusal is None:
            raise
        raise refusal from error


def _refusal_for(error: IntegrityError, tables: tuple[type[models.Model], ...]) -> Refused | None:
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
    constraints = [constraint for table in tables for constraint in table._meta.constraints]
    violated = next((constraint for constraint in constraints if constraint.name == name), None)
    if violated is None or not violated.violation_error_code:
        return None
    if isinstance(violated, models.UniqueConstraint) and violated.violation_error_code == Invalid.code:
        return Invalid(**{violated.fields[0]: violated.violation_error_message})
    return next(kind() for kind in kinds_of(Refused) if kind.code == violated.violation_error_code)
