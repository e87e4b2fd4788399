"""Councils that nobody keeps, for those who can invite somebody."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.urls import reverse
from django.utils.translation import gettext as _

from cms.pages.waiting import WaitingItem
from la_directory.models import CouncilTeam
from la_directory.teams.government import MANAGE


def councils_without_editor(user: AbstractUser) -> list[WaitingItem]:
    """One line, however many they are: it would else fill the whole list."""
    if not user.has_perm(MANAGE):
        return []
    teams = list(CouncilTeam.objects.without_editor().filter(council__live=True).select_related("council"))
    if not teams:
        return []
    if len(teams) == 1:
        url = reverse("council_teams:inspect", args=[teams[0].pk])
        return [WaitingItem(str(teams[0]), url, _("no active editor"))]
    words = _("%(number)d councils") % {"number": len(teams)}
    return [WaitingItem(words, reverse("council_teams:index") + "?editors=none", _("no active editor"))]
