"""What a doctor's schedule is over HTTP, where changing it may touch booked visits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import SignedInRequest
from accounts.examples import PAGE
from accounts.models import User
from accounts.permissions import ADMINS, STAFF, Anyone, ReadersAndWriters
from accounts.serializers import UserPageSerializer, context_for
from appointments import absence, examples
from appointments.models import Appointment
from appointments.refusals import WouldCancelAppointments
from appointments.serializers import VisitOut
from appointments.slot_serializers import (
    CancelAppointmentsIn,
    CancelAppointmentsQuery,
    ClosedDayIn,
    ClosedDayOut,
    TimeOffIn,
    TimeOffOut,
)
from clinic.intervals import Interval
from clinic.models import Clinic, ClosedDay
from clinic.pages import Pages, page_of
from clinic.parsers import body_of, query_of
from clinic.schema import answered, refuses, sent
from doctors.absence import give_back_time_off
from doctors.lookup import own_doctor_or_refuse
from doctors.models import TimeOff
from doctors.serializers import WorkingHoursRow, week_from

LISTED = 100
WEDDING = {name: value for name, value in examples.TIME_OFF.items() if name != "id"}


@contextmanager
def listing_touched(request: SignedInRequest, now: datetime) -> Iterator[None]:
    """A refusal over touched visits carries the first hundred of them."""
    try:
        yield
    except WouldCancelAppointments as refusal:
        pks = [visit.pk for visit in refusal.visits]
        rows = Appointment.objects.with_people().in_bulk(pks[:LISTED])
        context = {"viewer": request.user, "clinic": Clinic.objects.current(), "now": now}
        listed = VisitOut([rows[pk] for pk in pks[:LISTED]], many=True, context=context).data
        refusal.data = {"count": len(pks), "appointments": listed}
        raise


class WeeklyHours(APIView):
    permission_classes = [STAFF]

    @extend_schema(
        summary="A doctor's weekly hours",
        responses=WorkingHoursRow(many=True),
        examples=[answered("Monday mornings", examples.HOURS)],
    )
    def get(self, request: SignedInRequest, pk: int | str) -> Response:
        rows = own_doctor_or_refuse(pk, request.user).working_hours.all()
        return Response(WorkingHoursRow(rows, many=True).data)

    @refuses("would_cancel_appointments", "invalid")
    @extend_schema(
        summary="Replace a doctor's whole week",
        parameters=[CancelAppointmentsQuery],
        request=WorkingHoursRow(many=True),
        responses=WorkingHoursRow(many=True),
        examples=[sent("Monday mornings", examples.HOURS), answered("Monday mornings", examples.HOURS)],
    )
    def put(self, request: SignedInRequest, pk: int | str) -> Response:
        profile = own_doctor_or_refuse(pk, request.user)
        week = week_from(request.data)
        choice = query_of(request, CancelAppointmentsQuery)
        now = timezone.now()
        with listing_touched(request, now):
            rows = absence.replace_hours(
                doctor=profile,
                week=week,
                cancel_appointments=choice.get("cancel_appointments"),
                by=request.user,
                now=now,
            )
        return Response(WorkingHoursRow(rows, many=True).data)


class TimesOff(APIView):
    permission_classes = [STAFF]
    pagination_class = Pages

    @extend_schema(
        summary="When a doctor is away, the latest first",
        responses=TimeOffOut(many=True),
        examples=[answered("A day", examples.TIME_OFF)],
    )
    def get(self, request: SignedInRequest, pk: int | str) -> Response:
        profile = own_doctor_or_refuse(pk, request.user)
        rows = TimeOff.objects.filter(doctor=profile).order_by("-starts_at", "-pk")
        return page_of(request, rows, TimeOffOut, clinic=Clinic.objects.current())

    @refuses("would_cancel_appointments")
    @extend_schema(
        summary="Take time off",
        request=TimeOffIn,
        responses={201: TimeOffOut},
        examples=[
            sent("A day, whatever is booked", {**WEDDING, "cancel_appointments": True}),
            answered("Away", examples.TIME_OFF, 201),
        ],
    )
    def post(self, request: SignedInRequest, pk: int | str) -> Response:
        profile = own_doctor_or_refuse(pk, request.user)
        asked = body_of(request, TimeOffIn)
        now = timezone.now()
        with listing_touched(request, now):
            row = absence.take_time_off(
                doctor=profile,
                span=Interval(asked["starts_at"], asked["ends_at"]),
                reason=asked["reason"],
                cancel_appointments=asked.get("cancel_appointments"),
                by=request.user,
                now=now,
            )
        return Response(TimeOffOut(row, context={"clinic": Clinic.objects.current()}).data, status=201)


class OneTimeOff(APIView):
    permission_classes = [STAFF]

    @extend_schema(summary="Be back: take a time off out of the calendar", responses={200: None})
    def delete(self, request: SignedInRequest, pk: int | str, time_off_pk: int) -> Response:
        profile = own_doctor_or_refuse(pk, request.user)
        row = get_object_or_404(TimeOff, doctor=profile, pk=time_off_pk)
        give_back_time_off(time_off=row, by=request.user, now=timezone.now())
        return Response(None)


class ClosedDays(ReadersAndWriters, APIView):
    pagination_class = Pages
    readers = Anyone
    writers = ADMINS

    @extend_schema(
        summary="The days on which the clinic is closed",
        responses=ClosedDayOut(many=True),
        examples=[answered("A public holiday", examples.CLOSED_DAY)],
    )
    def get(self, request: SignedInRequest) -> Response:
        return page_of(request, ClosedDay.objects.order_by("date"), ClosedDayOut)

    @refuses("would_cancel_appointments")
    @extend_schema(
        summary="Close the clinic on a day",
        request=ClosedDayIn,
        responses={201: ClosedDayOut},
        examples=[
            sent("A public holiday", {"date": "2026-12-12", "name": "Jamhuri Day"}),
            answered("Closed", examples.CLOSED_DAY, 201),
        ],
    )
    def post(self, request: SignedInRequest) -> Response:
        asked = body_of(request, ClosedDayIn)
        now = timezone.now()
        with listing_touched(request, now):
            closed = absence.close_day(
                day=asked["date"],
                name=asked["name"],
                cancel_appointments=asked.get("cancel_appointments"),
                by=request.user,
                now=now,
            )
        return Response(ClosedDayOut(closed).data, status=201)


class OneClosedDay(APIView):
    permission_classes = [ADMINS]

    @extend_schema(summary="Open the clinic on a day after all", responses={200: None})
    def delete(self, request: SignedInRequest, pk: int) -> Response:
        closed = get_object_or_404(ClosedDay, pk=pk)
        absence.open_day_again(closed=closed, by=request.user, now=timezone.now())
        return Response(None)


class Deactivate(APIView):
    permission_classes = [ADMINS]

    @refuses("would_cancel_appointments", "own_account", "last_admin", "wrong_status")
    @extend_schema(
        summary="Close an account",
        request=CancelAppointmentsIn,
        responses=UserPageSerializer,
        examples=[
            sent("And cancel what is booked", {"cancel_appointments": True}),
            answered("Closed", {**PAGE, "is_active": False, "state": "deactivated"}),
        ],
    )
    def post(self, request: SignedInRequest, pk: int) -> Response:
        user = get_object_or_404(User, pk=pk)
        asked = body_of(request, CancelAppointmentsIn)
        now = timezone.now()
        with listing_touched(request, now):
            absence.deactivate(
                user=user, cancel_appointments=asked.get("cancel_appointments"), by=request.user, now=now
            )
        shown = User.objects.with_profiles().select_related("registration").get(pk=user.pk)
        return Response(UserPageSerializer(shown, context=context_for(request.user, now)).data)
