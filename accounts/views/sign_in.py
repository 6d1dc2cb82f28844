"""Registering, signing in, staying signed in, signing out."""

from __future__ import annotations

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import ValidationError
from rest_framework.views import APIView

from accounts import cookies, examples, registration, sessions
from accounts.authentication import SignedInRequest
from accounts.permissions import Anyone
from accounts.serializers import OwnUserSerializer, UserSerializer, context_for
from accounts.serializers.registration import RegisterSerializer
from accounts.serializers.sign_in import (
    LoginSerializer,
    PairSerializer,
    RefreshSerializer,
    SignedInSerializer,
)
from accounts.sign_in import sign_in
from accounts.throttling import count_registration
from accounts.tokens import pair_for
from activity import origin
from clinic.parsers import body_of
from clinic.schema import answered, refuses, sent


class OpenDoor(APIView):
    """For those who are not signed in; a stale token in the header does not matter."""

    authentication_classes = []
    permission_classes = [Anyone]


class Register(OpenDoor):
    @refuses("throttled")
    @extend_schema(
        summary="Register for a role; an admin then decides",
        request=RegisterSerializer,
        responses={201: UserSerializer},
        examples=[
            sent(
                "A patient",
                {
                    **examples.REGISTRATION,
                    "role": "patient",
                    "date_of_birth": "2002-03-09",
                    "gender": "female",
                },
            ),
            sent(
                "A doctor",
                {
                    **examples.REGISTRATION,
                    "role": "doctor",
                    "specialization": "Surgery",
                    "license_number": "A1234",
                },
            ),
            answered("Waits to be activated", examples.NEWCOMER, 201),
        ],
    )
    def post(self, request: Request) -> Response:
        now = timezone.now()
        count_registration(origin.address.get(), now)
        context = context_for(None, now)
        user = registration.register(**body_of(request, RegisterSerializer, context=context), now=now)
        return Response(UserSerializer(user, context=context).data, status=201)


class Login(OpenDoor):
    @refuses(
        "bad_credentials",
        "code_required",
        "account_pending",
        "account_rejected",
        "account_deactivated",
        "locked_out",
    )
    @extend_schema(
        summary="Sign in",
        request=LoginSerializer,
        responses=SignedInSerializer,
        examples=[
            sent("A pair", {"national_id": "858523627", "password": "a-long-enough-secret"}),
            sent(
                "With two-step sign-in",
                {"national_id": "858523627", "password": "a-long-enough-secret", "code": "492039"},
            ),
            answered("Signed in", {**examples.PAIR, "user": examples.ONESELF}),
        ],
    )
    def post(self, request: Request) -> Response:
        now = timezone.now()
        session = sign_in(
            **body_of(request, LoginSerializer),
            device=request.headers.get("User-Agent", ""),
            address=origin.address.get(),
            now=now,
        )
        user = OwnUserSerializer(session.user, context=context_for(session.user, now)).data
        return cookies.answer_with(pair_for(session, now), request, user=user)


class Refresh(OpenDoor):
    @refuses("token_invalid", "not_authenticated", "forbidden")
    @extend_schema(
        summary="Spend a refresh token for a fresh pair",
        request=RefreshSerializer,
        responses=PairSerializer,
        examples=[
            sent("Without a cookie", {"refresh": examples.PAIR["refresh"]}),
            answered("A fresh pair", examples.PAIR),
        ],
    )
    def post(self, request: Request) -> Response:
        refresh = presented_by(request)
        if refresh is None:
            raise NotAuthenticated
        return cookies.answer_with(sessions.rotate(refresh=refresh, now=timezone.now()), request)


class Logout(APIView):
    @refuses("forbidden")
    @extend_schema(
        summary="Sign out: end the session of a refresh token",
        request=RefreshSerializer,
        responses={200: None},
        examples=[sent("Without a cookie", {"refresh": examples.PAIR["refresh"]})],
    )
    def post(self, request: SignedInRequest) -> Response:
        refresh = presented_by(request)
        session = sessions.of_refresh(refresh, request.user) if refresh else request.auth
        sessions.end(session=session, by=request.user, now=timezone.now())
        return cookies.forget(request, Response(None))


def presented_by(request: Request) -> str | None:
    """The refresh token of the body, else of the cookie; None where a browser has no cookie (any more)."""
    refresh = body_of(request, RefreshSerializer).get("refresh") or cookies.refresh_from(request)
    if not refresh and not cookies.wants_cookie(request):
        reader = RefreshSerializer()
        raise ValidationError({"refresh": [reader.fields["refresh"].error_messages["required"]]})
    return refresh
