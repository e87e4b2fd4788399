"""The archive of the bulletin: all editions by year."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin

from bulletin.models.edition import EditionPage, EditionQuerySet
from cms.pages.models import SitePage


class BulletinPage(RoutablePageMixin, SitePage):
    """All editions by year, with search, a feed and the sign-up."""

    parent_page_types = ["home.LandingPage"]
    subpage_types = ["bulletin.EditionPage"]
    max_count = None
    template = "bulletin/bulletin_page.html"
    page_description = _("All editions of the bulletin by year, with search and a feed.")

    class Meta:
        verbose_name = _("archive of the bulletin")
        verbose_name_plural = _("archives of the bulletin")

    @property
    def editions(self) -> EditionQuerySet:
        return EditionPage.objects.live().public().child_of(self).for_listing()
