"""Doctors and their open times over HTTP."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import SignedInRequest
from accounts.models import DoctorProfile
from accounts.permissions import STAFF, ReadersAndWriters, SignedIn
from appointments import examples, slots
from appointments.slot_serializers import (
    DirectoryQuery,
    DoctorOut,
    SlotDayOut,
    SlotsQuery,
    SpecializationOut,
)
from clinic.pages import Pages
from clinic.parsers import body_of, query_of
from clinic.schema import answered, refuses, sent
from doctors import practice
from doctors.lookup import active_doctors, doctor_or_404, doctor_with_week_or_404, own_doctor_or_refuse
from doctors.serializers import DoctorChange
from doctors.week import with_week


def directory() -> QuerySet[DoctorProfile]:
    """The active doctors, by name, with their week."""
    return with_week(active_doctors()).order_by("user__full_name", "pk")


def shown(doctors: list[DoctorProfile]) -> Any:
    clinic, rules = slots.rules_at(timezone.now())
    context = {"clinic": clinic, "next_open": slots.next_open(doctors, clinic, rules)}
    return DoctorOut(doctors, many=True, context=context).data


class Directory(APIView):
    pagination_class = Pages

    @extend_schema(
        summary="The active doctors, with their next open time",
        parameters=[DirectoryQuery],
        responses=DoctorOut(many=True),
        examples=[answered("A doctor", examples.DOCTOR)],
    )
    def get(self, request: SignedInRequest) -> Response:
        asked = query_of(request, DirectoryQuery)
        rows = directory()
        if words := asked.get("search"):
            rows = rows.filter(Q(user__full_name__icontains=words) | Q(specialization__icontains=words))
        if specialization := asked.get("specialization"):
            rows = rows.filter(specialization__iexact=specialization)
        if "availability" in asked:
            rows = rows.filter(availability=asked["availability"])
        pages = Pages()
        return pages.get_paginated_response(shown(pages.paginate_queryset(rows, request)))


class Specializations(APIView):
    @extend_schema(
        summary="The specializations, and how many active doctors have each",
        responses=SpecializationOut(many=True),
        examples=[answered("One of them", examples.SPECIALIZATION)],
    )
    def get(self, request: SignedInRequest) -> Response:
        rows = (
            active_doctors().values("specialization").annotate(doctors=Count("pk")).order_by("specialization")
        )
        return Response(SpecializationOut(rows, many=True).data)


class OneDoctor(ReadersAndWriters, APIView):
    readers = SignedIn
    writers = STAFF

    @extend_schema(
        summary="One doctor, with the next open time",
        responses=DoctorOut,
        examples=[answered("Who has open times", examples.DOCTOR)],
    )
    def get(self, request: SignedInRequest, pk: int | str) -> Response:
        return Response(shown([doctor_or_404(pk, request.user, directory())])[0])

    @refuses("invalid")
    @extend_schema(
        summary="Change a doctor's availability, visit length or specialization",
        request=DoctorChange,
        responses=DoctorOut,
        examples=[
            sent("No bookings for now", {"availability": False}),
            answered("Unavailable", {**examples.DOCTOR, "availability": False, "next_open": None}),
        ],
    )
    def patch(self, request: SignedInRequest, pk: int | str) -> Response:
        profile = own_doctor_or_refuse(pk, request.user)
        changes = body_of(request, DoctorChange, context={"viewer": request.user})
        practice.change(doctor=profile, by=request.user, now=timezone.now(), **changes)
        return Response(shown([directory().get(pk=profile.pk)])[0])


class Slots(APIView):
    @extend_schema(
        summary="A doctor's open times, day by day",
        parameters=[SlotsQuery],
        responses=SlotDayOut(many=True),
        examples=[answered("An open day", examples.OPEN_DAY), answered("A closed day", examples.SHUT_DAY)],
    )
    def get(self, request: SignedInRequest, pk: int | str) -> Response:
        profile = doctor_with_week_or_404(pk, request.user)
        asked = query_of(request, SlotsQuery)
        clinic, rules = slots.rules_at(timezone.now())
        first = asked.get("date", rules.today)
        days = [first + timedelta(days=n) for n in range(asked["days"])]
        return Response(SlotDayOut(slots.slots_of(profile, days, clinic, rules), many=True).data)
