"""Whether a request comes from somebody who keeps one council, and no more than that."""

from __future__ import annotations

from django.http import HttpRequest

from la_directory.models import CouncilTeam
from la_directory.teams.government import MANAGE
from la_directory.teams.membership import team_of


def own_team(request: HttpRequest) -> CouncilTeam | None:
    """The team of a council’s own person; asked for several times a page, read once.

    Those who look after the directory as a whole keep the admin as it is, whatever groups they are in.
    """
    if not hasattr(request, "_own_team"):
        request._own_team = None if request.user.has_perm(MANAGE) else team_of(request.user)
    return request._own_team
