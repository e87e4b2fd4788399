"""The day on which readers last saw something of the handbook change, as the log of the site knows it.

Records that are gone cannot say when they went, so their own dates are not enough.
"""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max, Q
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry

# Beginnings of the names of what Wagtail logs when something comes, goes, moves or is hidden.
SEEN_BY_READERS = ("publish", "unpublish", "delete", "move", "reorder", "view_restriction", "rename")


def changed_on() -> str:
    """An ISO day in Scotland; "" before anything was published. It may be late but is never early."""
    from cms.vocabulary.models import Audience
    from resources.models import (
        FurtherResource,
        HandbookPage,
        Milestone,
        ProductCategory,
        ProductIndexPage,
        ProductPage,
        ResourceGroup,
    )

    pages = ContentType.objects.get_for_models(HandbookPage, ProductIndexPage, ProductPage).values()
    drafted = ContentType.objects.get_for_models(Milestone, FurtherResource).values()
    terms = ContentType.objects.get_for_models(ProductCategory, ResourceGroup, Audience).values()
    seen = Q()
    for beginning in SEEN_BY_READERS:
        seen |= Q(action__startswith=f"wagtail.{beginning}")
    of_pages = PageLogEntry.objects.filter(seen, content_type__in=pages)
    of_records = ModelLogEntry.objects.filter(Q(content_type__in=drafted) & seen | Q(content_type__in=terms))
    times = [log.aggregate(last=Max("timestamp"))["last"] for log in (of_pages, of_records)]
    last = max((time for time in times if time), default=None)
    return timezone.localdate(last).isoformat() if last else ""
