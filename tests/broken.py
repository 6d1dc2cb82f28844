"""A clinic with a view that breaks: a URLconf for tests."""

from typing import Any, NoReturn

from django.http import HttpRequest
from django.urls import path
from rest_framework.request import Request
from rest_framework.views import APIView

from accounts.permissions import Anyone
from config.urls import handler400, handler404, handler500
from config.urls import urlpatterns as whole

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]

SAID = "Mercy Wambui, penicillin"


class Broken(APIView):
    authentication_classes = []
    permission_classes = [Anyone]

    def get(self, request: Request) -> NoReturn:
        raise LookupError(SAID)

    def post(self, request: Request) -> NoReturn:
        """With what was sent in a variable."""
        sent = dict(request.data)
        raise LookupError(sent)


def broken_outside_drf(request: HttpRequest, **kwargs: Any) -> NoReturn:
    raise LookupError(SAID)


urlpatterns = [path("api/broken/", Broken.as_view()), path("api/broken/outside/", broken_outside_drf), *whole]
