"""Wording that several pages share and that is written once."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.fields import StreamField
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


class StatementBlock(blocks.StructBlock):
    """One thing that is done, with the principles that stand behind it."""

    text = blocks.TextBlock(
        label=_("Statement"),
        rows=2,
        help_text=_("Continues “We are:”, such as “helping people into fair work”."),
    )
    principles = blocks.ListBlock(
        blocks.CharBlock(label=_("Principle")), label=_("Principles"), required=False, default=[]
    )

    class Meta:
        icon = "list-ul"
        label = _("Statement")


class ApproachStatements(
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    PreviewableMixin,
    TranslatableMixin,
    index.Indexed,
    models.Model,
):
    """What the partners say they are doing, shared by the home page and the policy page."""

    title = models.CharField(
        _("name"), max_length=120, help_text=_("Only editors see it, to tell one set from another.")
    )
    lead_in = models.CharField(
        _("lead-in"), max_length=120, default="We are:", help_text=_("Stands before the list.")
    )
    statements = StreamField(
        [("statement", StatementBlock())], verbose_name=_("statements"), min_num=1, max_num=12
    )
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="approach_statements",
        for_concrete_model=False,
    )
    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="approach_statements")

    base_form_class = ScheduledWordingForm
    panels = [
        FieldPanel("title"),
        FieldPanel("lead_in"),
        FieldPanel("statements"),
        PublishingPanel(),
    ]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("“We are” statements")
        verbose_name_plural = _("“We are” statements")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    @property
    def revisions(self) -> QuerySet:
        return self._revisions

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "vocabulary/approach_statements_preview.html"
