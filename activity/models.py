"""The activity log. Entries are written once: the table refuses update, delete and truncate."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce


class EntryQuerySet(models.QuerySet["Entry"]):
    def with_names(self) -> EntryQuerySet:
        """Adds `actor_name`. Names are joined when read: an entry itself holds ids only."""
        actor = get_user_model().objects.filter(pk=OuterRef("actor"))
        return self.annotate(actor_name=Coalesce(Subquery(actor.values("full_name")), Value("")))


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
