"""Every address of the API, collected from the apps. What is not the API's, config.spa answers."""

from typing import Any

from django.conf import settings
from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from config import api, health
from notifications import dev_mail

endpoints: list[Any] = [
    path("health/live/", health.LiveView.as_view()),
    path("health/ready/", health.ReadyView.as_view()),
    path(
        "schema/", SpectacularAPIView.as_view(permission_classes=[], authentication_classes=[]), name="schema"
    ),
    path(
        "docs/",
        SpectacularSwaggerSplitView.as_view(
            url_name="schema", permission_classes=[], authentication_classes=[]
        ),
    ),
    path("", include("accounts.urls")),
    path("", include("doctors.urls")),
    path("", include("appointments.urls")),
    path("", include("activity.urls")),
]

urlpatterns = [
    path("api/", include(endpoints)),
    *(dev_mail.urlpatterns if settings.LOCAL else []),
    re_path(r"", api.not_found),
]

handler400 = api.bad_request
handler404 = api.not_found
handler500 = api.server_error
