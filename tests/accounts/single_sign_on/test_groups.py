"""Membership in groups follows the provider, with an entry; without a group nobody stays."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import ModelLogEntry

from cms.accounts.models import Identity, User
from tests.accounts.people import PASSWORD, try_password
from tests.accounts.single_sign_on.coming import come, is_in, refused
from tests.accounts.single_sign_on.provider import Provider

pytestmark = pytest.mark.django_db

GIVEN, TAKEN, FOLLOWED = (
    "operations.rights_given",
    "operations.rights_taken",
    "accounts.single_sign_on.groups",
)
NO_GROUP = "Quay puts you in no group that works here. Ask whoever looks after its groups."


def groups_of(person: User) -> set[str]:
    return set(person.groups.values_list("name", flat=True))


def entries(person: User) -> list[tuple[str, list[str]]]:
    found = ModelLogEntry.objects.for_instance(person).filter(action__in=[GIVEN, TAKEN, FOLLOWED])
    assert {entry.user for entry in found} <= {person}
    return [(entry.action, entry.data.get("what", [])) for entry in found.order_by("pk")]


def test_groups_that_are_new_are_given_and_others_taken_with_an_entry_each(
    client: Client, provider: Provider, morag
) -> None:
    come(client)
    assert entries(morag) == []
    provider.claims = {"groups": ["SG moderators", "Board of the harbour"]}
    come(Client())
    assert groups_of(morag) == {"SG moderators"}
    assert sorted(entries(morag)) == [
        (FOLLOWED, []),
        (GIVEN, ["SG moderators"]),
        (TAKEN, ["SG editors"]),
    ]
    come(Client())
    assert len(entries(morag)) == 3
    assert not Group.objects.filter(name="Board of the harbour").exists()


def test_already_at_the_first_sign_in(client: Client, provider: Provider, morag) -> None:
    provider.claims = {"groups": ["SG moderators"]}
    come(client)
    assert groups_of(morag) == {"SG moderators"}
    assert (TAKEN, ["SG editors"]) in entries(morag)


def test_without_a_group_somebody_who_came_before_is_out_everywhere(
    client: Client, provider: Provider, morag
) -> None:
    elsewhere, by_password, other = Client(), Client(), Client()
    come(client)
    come(elsewhere)
    try_password(by_password, "morag", PASSWORD)
    isla = User.objects.create_user("isla", "isla@people.example", PASSWORD)
    isla.groups.add(Group.objects.get(name="SG editors"))
    other.force_login(isla)
    provider.claims = {"groups": ["Board of the harbour"]}
    assert refused(again := Client()) == NO_GROUP
    assert groups_of(morag) == set()
    assert (TAKEN, ["SG editors"]) in entries(morag)
    assert not any(is_in(one) for one in (client, elsewhere, by_password, again))
    assert "_auth_user_id" not in elsewhere.session
    assert is_in(other)


def test_also_in_the_browser_that_has_just_asked(client: Client, provider: Provider, morag, settings) -> None:
    settings.SECOND_FACTOR = True  # so that there is a session which may begin anew
    come(client)
    provider.claims = {"groups": []}
    assert refused(client) == NO_GROUP
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "said", [None, [], {}, 7, [7], True, "sg editors", ["SG  editors"], [["SG editors"]]]
)
def test_a_claim_that_is_not_there_or_has_another_form_names_no_group(
    client: Client, provider: Provider, morag, said: object
) -> None:
    come(client)
    provider.claims = {"groups": said}
    assert refused(Client()) == NO_GROUP
    assert groups_of(morag) == set()


def test_a_single_name_needs_no_list(client: Client, provider: Provider, morag) -> None:
    provider.claims = {"groups": "SG moderators"}
    come(client)
    assert groups_of(morag) == {"SG moderators"}


def test_the_next_good_answer_gives_the_groups_back(client: Client, provider: Provider, morag) -> None:
    come(client)
    provider.claims = {"groups": []}
    come(Client())
    provider.claims = {}
    assert come(again := Client())["Location"] == "/admin/"
    assert groups_of(morag) == {"SG editors"} and is_in(again)


def test_at_a_first_sign_in_without_a_group_nothing_changes(
    client: Client, provider: Provider, morag
) -> None:
    other = Client()
    other.force_login(morag)
    provider.claims = {"groups": ["Board of the harbour"]}
    assert refused(client) == NO_GROUP
    assert groups_of(morag) == {"SG editors"}
    assert is_in(other) and not Identity.objects.exists()


def test_a_group_that_does_not_reach_the_admin_is_not_enough(client: Client, provider, morag) -> None:
    Group.objects.create(name="Readers of drafts")
    come(client)
    provider.claims = {"groups": ["Readers of drafts"]}
    assert refused(Client()) == NO_GROUP
    assert groups_of(morag) == {"Readers of drafts"} and not is_in(client)


def test_nor_does_it_change_anything_at_a_first_sign_in(client: Client, provider: Provider, morag) -> None:
    other = Client()
    other.force_login(morag)
    Group.objects.create(name="Readers of drafts")
    provider.claims = {"groups": ["Readers of drafts"]}
    assert refused(client) == NO_GROUP
    assert groups_of(morag) == {"SG editors"}
    assert is_in(other) and not Identity.objects.exists()


def test_another_claim_may_hold_the_groups(client: Client, provider: Provider, morag, settings) -> None:
    settings.SINGLE_SIGN_ON = {**settings.SINGLE_SIGN_ON, "groups_claim": "https://example.org/roles"}
    provider.claims = {"https://example.org/roles": ["SG moderators"], "groups": ["SG editors"]}
    come(client)
    assert groups_of(morag) == {"SG moderators"}


def test_who_signs_in_with_a_password_keeps_the_groups_of_this_site(
    client: Client, provider: Provider, morag
) -> None:
    provider.claims = {"groups": []}
    assert try_password(client, "morag", PASSWORD)["Location"] == "/admin/"
    assert groups_of(morag) == {"SG editors"}
