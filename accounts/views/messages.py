"""What people were told, for admins."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response

from accounts import examples, messages
from accounts.authentication import SignedInRequest
from accounts.serializers import context_for
from accounts.serializers.messages import MessageOut, MessageQuery, TryOutSerializer, VerdictOut
from accounts.views.users import ForAdmins
from clinic.models import Clinic
from clinic.pages import Pages, page_of
from clinic.parsers import Nothing, body_of, query_of
from clinic.schema import answered, refuses, sent
from notifications.models import Message


class Messages(ForAdmins):
    pagination_class = Pages

    @extend_schema(
        summary="What people were told or are to be told, the newest first",
        parameters=[MessageQuery],
        responses=MessageOut(many=True),
        examples=[answered("A reminder that was sent", examples.MESSAGE)],
    )
    def get(self, request: SignedInRequest) -> Response:
        asked = query_of(request, MessageQuery)
        found = Message.objects.filter(**asked).order_by("-pk").with_names()
        return page_of(request, found, MessageOut, clinic=Clinic.objects.current())


class Retry(ForAdmins):
    @refuses("wrong_status")
    @extend_schema(
        summary="Try to send a message again that was given up",
        request=None,
        responses=MessageOut,
        examples=[answered("Due again", {**examples.MESSAGE, **examples.DUE_AGAIN})],
    )
    def post(self, request: SignedInRequest, pk: int) -> Response:
        message = get_object_or_404(Message, pk=pk)
        body_of(request, Nothing)
        messages.retry(message=message, by=request.user, now=timezone.now())
        told = Message.objects.with_names().get(pk=pk)
        return Response(MessageOut(told, context={"clinic": Clinic.objects.current()}).data)


class TryOut(ForAdmins):
    @extend_schema(
        summary="Send a test message, and hear what the provider says",
        request=TryOutSerializer,
        responses=VerdictOut,
        examples=[
            sent("By SMS", {"channel": "sms", "to": "0712 345 678"}),
            answered("Refused", {"taken": False, "answer": "535 5.7.8 Authentication failed"}),
        ],
    )
    def post(self, request: SignedInRequest) -> Response:
        now = timezone.now()
        typed = body_of(request, TryOutSerializer, context=context_for(request.user, now))
        verdict = messages.try_out(**typed, by=request.user, now=now)
        return Response(VerdictOut(verdict).data)
