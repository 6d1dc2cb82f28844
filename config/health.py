"""Whether the process lives, and whether it can serve: for load balancers and deployments."""

from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from clinic.fields import Instant
from clinic.schema import answered
from notifications.health import health

READY = {
    "status": "ready",
    "worker_alive": True,
    "worker_beat_at": "2026-11-23T14:26:00.201944+00:00",
    "oldest_due_at": None,
    "failed_messages": 0,
}


class MigrationsDue(OperationalError):
    """To its users a database of yesterday's shape is as good as none, and answered alike."""


class HealthView(APIView):
    authentication_classes = ()
    permission_classes = ()


class Health(serializers.Serializer):
    status = serializers.CharField()


class Readiness(Health):
    """For operators also how the messages are; they do not decide whether people can be served."""

    worker_alive = serializers.BooleanField(help_text="Whether a worker was heard of in the last 3 minutes.")
    worker_beat_at = Instant(allow_null=True, help_text="When a worker was last heard of.")
    oldest_due_at = Instant(allow_null=True, help_text="Since when the longest due message waits.")
    failed_messages = serializers.IntegerField(help_text="Messages that were given up.")


class LiveView(HealthView):
    @extend_schema(
        summary="Whether the process answers",
        auth=[],
        responses=Health,
        examples=[answered("It does", {"status": "live"})],
    )
    def get(self, request: Request) -> Response:
        return Response({"status": "live"})


class ReadyView(HealthView):
    migrated = False  # true once is true for this process: nobody takes migrations back under it

    @extend_schema(
        summary="Whether the database answers and has its tables",
        auth=[],
        responses=Readiness,
        examples=[answered("It does", READY)],
    )
    def get(self, request: Request) -> Response:
        if not ReadyView.migrated:
            require_no_migrations()
            ReadyView.migrated = True
        messages = health(timezone.now())
        shown = {
            "status": "ready",
            "worker_alive": messages.is_alive,
            "worker_beat_at": messages.beat_at,
            "oldest_due_at": messages.oldest_due_at,
            "failed_messages": messages.failed,
        }
        return Response(Readiness(shown).data)


def require_no_migrations() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise MigrationsDue("migrations are due")
