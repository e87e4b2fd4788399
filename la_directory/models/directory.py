"""The front page of the directory, and what is found below its address."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from cms.pages.models import SitePage


class DirectoryPage(RoutablePageMixin, SitePage):
    """All councils: a finder, then A to Z with filters."""

    parent_page_types = ["home.LandingPage"]
    subpage_types = ["la_directory.CouncilPage"]
    max_count = None
    template = "la_directory/directory_page.html"
    page_description = _("All councils with a finder, filters, open data and the list of Partnerships Leads.")

    class Meta:
        verbose_name = _("council directory")
        verbose_name_plural = _("council directories")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from la_directory.council_list.context import list_context

        context = super().get_context(request, *args, **kwargs)
        return context | list_context(self, request)

    @property
    def find_url(self) -> str:
        """Where the finder's form leads."""
        return self.url + self.reverse_subpage("find")

    def file_url(self, name: str, *args: str) -> str:
        """The address of a file. Wagtail resolves every path with a slash at its end; a file has none."""
        return self.url + self.reverse_subpage(name, args=args).rstrip("/")

    @path("find/", name="find")
    def find(self, request: HttpRequest) -> HttpResponse:
        """The councils for a postcode, a place or a name."""
        from la_directory.finder.views import find

        return find(self, request)

    @path("partnership-leads/", name="partnership_leads")
    def partnership_leads(self, request: HttpRequest) -> HttpResponse:
        """The Partnerships Lead of every council."""
        from la_directory.partnership_leads.views import leads

        return leads(self, request)

    @path("partnership-leads/leads.csv/", name="partnership_leads_file")
    def partnership_leads_file(self, request: HttpRequest) -> HttpResponse:
        """The same table as a file."""
        from la_directory.partnership_leads.views import leads_file

        return leads_file(self, request)

    @path("export/councils.<slug:file_format>/", name="export")
    def export(self, request: HttpRequest, file_format: str) -> HttpResponse:
        """The directory as open data."""
        from la_directory.open_data.views import export

        return export(self, request, file_format)

    @path("export/schema.json/", name="schema")
    def schema(self, request: HttpRequest) -> HttpResponse:
        """What the open data holds."""
        from la_directory.open_data.views import schema

        return schema()
