from django.urls import path

from doctors.views import clinic, patients

urlpatterns = [
    path("clinic/", clinic.Settings.as_view()),
    path("patients/", patients.Patients.as_view()),
    path("patients/<int:pk>/", patients.OnePatient.as_view()),
    path("patients/<int:pk>/medical-history/", patients.MedicalHistory.as_view()),
    path("patients/<int:pk>/readings/", patients.Readings.as_view()),
]
