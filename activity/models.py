"""The activity log and its seals. Both are written once: the tables refuse update, delete and truncate."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Exists, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce


class EntryQuerySet(models.QuerySet["Entry"]):
    def with_names(self) -> EntryQuerySet:
        """Adds `actor_name`. Names are joined when read: an entry itself holds ids only."""
        actor = get_user_model().objects.filter(pk=OuterRef("actor"))
        return self.annotate(actor_name=Coalesce(Subquery(actor.values("full_name")), Value("")))

    def unsealed(self, after: int = 0) -> EntryQuerySet:
        """The entries behind this id that have no seal: of both tables no more is read than that."""
        seals = Seal.objects.filter(entry__gt=after, entry=OuterRef("pk"))
        return self.filter(~Exists(seals), pk__gt=after).order_by("pk")


class Entry(models.Model):
    """Who did what, on what, when and from where. People and things are named by id only."""

    at = models.DateTimeField()
    actor = models.BigIntegerField(null=True)
    address = models.GenericIPAddressField(null=True)
    action = models.CharField(max_length=60)
    target = models.CharField(max_length=60, blank=True)
    details = models.JSONField(default=dict)

    objects = EntryQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["target", "id"], name="entry_of_target"),
            models.Index(fields=["actor", "id"], name="entry_of_actor"),
            models.Index(fields=["action", "id"], name="entry_of_action"),
            models.Index(fields=["at"], name="entry_at"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.target}"


class Seal(models.Model):
    """One link of the hash chain: it seals one entry, and with its hash everything before it.

    The entry is named without a foreign key, for its seal must be able to tell that it is gone.
    """

    position = models.BigIntegerField(primary_key=True)
    entry = models.BigIntegerField(unique=True)
    sealed_at = models.DateTimeField()
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.position} {self.hash}"
