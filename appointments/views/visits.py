"""Visits over HTTP: the list, booking one, and one with its history."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import SignedInRequest
from accounts.models import Role, User
from appointments import booking, examples
from appointments.history import history_of
from appointments.idempotency import Once, check_key
from appointments.models import Appointment, AppointmentQuerySet
from appointments.serializers import BookingIn, OneVisitOut, VisitOut, VisitQuery
from clinic.days import within_days
from clinic.errors import Invalid
from clinic.models import Clinic
from clinic.pages import Pages, page_of
from clinic.parsers import body_of, query_of
from clinic.schema import answered, refuses, sent

KEY = OpenApiParameter(
    "Idempotency-Key",
    str,
    OpenApiParameter.HEADER,
    description="8 to 64 characters. A repeat with the same body answers as the first did, for 24 hours.",
)
BOOKING = {"doctor": 2, "appointment_date": "2026-12-01", "appointment_time": "08:00", "reason": "Cough"}
REFUSALS_OF_A_TIME = (
    "in_the_past",
    "beyond_horizon",
    "too_soon",
    "outside_open_times",
    "doctor_unavailable",
    "time_taken",
    "patient_busy",
    "too_many_upcoming",
)


def shown(visit: Appointment, viewer: User, clinic: Clinic, now: datetime) -> dict[str, Any]:
    return VisitOut(visit, context={"viewer": viewer, "clinic": clinic, "now": now}).data


class Visits(APIView):
    pagination_class = Pages

    @extend_schema(
        summary="The visits you may see, a page at a time",
        parameters=[VisitQuery],
        responses=VisitOut(many=True),
        examples=[answered("A visit to come", examples.VISIT)],
    )
    def get(self, request: SignedInRequest) -> Response:
        asked, now, clinic = query_of(request, VisitQuery), timezone.now(), Clinic.objects.current()
        rows = filtered(Appointment.objects.visible_to(request.user), asked, clinic, now)
        return page_of(request, rows.with_people(), VisitOut, viewer=request.user, clinic=clinic, now=now)

    @refuses(*REFUSALS_OF_A_TIME, "idempotency_mismatch")
    @extend_schema(
        summary="Book an open time",
        parameters=[KEY],
        request=BookingIn,
        responses={201: VisitOut},
        examples=[sent("By a patient", BOOKING), answered("Booked", examples.VISIT, 201)],
    )
    def post(self, request: SignedInRequest) -> Response:
        now, user = timezone.now(), request.user
        key = check_key(request.headers.get("Idempotency-Key"))
        once = Once(user, key, request.body, now)

        def make() -> dict[str, Any]:
            asked = body_of(request, BookingIn)
            answer: dict[str, Any] = {}

            def answer_and_keep(visit: Appointment, clinic: Clinic) -> None:
                answer.update(shown(visit, user, clinic, now))
                once.keep(answer)

            booking.book(
                **parties_of(asked, user),
                day=asked["appointment_date"],
                clock=asked["appointment_time"],
                reason=asked["reason"],
                by=user,
                now=now,
                then=answer_and_keep,
            )
            return answer

        return Response(once.answer(make), status=201)


class OneVisit(APIView):
    @extend_schema(
        summary="One visit, with its history",
        responses=OneVisitOut,
        examples=[answered("As booked", examples.VISIT_PAGE)],
    )
    def get(self, request: SignedInRequest, pk: int) -> Response:
        visit = visible_or_404(request.user, pk)
        context = {
            "viewer": request.user,
            "clinic": Clinic.objects.current(),
            "now": timezone.now(),
            "history": history_of(visit),
        }
        return Response(OneVisitOut(visit, context=context).data)


def visible_or_404(user: User, pk: int) -> Appointment:
    return get_object_or_404(Appointment.objects.visible_to(user).with_people(), pk=pk)


def parties_of(asked: dict[str, Any], user: User) -> dict[str, int]:
    """Who books for whom: patients for themselves, doctors with themselves, staff for a patient they name."""
    doctor, patient = asked["doctor"], asked.get("patient")
    if user.role == Role.PATIENT:
        if patient not in (None, user.pk):
            raise Invalid(patient=_("You can book for yourself only."))
        return {"doctor_id": doctor, "patient_id": user.pk}
    if patient is None:
        raise Invalid(patient=_("Say for which patient."))
    if user.role == Role.DOCTOR and doctor != user.pk:
        raise Invalid(doctor=_("Doctors book for themselves only."))
    return {"doctor_id": doctor, "patient_id": patient}


def filtered(rows: AppointmentQuerySet, asked: Any, clinic: Clinic, now: datetime) -> AppointmentQuerySet:
    """The visits asked for, in the order in which people read them."""
    upcoming = Q(status="scheduled", ends_at__gt=now)
    match asked.get("when"):
        case "upcoming":
            rows = rows.filter(upcoming).order_by("starts_at", "pk")
        case "past":
            rows = rows.exclude(upcoming).order_by("-starts_at", "-pk")
        case _:
            rows = rows.order_by("-starts_at", "-pk")
    rows = within_days(rows, "starts_at", asked, clinic)
    return rows.filter(**{name: asked[name] for name in ("status", "doctor", "patient") if name in asked})
