"""What people are told: one row for each message to one person over one channel, and the worker's heart."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

# A process that dies while it hands a message over leaves it taken; after this time another one takes it.
# Handing over ends long before: see the time-outs in config/gateways.py and channels.py.
LEASE = timedelta(minutes=2)


class Kind(models.TextChoices):
    REGISTRATION_RECEIVED = "registration_received"
    ACCOUNT_ACTIVATED = "account_activated"
    ACCOUNT_REJECTED = "account_rejected"
    ACCOUNT_DEACTIVATED = "account_deactivated"
    ACCOUNT_CREATED = "account_created"
    PASSWORD_RESET = "password_reset"  # noqa: S105 - a kind of message
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - and another one
    NEW_SIGN_IN = "new_sign_in"
    VISIT_BOOKED = "visit_booked"
    VISIT_MOVED = "visit_moved"
    VISIT_CANCELLED = "visit_cancelled"
    VISIT_REMINDER = "visit_reminder"
    VISIT_LATE = "visit_late"
    TEST = "test"


ABOUT_VISITS = frozenset(kind for kind in Kind if kind.startswith("visit_"))
# Quiet hours delay these. Everything else was brought about by an act of this moment.
NOT_AT_NIGHT = frozenset({Kind.VISIT_REMINDER})


class Channel(models.TextChoices):
    EMAIL = "email"
    SMS = "sms"


class State(models.TextChoices):
    DUE = "due"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


class MessageQuerySet(models.QuerySet["Message"]):
    def with_names(self) -> MessageQuerySet:
        """Adds `person_name`, as the person is called now."""
        person = get_user_model().objects.filter(pk=OuterRef("person"))
        return self.annotate(person_name=Coalesce(Subquery(person.values("full_name")), Value("")))

    def overdue(self, now: datetime) -> MessageQuerySet:
        """What is to be sent now: due, or left over by a process that died. The longest due comes first."""
        abandoned = Q(state=State.SENDING, taken_at__lte=now - LEASE)
        return self.filter(Q(state=State.DUE) | abandoned, due_at__lte=now).order_by("due_at", "pk")


class Message(models.Model):
    """One message. People and what it is about are named by id; its words are made when it is sent.

    `cause` says what brought it about, and nobody is told twice of one cause over one channel. `facts` are
    what its words need: no medical text, no reason of a visit, no secret. `taken_at` is when a process took
    it to hand it over. `message_id` is the one of RFC 5322, fixed so that a repeat can be known as one.
    """

    person = models.BigIntegerField()
    kind = models.CharField(max_length=30)
    channel = models.CharField(max_length=10, choices=Channel)
    language = models.CharField(max_length=10)
    name = models.CharField(max_length=100)
    address = models.CharField(max_length=254)
    about = models.CharField(max_length=60, blank=True)
    cause = models.CharField(max_length=120)
    facts = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State, default=State.DUE)
    due_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=500, blank=True, default="")
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    message_id = models.CharField(max_length=320)

    objects = MessageQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(state__in=[State.DUE, State.SENDING]),
                name="message_to_be_sent",
            ),
            models.Index(fields=["about", "id"], name="message_about"),
            models.Index(fields=["person", "id"], name="message_to_person"),
            models.Index(fields=["id"], condition=Q(state=State.FAILED), name="message_failed"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["cause", "person", "channel"], name="message_told_once"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="message_state_known"),
            models.CheckConstraint(condition=Q(channel__in=Channel.values), name="message_channel_known"),
            models.CheckConstraint(
                condition=Q(state=State.SENT, sent_at__isnull=False)
                | (~Q(state=State.SENT) & Q(sent_at__isnull=True)),
                name="message_sent_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state=State.SENDING, taken_at__isnull=False)
                | (~Q(state=State.SENDING) & Q(taken_at__isnull=True)),
                name="message_taken_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"message:{self.pk} {self.kind} by {self.channel}"


class Heart(models.Model):
    """When a worker last did what it does each minute: one row."""

    id = models.SmallIntegerField(primary_key=True, default=1, editable=False)
    beat_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="heart_is_one")]

    def __str__(self) -> str:
        return f"{self.beat_at}"
