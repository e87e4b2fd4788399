"""Contacts and services that readers are warned of stand lower in search."""

from __future__ import annotations

from django.utils import timezone
from wagtail.models import Page

from cms.page_cache.generation import kept
from la_directory.freshness.overview import freshness_of, kept_councils


def out_of_date() -> frozenset[int]:
    """The primary keys of entries without a check that holds, in every language.

    Found once a day and change of content.
    """
    return kept(("entries out of date", timezone.localdate()), _find)


def _find() -> frozenset[int]:
    found = freshness_of(kept_councils()).values()
    stale = [entry.record for each in found for entry in each.entries if not entry.stamp.is_fresh]
    translated = Page.objects.filter(translation_key__in=[record.translation_key for record in stale])
    return frozenset([*(record.pk for record in stale), *translated.values_list("pk", flat=True)])
