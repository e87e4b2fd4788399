from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

import cms.pages.approval.wagtail_hooks
import cms.pages.feedback.wagtail_hooks
import cms.pages.review.wagtail_hooks  # noqa: F401  hooks register themselves
from cms.pages.dashboard import WaitingPanel
from cms.pages.gallery import gallery
from cms.pages.history import is_held_back

ELSEWHERE = ("whats-new", "editor-guide")
HELD_BACK = _("Nothing was published. These pages lack something or a change note; publish each alone: %s")


@hooks.register("construct_homepage_panels", order=1000)
def one_panel_on_the_dashboard(request: HttpRequest, panels: list[Component]) -> None:
    panels[:] = [WaitingPanel()]


@hooks.register("construct_help_menu")
def no_help_of_other_sites(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """News of Wagtail itself and a guide elsewhere say nothing about this site."""
    menu_items[:] = [item for item in menu_items if not item.name.startswith(ELSEWHERE)]


@hooks.register("insert_global_admin_js")
def dates_stay_as_they_were_typed() -> SafeString:
    return format_html('<script src="{}"></script>', static("pages/typed_dates.js"))


@hooks.register("before_bulk_action")
def many_pages_are_published_by_the_same_rules(
    request: HttpRequest, action_type: str, objects: list[Page], action: object
) -> HttpResponse | None:
    """What is incomplete, or changed without a note, is not published with others either."""
    if action_type != "publish":
        return None
    chosen = list(objects)
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        chosen += [below for page in objects for below in page.get_descendants().not_live()]
    drafts = [page.get_latest_revision_as_object() for page in chosen]
    held_back = [draft for draft in drafts if is_held_back(draft)]
    if not held_back:
        return None
    names = ", ".join(draft.get_admin_display_title() for draft in held_back)
    messages.error(request, HELD_BACK % names)
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")


@hooks.register("register_admin_urls")
def gallery_address() -> list[URLPattern]:
    return [path("gallery/", gallery, name="gallery")]


@hooks.register("register_help_menu_item")
def gallery_in_the_menu() -> MenuItem:
    return MenuItem(
        _("Blocks and components"), reverse("gallery"), name="gallery", icon_name="view", order=10
    )
