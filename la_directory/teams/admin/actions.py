"""What is done with the people of a team: invite, invite again, cancel, end."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from la_directory.models import CouncilTeam, Invitation
from la_directory.teams.accounts import CannotJoin
from la_directory.teams.admin.policy import team_policy
from la_directory.teams.invitation_forms import InviteForm
from la_directory.teams.invite import cancel, invite
from la_directory.teams.leave import end_membership
from la_directory.teams.membership import team_of


class TeamAction(WagtailAdminTemplateMixin, PermissionCheckedMixin, View):
    """Something that those do who look after the directory, starting from the page of a team."""

    permission_policy = team_policy
    permission_required = "change"
    header_icon = "group"

    @cached_property
    def team(self) -> CouncilTeam:
        return get_object_or_404(CouncilTeam.objects.select_related("council", "group"), pk=self.kwargs["pk"])

    @property
    def team_url(self) -> str:
        return reverse("council_teams:inspect", args=[self.team.pk])

    def get_page_subtitle(self) -> str:
        return str(self.team)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index = {"url": reverse("council_teams:index"), "label": _("Council teams")}
        team = {"url": self.team_url, "label": str(self.team)}
        return [*self.breadcrumbs_items, index, team, {"url": "", "label": self.page_title}]

    def show(self, **context: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(team=self.team, **context))


def _send(request: HttpRequest, team: CouncilTeam, email: str) -> None:
    """Invites and says what became of it."""
    if invite(team, email, request.user):
        messages.success(request, _("An invitation is on its way to %(email)s.") % {"email": email})
    else:
        words = _("%(email)s is invited, but the mail could not be sent. Send it again later.")
        messages.error(request, words % {"email": email})


class Invite(TeamAction):
    http_method_names = ["get", "head", "post"]
    template_name = "la_directory/teams/invite.html"
    page_title = gettext_lazy("Invite")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(form=InviteForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = InviteForm(request.POST)
        if not form.is_valid():
            return self.show(form=form)
        try:
            _send(request, self.team, form.cleaned_data["email"])
        except CannotJoin as problem:
            form.add_error("email", str(problem))
            return self.show(form=form)
        return redirect(self.team_url)


class InvitationAction(TeamAction):
    http_method_names = ["post"]

    @cached_property
    def invitation(self) -> Invitation:
        waiting = Invitation.objects.waiting().select_related("team__council", "team__group")
        return get_object_or_404(waiting, pk=self.kwargs["pk"])

    @property
    def team(self) -> CouncilTeam:
        return self.invitation.team


class InviteAgain(InvitationAction):
    """A new link to the same address; the one before opens nothing any more."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            _send(request, self.team, self.invitation.email)
        except CannotJoin as problem:
            messages.error(request, str(problem))
        return redirect(self.team_url)


class CancelInvitation(InvitationAction):
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        cancel(self.invitation, request.user)
        messages.success(request, _("The invitation is cancelled. Its link opens nothing any more."))
        return redirect(self.team_url)


class EndMembership(TeamAction):
    """Asks first: the person is signed out at once."""

    http_method_names = ["get", "head", "post"]
    template_name = "la_directory/teams/end_membership.html"
    page_title = gettext_lazy("End membership")

    @cached_property
    def person(self) -> Any:
        return get_object_or_404(self.team.group.user_set, pk=self.kwargs["person_pk"])

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self.show(person=self.person)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        end_membership(self.team, self.person, request.user)
        words = _("%(name)s has left the team. You and the council’s team mailbox are asked for a successor.")
        messages.success(request, words % {"name": self.person.get_full_name() or self.person})
        return redirect(self.team_url)


class LeaveTeam(WagtailAdminTemplateMixin, View):
    """The same for oneself."""

    http_method_names = ["get", "head", "post"]
    template_name = "la_directory/teams/end_membership.html"
    page_title = gettext_lazy("Leave the team")
    header_icon = "group"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.team = team_of(request.user)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.team is None:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        context = self.get_context_data(team=self.team, person=request.user, is_oneself=True)
        return self.render_to_response(context)

    def post(self, request: HttpRequest) -> HttpResponse:
        end_membership(self.team, request.user, request.user)
        words = _("You have left the team of %(council)s. Thank you for your work.") % {"council": self.team}
        if not request.user.is_active:
            logout(request)
        messages.success(request, words)
        return redirect("wagtailadmin_home")
