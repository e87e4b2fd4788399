"""The accounts of the demo site: one for each kind of editor, with passwords made at random."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from la_directory.models import CouncilTeam

GLASGOW, HIGHLAND = "S12000049", "S12000017"


@dataclass(frozen=True)
class DemoAccount:
    """An editor of a council has the code of that council instead of a group."""

    username: str
    first_name: str
    last_name: str
    group: str = ""
    council: str = ""

    @property
    def email(self) -> str:
        return f"{self.username}@employability.example"


ACCOUNTS = [
    DemoAccount("sg-editor", "SG", "Editor", group="SG editors"),
    DemoAccount("sg-moderator", "SG", "Moderator", group="SG moderators"),
    DemoAccount("glasgow-editor", "Glasgow", "Editor", council=GLASGOW),
    DemoAccount("highland-editor", "Highland", "Editor", council=HIGHLAND),
]


def make_accounts() -> dict[str, str]:
    """Makes the accounts that are missing: username -> password. Nobody else's password is touched."""
    users = get_user_model().objects
    there = set(
        users.filter(username__in=[account.username for account in ACCOUNTS]).values_list(
            "username", flat=True
        )
    )
    return {account.username: _make(account) for account in ACCOUNTS if account.username not in there}


def _make(account: DemoAccount) -> str:
    password = secrets.token_urlsafe(15)
    user = get_user_model().objects.create_user(
        account.username,
        email=account.email,
        password=password,
        first_name=account.first_name,
        last_name=account.last_name,
    )
    user.groups.add(_group(account))
    return password


def _group(account: DemoAccount) -> Group:
    if account.council:
        return CouncilTeam.objects.get(council__gss_code=account.council).group
    return Group.objects.get(name=account.group)
