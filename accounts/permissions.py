"""Who may reach what, by role."""

from __future__ import annotations

from typing import Any

from rest_framework.permissions import SAFE_METHODS, BasePermission

from accounts.models import Role


class SignedIn(BasePermission):
    """Anyone with a session."""

    def has_permission(self, request: Any, view: Any) -> bool:
        return request.user is not None


class _Only(SignedIn):
    roles: frozenset[str] = frozenset()

    def has_permission(self, request: Any, view: Any) -> bool:
        return super().has_permission(request, view) and request.user.role in self.roles


def only(*roles: Role) -> type[SignedIn]:
    """A permission for people of these roles."""
    return type(
        "Only" + "Or".join(role.title() for role in roles),
        (_Only,),
        {"roles": frozenset(roles)},
    )


class Anyone(BasePermission):
    """Signed in or not."""

    def has_permission(self, request: Any, view: Any) -> bool:
        return True


DOCTORS = only(Role.DOCTOR)
ADMINS = only(Role.ADMIN)
STAFF = only(Role.DOCTOR, Role.ADMIN)


class ReadersAndWriters:
    """For a view that some may read and fewer may change; who may GET may also HEAD (RFC 9110, 9.3.2)."""

    request: Any
    readers: type[BasePermission]
    writers: type[BasePermission]

    def get_permissions(self) -> list[BasePermission]:
        reads = self.request.method in SAFE_METHODS
        return [self.readers() if reads else self.writers()]
