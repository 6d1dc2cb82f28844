"""People, for admins."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts import details, examples, registration, two_step
from accounts.authentication import SignedInRequest
from accounts.models import Role, State, User
from accounts.permissions import ADMINS
from accounts.serializers import UserPageSerializer, UserRowSerializer, context_for
from accounts.serializers.registration import CorrectSerializer, RejectSerializer
from clinic.fields import Choice, Search
from clinic.pages import Pages, page_of
from clinic.parsers import Nothing, body_of, query_of
from clinic.schema import answered, refuses, sent


class UserQuery(serializers.Serializer):
    state = Choice(choices=State.choices, required=False)
    role = Choice(choices=Role.choices, required=False)
    search = Search(help_text="In name, national ID, email address and phone number.")


class ForAdmins(APIView):
    permission_classes = [ADMINS]


class Users(ForAdmins):
    pagination_class = Pages

    @extend_schema(
        summary="People, the newest first",
        parameters=[UserQuery],
        responses=UserRowSerializer(many=True),
        examples=[answered("A patient", examples.ROW)],
    )
    def get(self, request: SignedInRequest) -> Response:
        asked = query_of(request, UserQuery)
        people = User.objects.with_profiles().order_by("-pk")
        if search := asked.get("search"):
            people = people.matching(search)
        exact = {name: asked[name] for name in ("state", "role") if name in asked}
        context = context_for(request.user, timezone.now())
        return page_of(request, people.filter(**exact), UserRowSerializer, **context)


class OneUser(ForAdmins):
    @extend_schema(
        summary="One person, with what was asked for when registering",
        responses=UserPageSerializer,
        examples=[answered("A patient", examples.PAGE)],
    )
    def get(self, request: SignedInRequest, pk: int) -> Response:
        return page_about(person(pk), request)

    @extend_schema(
        summary="Correct what names a person",
        request=CorrectSerializer,
        responses=UserPageSerializer,
        examples=[sent("A name", {"full_name": "Ruben Hoppe"}), answered("Corrected", examples.PAGE)],
    )
    def patch(self, request: SignedInRequest, pk: int) -> Response:
        now = timezone.now()
        user = person(pk)
        changes = body_of(request, CorrectSerializer, context=context_for(request.user, now))
        details.correct(user=user, changes=changes, by=request.user, now=now)
        return page_about(person(pk), request)


class Activate(ForAdmins):
    @refuses("wrong_status", "admin_seats_full", "step_up_required")
    @extend_schema(
        summary="Let a person in",
        request=None,
        responses=UserPageSerializer,
        examples=[answered("Active", examples.PAGE)],
    )
    def post(self, request: SignedInRequest, pk: int) -> Response:
        user, now = person(pk), timezone.now()
        if user.role == Role.ADMIN:
            two_step.demand_step_up(request.auth, now)
        body_of(request, Nothing)
        registration.activate(user=user, by=request.user, now=now)
        return page_about(person(pk), request)


class Reject(ForAdmins):
    @refuses("wrong_status")
    @extend_schema(
        summary="Turn a registration down",
        request=RejectSerializer,
        responses=UserPageSerializer,
        examples=[
            sent("With the reason", {"reason": "The license number is not in the register."}),
            answered("Rejected", {**examples.PAGE, "is_active": False, "state": "rejected"}),
        ],
    )
    def post(self, request: SignedInRequest, pk: int) -> Response:
        user = person(pk)
        typed = body_of(request, RejectSerializer)
        registration.reject(user=user, **typed, by=request.user, now=timezone.now())
        return page_about(person(pk), request)


def person(pk: int) -> User:
    people = User.objects.with_profiles().select_related("registration")
    return get_object_or_404(people, pk=pk)


def page_about(user: User, request: SignedInRequest) -> Response:
    context = context_for(request.user, timezone.now())
    return Response(UserPageSerializer(user, context=context).data)
