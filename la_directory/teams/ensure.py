"""Makes the group and the collection of a council, with their rights."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from la_directory.models import ContactsPage, CouncilPage, CouncilTeam

SHARED = "Shared"
COUNCIL_PAGE_RIGHTS = ["add_page", "change_page"]
CONTACT_RIGHTS = ["publish_page"]
OWN_FILE_RIGHTS = [
    *(f"wagtailimages.{verb}_image" for verb in ("add", "change", "choose")),
    *(f"wagtaildocs.{verb}_document" for verb in ("add", "change", "choose")),
]
SHARED_FILE_RIGHTS = ["wagtailimages.choose_image", "wagtaildocs.choose_document"]


def ensure_team(council: CouncilPage) -> CouncilTeam:
    """The team of a council, with all its rights; made where it is missing."""
    with transaction.atomic():
        team = CouncilTeam.objects.filter(council=council).first() or _make(council)
        _ensure_rights(team)
    return team


def shared_collection() -> Collection:
    """The pictures and documents that every council may use."""
    return _collection(SHARED)


def _make(council: CouncilPage) -> CouncilTeam:
    group, _ = Group.objects.get_or_create(name=f"{council.title} editors")
    return CouncilTeam.objects.create(council=council, group=group, collection=_collection(council.title))


def _collection(name: str) -> Collection:
    root = Collection.get_first_root_node()
    return root.get_children().filter(name=name).first() or root.add_child(name=name)


def _ensure_rights(team: CouncilTeam) -> None:
    _page_rights(team.group, team.council, COUNCIL_PAGE_RIGHTS)
    if contacts := ContactsPage.objects.child_of(team.council).first():
        _page_rights(team.group, contacts, [] if team.contacts_wait else CONTACT_RIGHTS)
    for collection, rights in (
        (team.collection, OWN_FILE_RIGHTS),
        (shared_collection(), SHARED_FILE_RIGHTS),
    ):
        for right in rights:
            GroupCollectionPermission.objects.get_or_create(
                group=team.group, collection=collection, permission=_permission(right)
            )
    team.group.permissions.add(_permission("wagtailadmin.access_admin"))


def _page_rights(group: Group, page: Page, rights: list[str]) -> None:
    """Exactly these rights on a page, and none that were given before."""
    wanted = [_permission(f"wagtailcore.{right}") for right in rights]
    GroupPagePermission.objects.filter(group=group, page=page).exclude(permission__in=wanted).delete()
    for permission in wanted:
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _permission(name: str) -> Permission:
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)
