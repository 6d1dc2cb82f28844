from django.urls import path, register_converter

from appointments.views import acts, directory, schedule, visits
from doctors.lookup import DoctorInPath

register_converter(DoctorInPath, "doctor")

urlpatterns = [
    path("doctors/", directory.Directory.as_view()),
    path("doctors/specializations/", directory.Specializations.as_view()),
    path("doctors/<doctor:pk>/", directory.OneDoctor.as_view()),
    path("doctors/<doctor:pk>/slots/", directory.Slots.as_view()),
    path("doctors/<doctor:pk>/working-hours/", schedule.WeeklyHours.as_view()),
    path("doctors/<doctor:pk>/time-off/", schedule.TimesOff.as_view()),
    path("doctors/<doctor:pk>/time-off/<int:time_off_pk>/", schedule.OneTimeOff.as_view()),
    path("clinic/closed-days/", schedule.ClosedDays.as_view()),
    path("clinic/closed-days/<int:pk>/", schedule.OneClosedDay.as_view()),
    path("users/<int:pk>/deactivate/", schedule.Deactivate.as_view()),
    path("appointments/", visits.Visits.as_view()),
    path("appointments/<int:pk>/", visits.OneVisit.as_view()),
    path("appointments/<int:pk>/cancel/", acts.Cancel.as_view()),
    path("appointments/<int:pk>/reschedule/", acts.Reschedule.as_view()),
    path("appointments/<int:pk>/check-in/", acts.CheckIn.as_view()),
    path("appointments/<int:pk>/complete/", acts.Complete.as_view()),
    path("appointments/<int:pk>/no-show/", acts.NoShow.as_view()),
]
