"""Makes the group and the collection of a council, with their rights."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Locale, Page

from la_directory.models import ContactsPage, CouncilPage, CouncilTeam

SHARED = "Shared"
GROUP_NAME = "{} editors"
LONGEST = 120  # letters of a council's name in the name of its group; Django allows 150 in all
ENTRY = "wagtailadmin.access_admin"
TRANSLATE = "wagtail_localize.submit_translation"  # on their own pages: see the gate
COUNCIL_PAGE_RIGHTS = ["wagtailcore.add_page", "wagtailcore.change_page"]
CONTACT_RIGHTS = ["wagtailcore.publish_page"]
OWN_FILE_RIGHTS = [
    *(f"wagtailimages.{verb}_image" for verb in ("add", "change", "choose")),
    *(f"wagtaildocs.{verb}_document" for verb in ("add", "change", "choose")),
]
SHARED_FILE_RIGHTS = ["wagtailimages.choose_image", "wagtaildocs.choose_document"]


def ensure_team(council: CouncilPage) -> CouncilTeam:
    """The team of a council, with all its rights; made where it is missing.

    A page in another language gets the team of the first one.
    """
    with transaction.atomic():
        team = CouncilTeam.objects.of_council(council).first()
        if team is None:
            return _make(_in_first_language(council))  # its rights come with its first save
        apply_rights(team)
    return team


def ensure_teams() -> None:
    """Every council has its team, with the rights that teams have now."""
    for council in CouncilPage.objects.filter(locale=Locale.get_default()):
        ensure_team(council)
    for council in CouncilPage.objects.exclude(translation_key__in=_keys_with_team()):
        ensure_team(council)


def apply_rights(team: CouncilTeam) -> None:
    """On the pages of the council exactly these rights and none given before; elsewhere at least these."""
    permissions = _permissions([*COUNCIL_PAGE_RIGHTS, *CONTACT_RIGHTS, *OWN_FILE_RIGHTS, ENTRY, TRANSLATE])
    councils = list(team.pages)
    contacts = list(_contacts_of(councils))
    wanted = {(page.pk, permissions[right]) for page in councils for right in COUNCIL_PAGE_RIGHTS}
    if not team.contacts_wait:
        wanted |= {(page.pk, permissions[right]) for page in contacts for right in CONTACT_RIGHTS}
    _set_page_rights(team.group, [*councils, *contacts], wanted)
    for collection, rights in ((team.collection, OWN_FILE_RIGHTS), (shared_collection(), SHARED_FILE_RIGHTS)):
        _add_file_rights(team.group, collection, [permissions[right] for right in rights])
    team.group.permissions.add(permissions[ENTRY], permissions[TRANSLATE])


def keep_names(team: CouncilTeam) -> None:
    """The group and the collection are called after the council, also when it gets another name."""
    name = _free_name(team.council.title, but=team.group)
    if team.group.name != name:
        team.group.name = name
        team.group.save(update_fields=["name"])
    if team.collection.name != team.council.title:
        team.collection.name = team.council.title
        team.collection.save(update_fields=["name"])


def shared_collection() -> Collection:
    """The pictures and documents that every council may use."""
    root = Collection.get_first_root_node()
    return root.get_children().filter(name=SHARED).first() or root.add_child(name=SHARED)


def _make(council: CouncilPage) -> CouncilTeam:
    """Never takes over a group or collection that is there: people or files may be in it."""
    group = Group.objects.create(name=_free_name(council.title))
    collection = Collection.get_first_root_node().add_child(name=council.title)
    return CouncilTeam.objects.create(council=council, group=group, collection=collection)


def _free_name(title: str, but: Group | None = None) -> str:
    """The name of the group; with a number where another group has it."""
    plain = GROUP_NAME.format(title[:LONGEST])
    taken = set(
        Group.objects.filter(name__startswith=plain)
        .exclude(pk=but.pk if but else None)
        .values_list("name", flat=True)
    )
    number, name = 2, plain
    while name in taken:
        number, name = number + 1, f"{plain} {number}"
    return name


def _in_first_language(council: CouncilPage) -> CouncilPage:
    same = CouncilPage.objects.filter(translation_key=council.translation_key)
    return same.filter(locale=Locale.get_default()).first() or council


def _keys_with_team() -> Iterable:
    return CouncilTeam.objects.values("council__translation_key")


def _contacts_of(councils: list[CouncilPage]) -> Iterable[Page]:
    below = Q()
    for council in councils:
        below |= Q(path__startswith=council.path, depth=council.depth + 1)
    return ContactsPage.objects.filter(below) if councils else []


def _permissions(names: Iterable[str]) -> dict[str, int]:
    """Primary keys by `app.codename`."""
    asked = set(names)
    rows = Permission.objects.filter(codename__in={name.split(".")[1] for name in asked}).values_list(
        "content_type__app_label", "codename", "pk"
    )
    found = {f"{app}.{codename}": pk for app, codename, pk in rows}
    return {name: found[name] for name in asked}


def _set_page_rights(group: Group, pages: list[Page], wanted: set[tuple[int, int]]) -> None:
    given = GroupPagePermission.objects.filter(group=group, page__in=[page.pk for page in pages])
    have = {(right.page_id, right.permission_id): right.pk for right in given}
    GroupPagePermission.objects.filter(pk__in=[have[pair] for pair in have.keys() - wanted]).delete()
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page_id=page, permission_id=permission)
        for page, permission in wanted - have.keys()
    )


def _add_file_rights(group: Group, collection: Collection, permissions: list[int]) -> None:
    given = GroupCollectionPermission.objects.filter(group=group, collection=collection)
    have = set(given.values_list("permission_id", flat=True))
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=collection, permission_id=permission)
        for permission in permissions
        if permission not in have
    )
