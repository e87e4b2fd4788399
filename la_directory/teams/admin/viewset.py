"""The list of teams, the page of a team and its settings."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import Count, Q, QuerySet
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import log

from la_directory.models import CouncilTeam
from la_directory.teams.admin.actions import CancelInvitation, EndMembership, Invite, InviteAgain
from la_directory.teams.admin.policy import TeamPolicy, team_policy
from la_directory.teams.log_actions import SETTINGS

WITHOUT_EDITOR = "none"


def in_words(team: CouncilTeam) -> str:
    """What becomes of a contact that the council changes."""
    return _("wait for approval") if team.contacts_wait else _("go live at once")


class TeamFilters(WagtailFilterSet):
    """Those that somebody has to be found for."""

    editors = django_filters.ChoiceFilter(
        label=gettext_lazy("Editors"),
        choices=[(WITHOUT_EDITOR, gettext_lazy("No active editor"))],
        method="with_editors",
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = CouncilTeam
        fields = ["editors", "contacts_wait"]

    def with_editors(self, teams: QuerySet, name: str, value: str) -> QuerySet:
        return teams.without_editor()


class TeamList(generic.IndexView):
    """Every council with its editors, counted in the one query."""

    def get_base_queryset(self) -> QuerySet:
        is_open = Q(
            invitations__accepted_at=None,
            invitations__cancelled_at=None,
            invitations__expires_at__gt=timezone.now(),
        )
        return (
            super()
            .get_base_queryset()
            .select_related("council")
            .annotate(
                number_of_editors=Count("group__user", filter=Q(group__user__is_active=True), distinct=True),
                number_invited=Count("invitations", filter=is_open, distinct=True),
            )
        )


class TeamPage(generic.InspectView):
    """The people of a council, those who are invited, and what can be done about either."""

    template_name = "la_directory/teams/team.html"
    page_title = gettext_lazy("Team")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Without Wagtail’s step by way of the settings."""
        index = {"url": reverse(self.index_url_name), "label": _("Council teams")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": str(self.object)}]

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        key = [self.object.pk]
        return [
            Button(_("Invite"), url=reverse("council_teams:invite", args=key), icon_name="mail", priority=5),
            Button(_("Settings"), url=reverse("council_teams:edit", args=key), icon_name="cog", priority=10),
            Button(
                _("History"), url=reverse("council_teams:history", args=key), icon_name="history", priority=20
            ),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        team = self.object
        waiting = team.invitations.waiting().select_related("invited_by")
        return super().get_context_data(team=team, members=team.members, invitations=waiting, **kwargs)


class TeamSettingsForm(WagtailAdminModelForm):
    class Meta:
        model = CouncilTeam
        fields = ["team_mailbox", "contacts_wait"]


class TeamSettings(generic.EditView):
    page_title = gettext_lazy("Settings")
    success_message = gettext_lazy("The settings of “%(object)s” are saved.")

    def save_instance(self) -> CouncilTeam:
        """One entry that says what holds now, in place of Wagtail’s “edited”."""
        team = self.form.save()
        self.has_content_changes = self.form.has_changed()
        if self.has_content_changes:
            log(team, SETTINGS, user=self.request.user, data={"contacts_wait": team.contacts_wait})
        return team

    def get_success_url(self) -> str:
        return reverse("council_teams:inspect", args=[self.object.pk])


class TeamViewSet(ModelViewSet):
    """“Council teams” in the menu of those who look after the directory."""

    model = CouncilTeam
    name = "council_teams"
    url_prefix = "councils/teams"
    icon = "group"
    menu_label = gettext_lazy("Council teams")
    add_to_admin_menu = True
    menu_order = 220
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = TeamList
    inspect_view_class = TeamPage
    edit_view_class = TeamSettings
    filterset_class = TeamFilters
    search_fields = ["council__title", "council__official_name"]
    ordering = "council__title"
    list_per_page = 50
    list_display = [
        TitleColumn("council", label=gettext_lazy("Council"), url_name="council_teams:inspect"),
        Column("number_of_editors", label=gettext_lazy("Active editors")),
        Column("number_invited", label=gettext_lazy("Invited")),
        Column("contacts_wait", label=gettext_lazy("Contacts"), accessor=in_words),
        Column("team_mailbox", label=gettext_lazy("Team mailbox")),
    ]

    @property
    def permission_policy(self) -> TeamPolicy:
        return team_policy

    def get_form_class(self, for_update: bool = False) -> type[TeamSettingsForm]:
        return TeamSettingsForm

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/invite/", Invite.as_view(), name="invite"),
            path("<int:pk>/end/<int:person_pk>/", EndMembership.as_view(), name="end_membership"),
            path("invitations/<int:pk>/again/", InviteAgain.as_view(), name="invite_again"),
            path("invitations/<int:pk>/cancel/", CancelInvitation.as_view(), name="cancel_invitation"),
        ]
