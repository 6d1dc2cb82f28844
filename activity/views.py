"""What happened in the clinic, for admins to read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from activity.models import Entry, EntryQuerySet
from activity.permissions import ForAdmins
from activity.serializers import ActivityQuery, EntryOut
from clinic.days import within_days
from clinic.models import Clinic
from clinic.pages import Pages, page_of
from clinic.parsers import query_of
from clinic.schema import answered

ENTRY = {
    "id": 812,
    "at": "2026-11-23T17:26:29.745662+03:00",
    "actor": 14,
    "actor_name": "Ruben Hoppe IV",
    "address": "192.0.2.7",
    "action": "appointment.booked",
    "target": "appointment:12",
    "details": {"to": "2026-12-01T05:00:00+00:00", "doctor": 2},
}


class ActivityView(APIView):
    permission_classes = [ForAdmins]
    pagination_class = Pages

    @extend_schema(
        summary="What happened, the newest first",
        parameters=[ActivityQuery],
        responses=EntryOut(many=True),
        examples=[answered("A visit was booked", ENTRY)],
    )
    def get(self, request: Request) -> Response:
        asked, clinic = query_of(request, ActivityQuery), Clinic.objects.current()
        return page_of(request, filtered(asked, clinic).with_names(), EntryOut, clinic=clinic)


def filtered(asked: Mapping[str, Any], clinic: Clinic) -> EntryQuerySet:
    """The entries asked for, the newest first."""
    entries = within_days(Entry.objects.order_by("-pk"), "at", asked, clinic)
    return entries.filter(**{name: asked[name] for name in ("actor", "action", "target") if name in asked})
