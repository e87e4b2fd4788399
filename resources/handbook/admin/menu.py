"""One heading of the menu for all of the handbook, and where its entry “Sections and annexes” leads."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import Menu, SubmenuMenuItem
from wagtail.permissions import page_permission_policy
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cms.languages.original import first_locale_id
from resources.handbook.admin.products import ProductViewSet
from resources.handbook.admin.snippets import (
    FurtherResourceViewSet,
    MilestoneViewSet,
    ProductCategoryViewSet,
    ResourceGroupViewSet,
)
from resources.models import HandbookPage


class HandbookViewSetGroup(SnippetViewSetGroup):
    """The lists of records. The hook `register_handbook_menu_item` adds other entries, of order 10 and up."""

    menu_label = gettext_lazy("Handbook")
    menu_name = "handbook"
    menu_icon = "openquote"
    menu_order = 210
    items = (
        ProductViewSet,
        MilestoneViewSet,
        FurtherResourceViewSet,
        ProductCategoryViewSet,
        ResourceGroupViewSet,
    )

    def get_menu_item(self, order: int | None = None) -> SubmenuMenuItem:
        return SubmenuMenuItem(
            label=self.menu_label,
            menu=Menu(items=self.get_submenu_items(), register_hook_name="register_handbook_menu_item"),
            name=self.menu_name,
            icon_name=self.menu_icon,
            order=self.menu_order if order is None else order,
        )


def handbook_page(request: HttpRequest) -> HttpResponse:
    """Leads to the handbook in the editor, or to the list of handbooks where there are several."""
    pages = page_permission_policy.instances_user_has_permission_for(request.user, "change")
    handbooks = HandbookPage.objects.filter(pk__in=pages.values("pk"), locale=first_locale_id())
    keys = list(handbooks.values_list("pk", flat=True)[:2])
    if len(keys) == 1:
        return redirect("wagtailadmin_pages:edit", keys[0])
    if keys:
        return redirect("wagtailadmin_pages:type_use", "resources", "handbookpage")
    if not page_permission_policy.user_has_permission(request.user, "change"):
        raise PermissionDenied
    messages.info(request, _("There is no handbook that you may change. It stands below the home page."))
    return redirect("wagtailadmin_explore_root")
