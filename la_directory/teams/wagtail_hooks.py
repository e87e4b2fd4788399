"""Where teams stand in the admin. The hooks of la_directory import this module."""

from __future__ import annotations

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from cms.pages import waiting
from la_directory.my_council.member import own_team
from la_directory.teams import log_actions
from la_directory.teams.admin.actions import LeaveTeam
from la_directory.teams.admin.viewset import TeamViewSet
from la_directory.teams.choosers import only_what_may_be_chosen
from la_directory.teams.explorer import ExplorerViewSet
from la_directory.teams.waiting import councils_without_editor

waiting.register(councils_without_editor)
hooks.register("construct_page_chooser_queryset", only_what_may_be_chosen)
hooks.register("register_log_actions", log_actions.register)


@hooks.register("register_admin_viewset")
def teams_in_the_admin() -> TeamViewSet:
    return TeamViewSet()


@hooks.register("register_admin_viewset", order=1000)
def explorer_in_place_of_wagtails() -> ExplorerViewSet:
    """Comes after Wagtail’s own and takes its place."""
    return ExplorerViewSet()


@hooks.register("register_admin_urls")
def address_of_leaving() -> list[URLPattern]:
    return [path("account/leave-team/", LeaveTeam.as_view(), name="leave_council_team")]


class LeaveMenuItem(MenuItem):
    """Shown to the people of a council."""

    def is_shown(self, request: HttpRequest) -> bool:
        return own_team(request) is not None


@hooks.register("register_help_menu_item")
def leaving_in_the_menu() -> MenuItem:
    url = reverse("leave_council_team")
    return LeaveMenuItem(_("Leave the team"), url, name="leave-team", icon_name="logout", order=90)


@hooks.register("register_permissions")
def directory_permissions() -> QuerySet[Permission]:
    """So that the rights can be given to a group in the admin."""
    names = ["manage_teams", "change_official_names"]
    return Permission.objects.filter(content_type__app_label="la_directory", codename__in=names)
