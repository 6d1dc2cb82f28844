"""Who may read the log. People are plain ids here, so this asks for no more than a role's name."""

from __future__ import annotations

from typing import Any

from rest_framework.permissions import BasePermission


class ForAdmins(BasePermission):
    def has_permission(self, request: Any, view: Any) -> bool:
        return request.user is not None and request.user.role == "admin"
