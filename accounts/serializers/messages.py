"""Messages in and out of HTTP. The context holds the `clinic`."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from accounts.fields import Email, PhoneNumber
from clinic.fields import Choice, ClinicInstant, QueryInteger, Text
from notifications.models import Channel, Kind, Message, State


class MessageQuery(serializers.Serializer):
    state = Choice(choices=State.choices, required=False)
    kind = Choice(choices=Kind.choices, required=False)
    person = QueryInteger(min_value=1, required=False, help_text="Who is told.")
    about = Text(max_length=60, required=False, help_text="As in `appointment:12`.")


class MessageOut(serializers.ModelSerializer):
    """One message, read by `with_names`. Its words are made when it is sent, and not kept."""

    person_name = serializers.CharField()
    kind = serializers.ChoiceField(choices=Kind.choices)
    due_at = ClinicInstant()
    created_at = ClinicInstant()
    sent_at = ClinicInstant(allow_null=True)

    class Meta:
        model = Message
        fields = [
            *("id", "person", "person_name", "kind", "channel", "address", "about", "state"),
            *("due_at", "attempts", "last_error", "created_at", "sent_at"),
        ]
        read_only_fields = fields


class TryOutSerializer(serializers.Serializer):
    """`to` is an email address or a phone number, as the channel needs."""

    channel = Choice(choices=Channel.choices)
    to = Text(max_length=300)

    def validate(self, typed: dict[str, Any]) -> dict[str, Any]:
        address = Email() if typed["channel"] == Channel.EMAIL else PhoneNumber()
        reads: serializers.Serializer = serializers.Serializer(data={"to": typed["to"]}, context=self.context)
        reads.fields["to"] = address
        reads.is_valid(raise_exception=True)
        return {**typed, **reads.validated_data}


class VerdictOut(serializers.Serializer):
    """`answer` is what the provider said, in its own words; empty where it took the message silently."""

    taken = serializers.BooleanField()
    answer = serializers.CharField()
