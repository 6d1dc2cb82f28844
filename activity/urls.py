from django.urls import path

from activity.views import ActivityView

urlpatterns = [path("activity/", ActivityView.as_view())]
