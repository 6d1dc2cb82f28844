"""Which roles may ask for which act at all; whether it is theirs to do, the act itself says."""

from __future__ import annotations

from accounts.models import Role
from accounts.permissions import SignedIn, only
from appointments.lifecycle import MAY, Act, Party

ROLE_OF = {
    Party.PATIENT: Role.PATIENT,
    Party.ASSIGNED_DOCTOR: Role.DOCTOR,
    Party.ADMIN: Role.ADMIN,
}


def may(act: Act) -> type[SignedIn]:
    return only(*(ROLE_OF[party] for party in Party if party in MAY[act]))
