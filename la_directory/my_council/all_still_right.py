"""“All still right”: what is shown is stamped, and nothing that has changed since it was shown."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from la_directory.freshness.overview import Entry, Freshness, freshness_of
from la_directory.freshness.record import record_check
from la_directory.models.place_on_council_page import CouncilRecord
from la_directory.my_council.member import own_team
from la_directory.record_facts import facts


@require_http_methods(["GET", "HEAD", "POST"])
def all_still_right(request: HttpRequest) -> HttpResponse:
    """GET lists what is due with all that readers are told; POST stamps it."""
    team = own_team(request)
    if team is None:
        raise PermissionDenied
    freshness = freshness_of([team.council])[team.council.pk]
    if request.method == "POST":
        _stamp(request, [entry.record for entry in freshness.entries])
        return redirect("wagtailadmin_home")
    context = {
        "page_title": _("All still right"),
        "page_subtitle": team.council.official_name,
        "header_icon": "check",
        "entries": [
            {
                "title": entry.record.title,
                "facts": facts(entry.record),
                "check": entry.words,
                "value": entry.record.as_it_stands,
            }
            for entry in to_check(freshness)
        ],
    }
    return render(request, "la_directory/my_council/all_still_right.html", context)


def to_check(freshness: Freshness) -> Iterable[Entry]:
    """What is due; where nothing is, everything may be checked before its time."""
    return freshness.due or freshness.entries


def _stamp(request: HttpRequest, records: list[CouncilRecord]) -> None:
    council = own_team(request).council
    shown = set(request.POST.getlist("record"))
    right = [record for record in records if record.as_it_stands in shown]
    if number := record_check(right, by=request.user, name=council.official_name):
        words = ngettext("One entry is checked.", "%(number)d entries are checked.", number)
        messages.success(request, words % {"number": number})
    if len(right) < len(shown):
        messages.warning(request, _("Some entries changed after they were shown to you. Look at them again."))
