"""What people see and change of themselves."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts import cookies, details, examples, passwords, sessions
from accounts.authentication import SignedInRequest
from accounts.models import User
from accounts.serializers import OwnUserSerializer, context_for
from accounts.serializers.registration import ChangeOwnSerializer
from accounts.serializers.sign_in import ChangePasswordSerializer, PairSerializer, SessionSerializer
from accounts.tokens import pair_for
from clinic.models import Clinic
from clinic.pages import Pages, page_of
from clinic.parsers import body_of
from clinic.schema import answered, sent


class Me(APIView):
    @extend_schema(
        summary="Oneself", responses=OwnUserSerializer, examples=[answered("A patient", examples.ONESELF)]
    )
    def get(self, request: SignedInRequest) -> Response:
        context = context_for(request.user, timezone.now())
        user = User.objects.with_profiles().get(pk=request.user.pk)
        return Response(OwnUserSerializer(user, context=context).data)

    @extend_schema(
        summary="Change one's own details",
        request=ChangeOwnSerializer,
        responses=OwnUserSerializer,
        examples=[
            sent("Another language", {"language": "sw"}),
            sent("Another email", {"email": "ruben@example.com", "password": "a-long-enough-secret"}),
            answered("Changed", examples.ONESELF),
        ],
    )
    def patch(self, request: SignedInRequest) -> Response:
        now = timezone.now()
        context = context_for(request.user, now)
        changes = body_of(request, ChangeOwnSerializer, context=context)
        details.change_own(user=request.user, changes=changes, password=changes["password"], now=now)
        user = User.objects.with_profiles().get(pk=request.user.pk)
        return Response(OwnUserSerializer(user, context=context).data)


class PasswordChange(APIView):
    @extend_schema(
        summary="Choose another password; every session ends, and a fresh one begins",
        request=ChangePasswordSerializer,
        responses=PairSerializer,
        examples=[
            sent("Both", {"old_password": "a-long-enough-secret", "new_password": "an-even-longer-secret"}),
            answered("A fresh pair", examples.PAIR),
        ],
    )
    def post(self, request: SignedInRequest) -> Response:
        now = timezone.now()
        typed = body_of(request, ChangePasswordSerializer, context={"user": request.user})
        session = passwords.change(session=request.auth, **typed, now=now)
        return cookies.answer_with(pair_for(session, now), request)


class Sessions(APIView):
    pagination_class = Pages

    @extend_schema(
        summary="Where one is signed in, the latest first",
        responses=SessionSerializer(many=True),
        examples=[answered("Here", examples.SESSION)],
    )
    def get(self, request: SignedInRequest) -> Response:
        rows = sessions.open_of(request.user, timezone.now())
        return page_of(
            request, rows, SessionSerializer, current=request.auth, clinic=Clinic.objects.current()
        )


class OneSession(APIView):
    @extend_schema(summary="Sign out somewhere", responses={200: None})
    def delete(self, request: SignedInRequest, pk: int) -> Response:
        now = timezone.now()
        session = get_object_or_404(sessions.open_of(request.user, now), pk=pk)
        sessions.end(session=session, by=request.user, now=now)
        return Response(None)
