"""All publications, with filters."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from cms.languages.original import source_of
from cms.pages.models import SitePage
from resources.filters import PublicationFilterForm
from resources.listing import ListPaginator, kept_years
from resources.models.publication import PublicationPage, PublicationQuerySet

PER_PAGE = 20


class PublicationIndexPage(SitePage):
    """The list of publications, filtered by type and year without JavaScript."""

    parent_page_types = ["home.LandingPage"]
    subpage_types = ["resources.PublicationPage"]
    max_count = None
    template = "resources/publication_index_page.html"
    page_description = _("The list of publications with filters.")

    class Meta:
        verbose_name = _("index of publications")

    @property
    def publications(self) -> PublicationQuerySet:
        """Those of the first language: what is not translated is shown in English."""
        return PublicationPage.objects.live().public().child_of(source_of(self)).for_listing()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        form = PublicationFilterForm(request.GET, years=kept_years(self, self.publications.years))
        paginator = ListPaginator(form.narrow(self.publications), PER_PAGE, locale_id=self.locale_id)
        context |= {
            "form": form,
            "page_obj": paginator.get_page(request.GET.get("page")),
        }
        return context
