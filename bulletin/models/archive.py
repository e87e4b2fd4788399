"""The archive of the bulletin: all editions by year."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path, re_path
from wagtail.url_routing import RouteResult

from bulletin.approval.rights import ArchivePermissions
from bulletin.archive.addresses import path_of, slug_and_rest
from bulletin.models.edition import EditionPage, EditionQuerySet
from cms.pages.models import SitePage


class BulletinPage(RoutablePageMixin, SitePage):
    """All editions by year, with search, a feed and the sign-up."""

    parent_page_types = ["home.LandingPage"]
    subpage_types = ["bulletin.EditionPage"]
    max_count = None
    may_be_translated = False  # its editions stay in English, and it would be empty without them
    template = "bulletin/bulletin_page.html"
    page_description = _("All editions of the bulletin by year, with search and a feed.")

    class Meta:
        verbose_name = _("archive of the bulletin")
        verbose_name_plural = _("archives of the bulletin")

    @property
    def editions(self) -> EditionQuerySet:
        return EditionPage.objects.live().public().child_of(self).for_listing()

    def permissions_for_user(self, user: AbstractUser) -> ArchivePermissions:
        return ArchivePermissions(user, self)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """`2026/10/` is the edition with the slug `2026-10`: Wagtail then treats it as any other page."""
        if named := slug_and_rest(path_components):
            slug, rest = named
            return self._edition(slug).route(request, rest)
        if path_components and path_of(path_components[0]):
            return RouteResult(self, args=(self.move_on, path_components, {}))
        return super().route(request, path_components)

    def move_on(self, request: HttpRequest, slug: str, *rest: str) -> HttpResponse:
        """Wagtail's own address of an edition leads to the one with year and month."""
        route = self._edition(slug).route(request, list(rest))
        return HttpResponsePermanentRedirect(
            (route.page.get_url(request) or "") + "".join(f"{part}/" for part in rest)
        )

    def _edition(self, slug: str) -> EditionPage:
        """With all its fields, in one query."""
        edition = EditionPage.objects.live().public().child_of(self).filter(slug=slug).first()
        if edition is None or path_of(slug) is None:
            raise Http404
        edition.archive = self
        return edition

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from bulletin.archive.listing import front_context

        context = super().get_context(request, *args, **kwargs)
        return context | front_context(self, request)

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        from bulletin.archive.listing import year_addresses

        return [*super().get_sitemap_urls(request), *year_addresses(self, request)]

    @property
    def last_updated(self) -> None:
        """It is as new as its newest edition, which says so itself."""
        return None

    def year_url(self, year: int, request: HttpRequest | None = None) -> str:
        return (self.get_url(request) or "") + self.reverse_subpage("year", args=[year])

    def feed_url(self, request: HttpRequest | None = None) -> str:
        return (self.get_url(request) or "") + self.reverse_subpage("feed")

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """The newest editions in full as an Atom feed."""
        from bulletin.archive.feed import EditionFeed

        return EditionFeed(self)(request)

    @re_path(r"^([0-9]{4})/$", name="year")
    def year(self, request: HttpRequest, year: str) -> HttpResponse:
        """All editions of a year."""
        from bulletin.archive.listing import year_page

        return year_page(self, request, int(year))
