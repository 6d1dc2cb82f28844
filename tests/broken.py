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


class Broken(APIView):
    permission_classes = [Anyone]

    def get(self, request: Request) -> NoReturn:
        raise LookupError("Mercy Wambui, penicillin")


def broken_outside_drf(request: HttpRequest, **kwargs: Any) -> NoReturn:
    raise LookupError("Mercy Wambui, penicillin")


urlpatterns = [path("api/broken/", Broken.as_view()), path("api/broken/outside/", broken_outside_drf), *whole]
