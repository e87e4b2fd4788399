"""The first page of the admin: “My council” for a council’s people, Wagtail’s dashboard for others."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.home import HomeView

from la_directory.my_council.member import own_team
from la_directory.my_council.overview import Overview


class MyCouncilView(WagtailAdminTemplateMixin, TemplateView):
    """What waits, what is due, and the way to each page of the council."""

    template_name = "la_directory/my_council/my_council.html"
    page_title = _("My council")
    header_icon = "home"
    breadcrumbs_items: list[dict[str, str]] = []

    def get_page_subtitle(self) -> str:
        return own_team(self.request).council.official_name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "overview": Overview(own_team(self.request))}


@require_admin_access
def landing(request: HttpRequest) -> HttpResponse:
    view = MyCouncilView if own_team(request) else HomeView
    return view.as_view()(request)
