"""A restored copy of the site sends nothing until a person has said that it may."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from bulletin.admin.editions.base import Crumb, crumb_of_editions
from bulletin.admin.editions.rights import RELEASE, may_see_editions
from bulletin.send.gate import release, state


class GatePage(WagtailAdminTemplateMixin, View):
    """What it means that the gate is closed, and the button for those who may open it."""

    http_method_names = ["get", "head", "post"]
    template_name = "bulletin/admin/gate.html"
    page_title = gettext_lazy("Is this the site that sends?")
    header_icon = "warning"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        needed = (
            request.user.has_perm(RELEASE) if request.method == "POST" else may_see_editions(request.user)
        )
        if not needed:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[Crumb]:
        return [*self.breadcrumbs_items, crumb_of_editions(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_release = self.request.user.has_perm(RELEASE)
        return super().get_context_data(gate=state(), may_release=may_release, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest) -> HttpResponse:
        if state().is_open:
            messages.info(request, _("This site already sends."))
        else:
            release(request.user)
            messages.success(request, _("This site sends again. What was queued goes out now."))
        return redirect("bulletin_editions")
