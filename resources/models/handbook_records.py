"""What the short records of the handbook have in common: drafts, history, preview, approval, an order."""

from __future__ import annotations

from typing import Any, Self

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail.search import index

from cms.vocabulary.forms import ScheduledWordingForm
from resources.models.old_versions import ForgetsWhatIsDeleted


class HandbookRecordQuerySet(models.QuerySet):
    """Records in the editors' order."""

    def live(self) -> HandbookRecordQuerySet:
        return self.filter(live=True)


class HandbookRecord(
    ForgetsWhatIsDeleted,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    TranslatableMixin,
    index.Indexed,
    models.Model,
):
    """A record that the handbook shows in a list. `sort_order` decides between those of the same date."""

    sort_order = models.IntegerField(null=True, blank=True, editable=False)
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="%(class)s",
        for_concrete_model=False,
    )
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="%(class)s")

    objects = HandbookRecordQuerySet.as_manager()
    base_form_class = ScheduledWordingForm

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["sort_order", "pk"]

    @property
    def revisions(self) -> QuerySet:
        return self._revisions

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """The order belongs to the record, not to a version of its words."""
        version = super().with_content_json(content)
        version.sort_order = self.sort_order
        return version

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return f"resources/handbook/{self._meta.model_name}_preview.html"
