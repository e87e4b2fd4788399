"""What the pages about one edition share: who may see them, and the way to them."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from bulletin.admin.editions.rights import may_see
from bulletin.admin.editions.standing import Standing
from bulletin.models import EditionPage, Sending

Crumb = dict[str, Any]


def crumb_of_editions() -> Crumb:
    return {"url": reverse("bulletin_editions"), "label": _("Bulletin")}


class EditionView(WagtailAdminTemplateMixin, View):
    """A page about one edition. `right` is what one needs beyond seeing it."""

    header_icon = "mail"
    right = ""

    @cached_property
    def edition(self) -> EditionPage:
        # By `id`: as `pk`, a link to the page, a number too large for the database is an error.
        return get_object_or_404(EditionPage, id=self.kwargs["pk"])

    @cached_property
    def standing(self) -> Standing:
        return Standing(self.edition, self.request.user)

    @property
    def sending_url(self) -> str:
        return reverse("bulletin_sending", args=[self.edition.pk])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_see(request.user, self.edition) or (self.right and not request.user.has_perm(self.right)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return self.edition.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[Crumb]:
        edition = {"url": self.sending_url, "label": self.get_page_subtitle()}
        own = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, crumb_of_editions(), edition, own]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        named = {"edition": self.edition, "standing": self.standing, "sending_url": self.sending_url}
        return super().get_context_data(**named, **kwargs)


class SendingView(EditionView):
    """About one sending, which stands in the address: another one of the same edition is not meant."""

    @cached_property
    def sending(self) -> Sending:
        sendings = Sending.objects.defer("html", "text", "message").select_related("edition", "queued_by")
        return get_object_or_404(sendings, id=self.kwargs["pk"])

    @cached_property
    def edition(self) -> EditionPage:
        return self.sending.edition

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(sending=self.sending, **kwargs)
