"""Two-step sign-in: switching it on and off, and stepping up."""

from __future__ import annotations

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts import examples, two_step
from accounts.authentication import SignedInRequest
from accounts.serializers.two_step import (
    CodeSerializer,
    PreparedSerializer,
    RecoveryCodesSerializer,
    StandingSerializer,
    SwitchOffSerializer,
)
from activity import origin
from clinic.parsers import Nothing, body_of
from clinic.schema import answered, refuses, sent, takes_body


class TwoStep(APIView):
    @extend_schema(
        summary="Whether one's two-step sign-in is on",
        responses=StandingSerializer,
        examples=[answered("On", examples.TWO_STEP)],
    )
    def get(self, request: SignedInRequest) -> Response:
        return Response(StandingSerializer(two_step.standing_of(request.user)).data)

    @refuses("wrong_status")
    @extend_schema(
        summary="Make a new secret for an authenticator app; it is not on yet",
        request=None,
        responses=PreparedSerializer,
        examples=[answered("For the app", examples.AUTHENTICATOR)],
    )
    def post(self, request: SignedInRequest) -> Response:
        body_of(request, Nothing)
        prepared = two_step.prepare(user=request.user, now=timezone.now())
        return Response(PreparedSerializer(prepared).data)

    @takes_body
    @refuses("wrong_status", "locked_out")
    @extend_schema(
        summary="Switch two-step sign-in off; every other session ends",
        request=SwitchOffSerializer,
        responses={200: None},
        examples=[sent("Both", {"password": "a-long-enough-secret", "code": "492039"})],
    )
    def delete(self, request: SignedInRequest) -> Response:
        typed = body_of(request, SwitchOffSerializer)
        two_step.switch_off(session=request.auth, **typed, address=origin.address.get(), now=timezone.now())
        return Response(None)


class Confirm(APIView):
    @refuses("wrong_status")
    @extend_schema(
        summary="Switch two-step sign-in on with the app's first code",
        request=CodeSerializer,
        responses=RecoveryCodesSerializer,
        examples=[
            sent("The app's code", {"code": "492039"}),
            answered("To be kept", {"recovery_codes": examples.RECOVERY_CODES}),
        ],
    )
    def post(self, request: SignedInRequest) -> Response:
        typed = body_of(request, CodeSerializer)
        codes = two_step.switch_on(user=request.user, **typed, now=timezone.now())
        return Response({"recovery_codes": codes})


class StepUp(APIView):
    @refuses("wrong_status", "locked_out")
    @extend_schema(
        summary="Show a code again, to be trusted with more for ten minutes",
        request=CodeSerializer,
        responses={200: None},
        examples=[sent("The app's code", {"code": "492039"})],
    )
    def post(self, request: SignedInRequest) -> Response:
        typed = body_of(request, CodeSerializer)
        two_step.step_up(session=request.auth, **typed, address=origin.address.get(), now=timezone.now())
        return Response(None)
