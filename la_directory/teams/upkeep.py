"""Teams follow their councils: made, renamed and ended with them, in whatever way that happens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models.signals import post_delete, post_save

from la_directory.models import ContactsPage, CouncilPage, CouncilTeam
from la_directory.teams.ensure import apply_rights, ensure_team, keep_names


def follow_council(
    instance: CouncilPage,
    created: bool,
    raw: bool = False,
    update_fields: Iterable[str] | None = None,
    **_signal: Any,
) -> None:
    """A new page of a council has a team at once; another name is the team's name, too."""
    if raw:
        return  # a fixture brings its own rows; the next migration makes what is missing
    if created:
        ensure_team(instance)
        return
    if update_fields is not None and "title" not in update_fields:
        return  # a draft is saved: the title in hand is not yet the council's
    teams = CouncilTeam.objects.filter(council_id=instance.pk).select_related("group", "collection")
    if team := teams.first():
        team.council = instance
        keep_names(team)


def follow_contacts(instance: ContactsPage, created: bool, raw: bool = False, **_signal: Any) -> None:
    """The right to publish contacts hangs on this page."""
    if created and not raw and (council := CouncilPage.objects.parent_of(instance).first()):
        ensure_team(council)


def follow_settings(instance: CouncilTeam, raw: bool = False, **_signal: Any) -> None:
    if not raw:
        apply_rights(instance)


def end_group(instance: CouncilTeam, **_signal: Any) -> None:
    """Without its council a group would still let its people into the admin. The files stay."""
    instance.group.delete()


def connect() -> None:
    post_save.connect(follow_council, sender=CouncilPage, dispatch_uid="team_follows_council")
    post_save.connect(follow_contacts, sender=ContactsPage, dispatch_uid="team_follows_contacts")
    post_save.connect(follow_settings, sender=CouncilTeam, dispatch_uid="team_follows_settings")
    post_delete.connect(end_group, sender=CouncilTeam, dispatch_uid="group_ends_with_team")
