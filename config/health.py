"""Whether the process lives, and whether it can serve: for load balancers and deployments."""

from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from clinic.schema import answered


class MigrationsDue(OperationalError):
    """To its users a database of yesterday's shape is as good as none, and answered alike."""


class HealthView(APIView):
    authentication_classes = ()
    permission_classes = ()


class Health(serializers.Serializer):
    status = serializers.CharField()


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
        responses=Health,
        examples=[answered("It does", {"status": "ready"})],
    )
    def get(self, request: Request) -> Response:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not ReadyView.migrated:
            require_no_migrations()
            ReadyView.migrated = True
        return Response({"status": "ready"})


def require_no_migrations() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise MigrationsDue("migrations are due")
