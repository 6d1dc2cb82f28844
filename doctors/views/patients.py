"""Patients over HTTP, as doctors, admins and they themselves see them."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.authentication import SignedInRequest
from accounts.models import Role, State, User
from accounts.models.people import UserQuerySet
from accounts.permissions import DOCTORS, STAFF, ReadersAndWriters, SignedIn, only
from accounts.serializers import PatientPageSerializer, UserSerializer, context_for
from clinic.models import Clinic
from clinic.pages import Pages, page_of
from clinic.parsers import body_of, query_of
from clinic.schema import answered, sent
from doctors import examples, medical_history
from doctors.models import MedicalHistoryVersion
from doctors.patient_serializers import MedicalHistoryIn, PatientQuery, ReadingOut, VersionOut


def active_patients() -> UserQuerySet:
    return User.objects.filter(role=Role.PATIENT, state=State.ACTIVE).with_profiles()


def patient_or_404(pk: int, reader: User) -> User:
    """An active patient; to a patient there is nobody but himself."""
    patients = active_patients()
    if reader.role == Role.PATIENT:
        patients = patients.filter(pk=reader.pk)
    return get_object_or_404(patients, pk=pk)


def note_reading(patient: User, request: SignedInRequest) -> None:
    """A doctor who reads a history is written down before he sees it; a patient reads his own freely."""
    if request.user.role == Role.DOCTOR:
        medical_history.note_reading(patient=patient, reader=request.user, now=timezone.now())


class Patients(APIView):
    permission_classes = [STAFF]
    pagination_class = Pages

    @extend_schema(
        summary="The active patients, by name",
        parameters=[PatientQuery],
        responses=UserSerializer(many=True),
        examples=[answered("A patient", examples.PATIENT)],
    )
    def get(self, request: SignedInRequest) -> Response:
        patients = active_patients().in_order()
        if words := query_of(request, PatientQuery).get("search"):
            patients = patients.matching(words)
        return page_of(request, patients, UserSerializer, **context_for(request.user, timezone.now()))


class OnePatient(ReadersAndWriters, APIView):
    readers = SignedIn
    writers = DOCTORS

    @extend_schema(
        summary="One patient, with the medical history for who may read it",
        responses=PatientPageSerializer,
        examples=[answered("To a doctor", examples.PATIENT_PAGE), answered("To an admin", examples.PATIENT)],
    )
    def get(self, request: SignedInRequest, pk: int) -> Response:
        patient = patient_or_404(pk, request.user)
        note_reading(patient, request)
        return self.page(patient, request)

    @extend_schema(
        summary="Write a patient's medical history",
        request=MedicalHistoryIn,
        responses=PatientPageSerializer,
        examples=[
            sent("An allergy", {"medical_history": "Penicillin allergy."}),
            answered("Written", examples.PATIENT_PAGE),
        ],
    )
    def patch(self, request: SignedInRequest, pk: int) -> Response:
        patient = patient_or_404(pk, request.user)
        text = body_of(request, MedicalHistoryIn)["medical_history"]
        patient.patient_profile = medical_history.write(
            patient=patient, text=text, by=request.user, now=timezone.now()
        )
        return self.page(patient, request)

    def page(self, patient: User, request: SignedInRequest) -> Response:
        shape = UserSerializer if request.user.role == Role.ADMIN else PatientPageSerializer
        return Response(shape(patient, context=context_for(request.user, timezone.now())).data)


class MedicalHistory(APIView):
    permission_classes = [only(Role.DOCTOR, Role.PATIENT)]
    pagination_class = Pages

    @extend_schema(
        summary="The versions of a patient's medical history, the newest first",
        responses=VersionOut(many=True),
        examples=[answered("A version", examples.VERSION)],
    )
    def get(self, request: SignedInRequest, pk: int) -> Response:
        patient = patient_or_404(pk, request.user)
        versions = MedicalHistoryVersion.objects.filter(patient_id=patient.pk).order_by("-pk")
        rows = versions.select_related("written_by")
        response = page_of(request, rows, VersionOut, clinic=Clinic.objects.current())
        note_reading(patient, request)
        return response


class Readings(APIView):
    permission_classes = [only(Role.PATIENT)]
    pagination_class = Pages

    @extend_schema(
        summary="Who read or wrote one's own medical history, the latest first",
        responses=ReadingOut(many=True),
        examples=[answered("A reading", examples.READING)],
    )
    def get(self, request: SignedInRequest, pk: int) -> Response:
        patient = patient_or_404(pk, request.user)
        return page_of(
            request, medical_history.touches_of(patient), ReadingOut, clinic=Clinic.objects.current()
        )
