"""Who changed what somebody may do is written down once, with who, what and when, and without an address."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import Group, Permission
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import LogContext
from wagtail.models import GroupPagePermission, ModelLogEntry

from cms.operations.rights_log import GIVEN, TAKEN
from tests.factories.pages import home_page

pytestmark = pytest.mark.django_db

USERNAME = "isla@council.example"  # as the people of councils have


@pytest.fixture
def isla(django_user_model) -> Model:
    return django_user_model.objects.create_user(USERNAME, USERNAME, "words and more words")


@pytest.fixture
def moderators(db: None) -> Group:
    return Group.objects.get(name="SG moderators")


def entries(instance: Model) -> list[tuple[str, str, list[str]]]:
    """Of changes of rights: who, which, what."""
    found = ModelLogEntry.objects.for_instance(instance).filter(action__in=[GIVEN, TAKEN]).order_by("pk")
    return [(one.user.get_username() if one.user else "", one.action, one.data["what"]) for one in found]


def save_user(client: Client, user: Model, **changed: object) -> None:
    groups = list(user.groups.values_list("pk", flat=True))
    fields = {
        **{"username": user.username, "email": user.email, "first_name": "Isla", "last_name": "Ray"},
        **{"password1": "", "password2": "", "groups": groups, "is_active": "on", **changed},
    }
    fields = {name: value for name, value in fields.items() if value is not None}
    response = client.post(reverse("wagtailusers_users:edit", args=[user.pk]), fields)
    assert response.status_code == 302, response.context["form"].errors


def test_a_group_that_is_given_and_taken_in_the_admin_is_one_entry_each(
    admin_client: Client, isla, moderators: Group
) -> None:
    save_user(admin_client, isla, groups=[moderators.pk])
    assert entries(isla) == [("admin", GIVEN, ["SG moderators"])]
    save_user(admin_client, isla)
    assert len(entries(isla)) == 1
    save_user(admin_client, isla, groups=[])
    assert entries(isla)[1:] == [("admin", TAKEN, ["SG moderators"])]
    when = ModelLogEntry.objects.for_instance(isla).latest("timestamp").timestamp
    assert when


def test_making_an_administrator_and_closing_an_account_are_entries(admin_client: Client, isla) -> None:
    save_user(admin_client, isla, is_superuser="on")
    save_user(admin_client, isla, is_active=None)
    assert entries(isla) == [
        ("admin", GIVEN, ["administrator"]),
        ("admin", TAKEN, ["administrator", "open account"]),
    ]


def test_rights_of_a_group_and_of_a_page_are_entries(admin_user, moderators: Group) -> None:
    right = Permission.objects.get(codename="release_sending")
    page = Permission.objects.get(codename="bulk_delete_page")
    with LogContext(user=admin_user):
        moderators.permissions.add(right)
        grant = GroupPagePermission.objects.create(group=moderators, page=home_page(), permission=page)
        grant.delete()
        right.group_set.remove(moderators)
    place = f"bulk_delete_page: {home_page()}"
    assert [(action, what) for _who, action, what in entries(moderators)] == [
        (GIVEN, [str(right)]),
        (GIVEN, [place]),
        (TAKEN, [place]),
        (TAKEN, [str(right)]),
    ]


def test_clearing_all_groups_names_them(admin_user, isla, moderators: Group) -> None:
    isla.groups.add(moderators)
    with LogContext(user=admin_user):
        isla.groups.clear()
    assert entries(isla) == [("admin", TAKEN, ["SG moderators"])]


def test_what_code_does_by_itself_is_no_act_of_a_person(isla, moderators: Group) -> None:
    isla.groups.add(moderators)
    assert entries(isla) == []


def test_no_entry_holds_an_address(admin_client: Client, isla, moderators: Group) -> None:
    save_user(admin_client, isla, groups=[moderators.pk])
    rows = ModelLogEntry.objects.for_instance(isla).values_list("label", "data")
    assert rows and "@" not in json.dumps(list(rows))


def test_administrators_can_ask_who_did_what_and_when(admin_client: Client, admin_user, isla) -> None:
    save_user(admin_client, isla, is_superuser="on")
    save_user(admin_client, isla)
    report = reverse("wagtailadmin_reports:site_history_results")

    def is_shown(**asked: object) -> bool:
        page = admin_client.get(report, {"user": admin_user.pk, "action": GIVEN, **asked})
        return "Gave: administrator" in page.content.decode()

    assert is_shown() and is_shown(timestamp_from="2020-01-01", label="Isla")
    assert not is_shown(action=TAKEN)
    assert not is_shown(timestamp_to="2020-01-01")
    assert not is_shown(label="somebody else")
