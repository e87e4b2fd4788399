"""Where records stand on their way to readers, for many at once."""

from __future__ import annotations

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from wagtail.models import WorkflowState

from resources.models.handbook_records import HandbookRecord
from resources.models.product import ProductQuerySet


def with_approval_states(products: ProductQuerySet) -> ProductQuerySet:
    """Wagtail’s `prefetch_workflow_states` finds none in a query of one page type; this does."""
    return _with_workflow_states(products, "_specific_workflow_states").annotate_approved_schedule()


def records_with_states(model: type[HandbookRecord], *related: str) -> QuerySet[HandbookRecord]:
    return _with_workflow_states(model.objects.select_related(*related), "workflow_states")


def _with_workflow_states(records: QuerySet, relation: str) -> QuerySet:
    """`workflow_in_progress` reads what was fetched here."""
    states = WorkflowState.objects.active().select_related("current_task_state__task")
    return records.prefetch_related(Prefetch(relation, queryset=states, to_attr="_current_workflow_states"))


def state_of(record: HandbookRecord) -> str:
    """In a word or two. Wagtail’s own words cost two queries a record."""
    if record.workflow_in_progress:
        return _("Live, waits for approval") if record.live else _("Waits for approval")
    if not record.live:
        return _("Draft")
    return _("Live, with a newer draft") if record.has_unpublished_changes else _("Live")
