"""Two-step sign-in, over HTTP."""

from __future__ import annotations

from rest_framework import serializers

from accounts.fields import Code
from clinic.fields import Secret


class StandingSerializer(serializers.Serializer):
    """`required`: the clinic wants it of people of this role."""

    on = serializers.BooleanField()
    required = serializers.BooleanField()  # type: ignore[assignment]  # a field, not whether one is required
    recovery_codes_left = serializers.IntegerField()


class PreparedSerializer(serializers.Serializer):
    secret = serializers.CharField(help_text="In base32, to be typed where no picture can be read.")
    otpauth_url = serializers.CharField(help_text="To be shown as a QR code.")


class CodeSerializer(serializers.Serializer):
    code = Code()


class SwitchOffSerializer(CodeSerializer):
    password = Secret()


class RecoveryCodesSerializer(serializers.Serializer):
    recovery_codes = serializers.ListField(child=serializers.CharField(), help_text="Shown this once.")
