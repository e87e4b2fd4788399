"""Teams come, change and go with their councils."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection, GroupPagePermission, Locale

from cms.accounts.models import User
from cms.operations.roles import ensure_roles
from la_directory.models import ContactsPage, CouncilPage, CouncilTeam
from la_directory.teams.ensure import ensure_team
from la_directory.teams.membership import keeps_only_a_council, team_of
from tests.factories import councils

pytestmark = pytest.mark.django_db


@pytest.fixture
def council(demo_site: None) -> CouncilPage:
    return CouncilPage.objects.get(gss_code=councils.GLASGOW)


def test_a_page_made_by_hand_has_a_team_with_its_contacts(council: CouncilPage) -> None:
    new = CouncilPage(title="Ultima Thule", official_name="Thule Council", gss_code="S12000099")
    council.get_parent().add_child(instance=new)
    team = CouncilTeam.objects.get(council=new)
    assert (team.group.name, team.collection.name) == ("Ultima Thule editors", "Ultima Thule")
    contacts = ContactsPage(title="Contacts")
    new.add_child(instance=contacts)
    rights = GroupPagePermission.objects.filter(group=team.group, page=contacts)
    assert [right.permission.codename for right in rights] == ["publish_page"]


def test_a_translation_shares_the_team_and_a_copy_has_its_own(council: CouncilPage) -> None:
    team = CouncilTeam.objects.get(council=council)
    gaelic = Locale.objects.get_or_create(language_code="gd")[0]
    for page in (*council.get_ancestors().filter(depth__gt=1), council):
        if not page.has_translation(gaelic):
            translated = page.specific.copy_for_translation(gaelic)
    contacts = ContactsPage.objects.child_of(council).get().copy_for_translation(gaelic)
    assert CouncilTeam.objects.of_council(translated).get() == team
    held = GroupPagePermission.objects.filter(group=team.group).values_list("page", flat=True)
    assert {council.pk, translated.pk, contacts.pk} <= set(held)
    copy = council.copy(update_attrs={"slug": "glasgow-2"}, to=council.get_parent())
    assert CouncilTeam.objects.get(council=copy).group.name == "Glasgow City editors 2"


def test_another_name_of_a_council_is_the_name_of_its_team(council: CouncilPage) -> None:
    council.title = "Glaschu"
    council.save_revision()
    team = CouncilTeam.objects.get(council=council)
    assert team.group.name == "Glasgow City editors", "a draft renames nothing"
    council.get_latest_revision().publish()
    team = CouncilTeam.objects.get(pk=team.pk)
    assert (team.group.name, team.collection.name) == ("Glaschu editors", "Glaschu")


def test_a_migration_makes_what_is_missing_and_a_second_run_changes_nothing(council: CouncilPage) -> None:
    CouncilTeam.objects.filter(council=council).delete()
    ensure_roles()
    made = CouncilTeam.objects.get(council=council)
    counts = [model.objects.count() for model in (Group, Collection, GroupPagePermission)]
    ensure_roles()
    assert ensure_team(council) == made
    assert [model.objects.count() for model in (Group, Collection, GroupPagePermission)] == counts


def test_the_group_goes_with_the_council(council: CouncilPage) -> None:
    person = User.objects.create_user("p", "p@council.example", "x")
    person.groups.add(CouncilTeam.objects.get(council=council).group)
    assert keeps_only_a_council(person) and team_of(person).council == council
    council.delete()
    assert not person.groups.exists() and team_of(person) is None


def test_other_groups_make_an_editor_of_a_council_something_else() -> None:
    person = User.objects.create_user("p", "p@council.example", "x")
    assert not keeps_only_a_council(person)
    team = CouncilTeam.objects.first()
    person.groups.add(team.group)
    assert keeps_only_a_council(person)
    person.groups.add(Group.objects.create(name="Choir"))
    assert keeps_only_a_council(User.objects.get(pk=person.pk))
    person.groups.add(Group.objects.get(name="SG editors"))
    assert not keeps_only_a_council(User.objects.get(pk=person.pk))
    person.is_active = False
    assert team_of(person) is None


def test_terms_of_the_directory_and_its_teams_are_for_sg() -> None:
    rights = {
        name: set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))
        for name in ("SG editors", "SG moderators")
    }
    both = {"manage_teams", "change_official_names", "import_councils", "add_theme", "change_region"}
    assert both <= rights["SG editors"] & rights["SG moderators"]
    assert "delete_servicekind" in rights["SG moderators"] - rights["SG editors"]
