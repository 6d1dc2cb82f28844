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
    code: str = "refused"
    message: Any = ""

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


@contextmanager
def refusing_violations_of(*tables: type[models.Model]) -> Iterator[None]:
    """Turn the violation of a constraint that carries its own words into the refusal that says them.

    The constraint's `violation_error_code` is the refusal's code; a unique constraint whose code is
    `invalid` is answered at its first field. A violation without words is a bug and stays one.
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
    for table in tables:
        for constraint in table._meta.constraints:
            if constraint.name != name or not constraint.violation_error_code:
                continue
            if (
                isinstance(constraint, models.UniqueConstraint)
                and constraint.violation_error_code == "invalid"
            ):
                return Invalid(**{constraint.fields[0]: constraint.violation_error_message})
            refusal = Refused()
            refusal.code = constraint.violation_error_code
            refusal.message = constraint.violation_error_message
            return refusal
    return None
