"""Who sees and changes the teams of councils: those who look after the directory."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from wagtail.permission_policies import ModelPermissionPolicy

from la_directory.models import CouncilTeam
from la_directory.teams.government import MANAGE


class TeamPolicy(ModelPermissionPolicy):
    """A team is made and ended with its council, so nobody adds or deletes one."""

    def user_has_permission(self, user: AbstractUser, action: str) -> bool:
        return action in ("view", "change") and user.is_active and user.has_perm(MANAGE)

    def user_has_any_permission(self, user: AbstractUser, actions: list[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


team_policy = TeamPolicy(CouncilTeam)
