"""What the pages about subscribers share: the rights, and the way to them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.permission_policies import ModelPermissionPolicy

from bulletin.models import Subscriber

Crumb = dict[str, Any]
# Beside view, change (unsubscribe) and delete (erase) it knows the rights to export and to import.
policy = ModelPermissionPolicy(Subscriber)


class SubscribersView(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):
    """A page about subscribers; `permission_required` is asked for with every method."""

    http_method_names = ["get", "head", "post"]
    permission_policy = policy
    permission_required = "view"
    header_icon = "group"

    def get_breadcrumbs_items(self) -> list[Crumb]:
        subscribers = {"url": reverse("bulletin_subscribers"), "label": _("Subscribers")}
        return [*self.breadcrumbs_items, subscribers, {"url": "", "label": self.get_page_title()}]
