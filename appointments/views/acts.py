"""The acts on one visit over HTTP."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import SignedInRequest
from accounts.models import Role
from appointments import booking, examples, visits
from appointments.lifecycle import Act
from appointments.models import Appointment
from appointments.permissions import may
from appointments.serializers import CancelIn, RescheduleIn, VisitOut
from appointments.views.visits import REFUSALS_OF_A_TIME, shown, visible_or_404
from clinic.errors import Invalid
from clinic.models import Clinic
from clinic.parsers import Nothing, body_of
from clinic.schema import answered, refuses, sent


class Cancel(APIView):
    permission_classes = [may(Act.CANCEL)]

    @refuses("wrong_status", "too_late_to_cancel")
    @extend_schema(
        summary="Cancel a visit",
        request=CancelIn,
        responses=VisitOut,
        examples=[
            sent("With a reason", {"reason": examples.CANCELLED["cancel_reason"]}),
            answered("Cancelled", examples.CANCELLED),
        ],
    )
    def post(self, request: SignedInRequest, pk: int) -> Response:
        visit = visible_or_404(request.user, pk)
        reason = body_of(request, CancelIn)["reason"]
        now = timezone.now()
        visit = visits.cancel(visit=visit, reason=reason, by=request.user, now=now)
        return Response(shown(visit, request.user, Clinic.objects.current(), now))


class Reschedule(APIView):
    permission_classes = [may(Act.RESCHEDULE)]

    @refuses("wrong_status", "too_late_to_cancel", *REFUSALS_OF_A_TIME)
    @extend_schema(
        summary="Move a visit to another open time",
        request=RescheduleIn,
        responses=VisitOut,
        examples=[
            sent("The next day", {"appointment_date": "2026-12-02", "appointment_time": "09:30"}),
            answered("Moved", examples.MOVED),
        ],
    )
    def post(self, request: SignedInRequest, pk: int) -> Response:
        visit = visible_or_404(request.user, pk)
        asked = body_of(request, RescheduleIn)
        if request.user.role == Role.DOCTOR and asked.get("doctor", request.user.pk) != request.user.pk:
            raise Invalid(doctor=_("Doctors book for themselves only."))
        now = timezone.now()
        visit = booking.reschedule(
            visit=visit,
            day=asked["appointment_date"],
            clock=asked["appointment_time"],
            doctor_id=asked.get("doctor"),
            by=request.user,
            now=now,
        )
        return Response(shown(visit, request.user, Clinic.objects.current(), now))


class _SimpleAct(APIView):
    """An act that needs no more than the visit and who does it."""

    act: Callable[..., Appointment]

    @extend_schema(request=None, responses=VisitOut)
    def post(self, request: SignedInRequest, pk: int) -> Response:
        visit = visible_or_404(request.user, pk)
        body_of(request, Nothing)
        now = timezone.now()
        visit = self.act(visit=visit, by=request.user, now=now)
        return Response(shown(visit, request.user, Clinic.objects.current(), now))


@extend_schema(
    summary="Note that the patient has arrived", examples=[answered("Arrived", examples.CHECKED_IN)]
)
class CheckIn(_SimpleAct):
    permission_classes = [may(Act.CHECK_IN)]
    act = staticmethod(visits.check_in)
    refusals = ("wrong_status", "not_today")


@extend_schema(summary="Close a visit that took place", examples=[answered("Done", examples.COMPLETED)])
class Complete(_SimpleAct):
    permission_classes = [may(Act.COMPLETE)]
    act = staticmethod(visits.complete)
    refusals = ("wrong_status", "not_started")


@extend_schema(
    summary="Note that the patient did not come", examples=[answered("Did not come", examples.NO_SHOW)]
)
class NoShow(_SimpleAct):
    permission_classes = [may(Act.NO_SHOW)]
    act = staticmethod(visits.mark_no_show)
    refusals = ("wrong_status", "not_started")
