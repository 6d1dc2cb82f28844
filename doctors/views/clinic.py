"""The clinic's settings over HTTP: everybody reads them, admins change them."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import SignedInRequest
from accounts.permissions import ADMINS, Anyone, ReadersAndWriters
from clinic.models import Clinic
from clinic.parsers import body_of
from clinic.schema import answered, refuses, sent
from doctors import clinic_rules, examples
from doctors.clinic_serializers import ClinicChange, ClinicOut


def shown(clinic: Clinic) -> dict[str, Any]:
    context = {"opening_weekdays": clinic_rules.opening_weekdays(), "now": timezone.now()}
    return ClinicOut(clinic, context=context).data


class Settings(ReadersAndWriters, APIView):
    readers = Anyone
    writers = ADMINS

    @extend_schema(
        summary="The clinic and its rules",
        responses=ClinicOut,
        examples=[answered("A clinic in Nairobi", examples.CLINIC)],
    )
    def get(self, request: Request) -> Response:
        return Response(shown(Clinic.objects.current()))

    @refuses("two_step_required")
    @extend_schema(
        summary="Change the clinic's settings",
        request=ClinicChange,
        responses=ClinicOut,
        examples=[
            sent("Shorter visits", {"slot_minutes": 20}),
            answered("Changed", {**examples.CLINIC, "slot_minutes": 20}),
        ],
    )
    def patch(self, request: SignedInRequest) -> Response:
        changes = body_of(request, ClinicChange, context={"clinic": Clinic.objects.current()})
        return Response(shown(clinic_rules.change(changes=changes, by=request.user, now=timezone.now())))
