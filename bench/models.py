"""The smallest page that Wagtail can have: what every page of ours is measured against."""

from django.db import models
from wagtail.models import Page


class MinimalPage(Page):
    """A title and a text."""

    text = models.TextField(blank=True)

    parent_page_types = ["wagtailcore.Page", "bench.MinimalListPage"]
    subpage_types = []
    max_count = None
    template = "bench/minimal_page.html"


class MinimalListPage(Page):
    """A list of the pages below it, twenty at most."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["bench.MinimalPage"]
    max_count = None
    template = "bench/minimal_list_page.html"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["children"] = MinimalPage.objects.live().child_of(self).order_by("-pk")[:20]
        return context
