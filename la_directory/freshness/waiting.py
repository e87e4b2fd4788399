"""What waits for SG in the directory: reports to deal with, and councils that no reminder reaches."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db.models import Count, Min
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.pages.waiting import WaitingItem
from la_directory.freshness.overview import kept_councils
from la_directory.freshness.recipients import is_out_of_reach, latest_rounds, teams_of
from la_directory.freshness.reports import left_to_government
from la_directory.teams.government import MANAGE


def directory_waits(user: AbstractUser) -> list[WaitingItem]:
    """One line for each of the two, for those who look after the directory."""
    if not user.has_perm(MANAGE):
        return []
    return [*_reports(), *_out_of_reach()]


def _reports() -> list[WaitingItem]:
    waiting = left_to_government().order_by().aggregate(number=Count("pk"), since=Min("created_at"))
    if not waiting["number"]:
        return []
    title = ngettext(
        "%d report on a contact or service to look at",
        "%d reports on contacts and services to look at",
        waiting["number"],
    )
    url = f"{reverse('directory_reports:index')}?status=waiting"
    return [WaitingItem(title % waiting["number"], url, _("to look at"), waiting["since"])]


def _out_of_reach() -> list[WaitingItem]:
    councils = list(kept_councils().only("pk"))
    rounds, teams = latest_rounds(councils), teams_of(councils)
    number = sum(is_out_of_reach(round_, teams.get(key)) for key, round_ in rounds.items())
    if not number:
        return []
    title = ngettext(
        "%d council that reminders do not reach", "%d councils that reminders do not reach", number
    )
    return [WaitingItem(title % number, reverse("freshness_report:index"), _("to look at"))]
