"""Signing in and staying signed in, over HTTP."""

from __future__ import annotations

from rest_framework import serializers

from accounts.fields import LONGEST_TYPED, Code, NewPassword
from accounts.models import Session
from accounts.serializers.people import OwnUserSerializer
from clinic.fields import ClinicInstant, Secret, Text


class LoginSerializer(serializers.Serializer):
    """`code` is wanted where two-step sign-in is on."""

    national_id = Text(max_length=LONGEST_TYPED)
    password = Secret()
    code = Code(required=False, allow_blank=True, default="")


class RefreshSerializer(serializers.Serializer):
    """In a browser the token travels in the cookie, and no body is needed."""

    refresh = Secret(required=False)


class ChangePasswordSerializer(serializers.Serializer):
    old_password = Secret()
    new_password = NewPassword()


class PairSerializer(serializers.Serializer):
    """`refresh` is left out where the cookie carries it."""

    access = serializers.CharField()
    refresh = serializers.CharField(required=False)


class SignedInSerializer(PairSerializer):
    user = OwnUserSerializer()


class SessionSerializer(serializers.ModelSerializer):
    """The context holds the `current` session and the `clinic`."""

    created_at = ClinicInstant()
    last_seen = ClinicInstant()
    current = serializers.SerializerMethodField()

    class Meta:
        model = Session
        fields = ["id", "device", "address", "created_at", "last_seen", "current"]
        read_only_fields = fields

    def get_current(self, session: Session) -> bool:
        return session.pk == self.context["current"].pk
