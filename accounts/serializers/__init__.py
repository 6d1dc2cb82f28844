from accounts.serializers.people import (
    OwnUserSerializer,
    PatientPageSerializer,
    UserPageSerializer,
    UserRowSerializer,
    UserSerializer,
    context_for,
)

__all__ = [
    "OwnUserSerializer",
    "PatientPageSerializer",
    "UserPageSerializer",
    "UserRowSerializer",
    "UserSerializer",
    "context_for",
]
