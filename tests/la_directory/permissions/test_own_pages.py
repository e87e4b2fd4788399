"""What an editor of a council may do with the pages of their own council, and what stays with SG."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import GroupPagePermission, Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from cms.accounts.models import User
from cms.media.models import SiteImage
from la_directory.models import (
    ContactPage,
    ContactsPage,
    CouncilCaseStudiesPage,
    CouncilPage,
    CouncilTeam,
    ServicesPage,
)
from tests.factories import councils
from tests.la_directory.permissions.asking import is_refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def council(demo_site: None) -> CouncilPage:
    return CouncilPage.objects.get(gss_code=councils.GLASGOW)


@pytest.fixture
def editor(council: CouncilPage) -> User:
    user = User.objects.create_user("somebody", "somebody@council.example", "x")
    user.groups.add(CouncilTeam.objects.get(council=council).group)
    return user


@pytest.fixture
def signed_in(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def may(page: Page, user: User, *actions: str) -> list[bool]:
    rights = page.permissions_for_user(User.objects.get(pk=user.pk))
    return [getattr(rights, f"can_{action}")() for action in actions]


FIXED = (
    "edit",
    "publish",
    "unpublish",
    "delete",
    "move",
    "copy",
    "set_view_restrictions",
    "reorder_children",
)


def test_the_fixed_pages_are_changed_as_drafts_and_nothing_else(council: CouncilPage, editor: User) -> None:
    models = (ContactsPage, ServicesPage, CouncilCaseStudiesPage)
    parts = [model.objects.child_of(council).get() for model in models]
    moderator = User.objects.create_user("moderator", "m@gov.example", "x")
    moderator.groups.add(*editor.groups.model.objects.filter(name="SG moderators"))
    for page in (council, *parts):
        assert may(page, editor, *FIXED) == [True] + [False] * 7, page
        assert may(page, moderator, "edit", "publish", "unpublish", "move", "copy") == [True] * 5, page
    assert may(council, editor, "add_subpage") == [False]
    assert [may(part, editor, "add_subpage") for part in parts] == [[True]] * 3


def test_contacts_are_published_and_taken_down_by_the_council_and_keep_their_history(
    council: CouncilPage, editor: User, signed_in: Client
) -> None:
    contact = councils.contact(council)
    assert may(contact, editor, "edit", "publish", "unpublish") == [True] * 3
    assert may(contact, editor, "delete", "copy", "move") == [False] * 3
    assert (
        may(councils.service(council), editor, "edit", "publish", "unpublish", "delete")
        == [True] + [False] * 3
    )
    signed_in.post(reverse("wagtailadmin_pages:unpublish", args=[contact.pk]))
    contact.refresh_from_db()
    assert not contact.live and may(contact, editor, "delete") == [False]
    never_live = ContactPage(title="Draft", live=False, owner=editor)
    ContactsPage.objects.child_of(council).get().add_child(instance=never_live)
    assert may(never_live, editor, "delete") == [True]


def edited(page: Page, **changes: Any) -> dict[str, Any]:
    """What the editor sends for a council."""
    values = {
        "title": page.title,
        "gaelic_name": "",
        "other_names": "",
        "website": "",
        "switchboard": "",
        "region": "",
        "places": "",
        "introduction": "null",
        "partnership_name": "",
        "partnership_site": "",
        "plan_from": "",
        "plan_until": "",
        "change_note": "",
        "delivery_plan": streamfield([]),
        "documents": streamfield([]),
        "body": streamfield([]),
        "related": streamfield([]),
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": ""},
    }
    return nested_form_data({**values, **changes})


KEPT = {"official_name": "Glasgow City Council", "gss_code": councils.GLASGOW, "slug": "glasgow-city"}


def test_official_names_come_from_the_database_whatever_is_sent_or_reverted_to(
    council: CouncilPage, signed_in: Client
) -> None:
    council.official_name, council.gss_code, council.slug = "The Old Corporation", "S12000043", "corporation"
    old = council.save_revision()
    council.refresh_from_db()
    council.save_revision()
    sent = edited(council, official_name="Mine", gss_code=councils.FIFE, slug="mine", places="Govan")
    for url in (
        reverse("wagtailadmin_pages:edit", args=[council.pk]),
        reverse("wagtailadmin_pages:revisions_revert", args=[council.pk, old.pk]),
    ):
        response = signed_in.post(url, sent)
        assert response.status_code == 302 and not is_refused(response)
        draft = CouncilPage.objects.get(pk=council.pk).get_latest_revision_as_object()
        assert draft.places == "Govan"
        assert {name: getattr(draft, name) for name in KEPT} == KEPT
    form = signed_in.get(reverse("wagtailadmin_pages:edit", args=[council.pk])).context["form"]
    assert not {*KEPT, "show_in_menus", "responsible", "review_on"} & set(form.fields)


def words_with_link(page: Page) -> str:
    """A text of one letter that is a link, as the editor sends it."""
    link = {"type": "LINK", "mutability": "MUTABLE", "data": {"id": page.pk}}
    letter = {"key": "a", "text": "x", "type": "unstyled", "depth": 0, "inlineStyleRanges": []}
    letter["entityRanges"] = [{"offset": 0, "length": 1, "key": 0}]
    return json.dumps({"entityMap": {"0": link}, "blocks": [letter]})


def test_no_form_takes_the_number_of_a_strangers_draft(council: CouncilPage, signed_in: Client) -> None:
    fife = CouncilPage.objects.get(gss_code=councils.FIFE)
    draft = councils.contact(fife, "Secret team")
    draft.unpublish()
    theirs = CouncilTeam.objects.get(council=fife).collection
    picture = SiteImage.objects.create(title="Secret picture", file=get_test_image_file(), collection=theirs)
    page = {"title": "", "summary": "", "link": {"page": draft.pk}}
    linked = words_with_link(draft)
    assert f'"id": {draft.pk}' in linked
    image = {"image": {"image": picture.pk, "alt_text": "x"}, "caption": "", "long_description": "null"}
    for change in (
        {"related": streamfield([("link", page)])},
        {"introduction": linked},
        {"introduction": linked.replace(f'"id": {draft.pk}', f'"id": "+{draft.pk}"')},
        {"body": streamfield([("image", image)])},
    ):
        for name in ("edit", "preview_on_edit"):
            url = reverse(f"wagtailadmin_pages:{name}", args=[council.pk])
            response = signed_in.post(url, edited(council, **change))
            assert is_refused(response), (change, name)
            assert "Secret" not in response.content.decode()
    page["link"] = {"page": fife.pk}
    sent = edited(council, related=streamfield([("link", page)]))
    response = signed_in.post(reverse("wagtailadmin_pages:edit", args=[council.pk]), sent)
    assert not is_refused(response) and response.status_code == 302


def test_the_chooser_calls_a_live_page_what_readers_call_it(council: CouncilPage, signed_in: Client) -> None:
    fife = CouncilPage.objects.get(gss_code=councils.FIFE)
    councils.contact(fife, "Quokka team")
    for page in (fife, ContactsPage.objects.child_of(fife).get()):
        draft = page.get_latest_revision_as_object()
        draft.title = "A name that is not decided"
        draft.save_revision()
    browse = reverse("wagtailadmin_choose_page_child", args=[fife.get_parent().pk])
    search = reverse("wagtailadmin_choose_page_search")
    for url in (f"{browse}?p=1", f"{search}?q=Fife", f"{search}?q=Quokka"):
        told = signed_in.get(url).content.decode()
        assert "not decided" not in told
    assert "Fife" in signed_in.get(f"{search}?q=Fife").content.decode()


def test_many_files_are_changed_at_once_where_all_of_them_are_ones_own(
    council: CouncilPage, signed_in: Client
) -> None:
    pictures = {}
    for code in (councils.GLASGOW, councils.FIFE):
        team = CouncilTeam.objects.get(council__gss_code=code)
        pictures[code] = SiteImage.objects.create(
            title=f"Picture {code}", file=get_test_image_file(), collection=team.collection
        )
    own, theirs = (f"id={picture.pk}" for picture in pictures.values())
    url = reverse("wagtail_bulk_action", args=["media", "siteimage", "add_tags"])
    assert f"Picture {councils.GLASGOW}" in signed_in.get(f"{url}?{own}").content.decode()
    for query in (theirs, f"{own}&{theirs}"):
        assert is_refused(signed_in.get(f"{url}?{query}"))
    assert f"Picture {councils.FIFE}" not in signed_in.get(f"{url}?id=all").content.decode()


def test_what_is_not_public_is_not_served_either(demo_site: None, signed_in: Client) -> None:
    fife = CouncilPage.objects.get(gss_code=councils.FIFE)
    study = councils.case_study(fife, "Xylophone story")
    address = study.url
    assert Client().get(address).status_code == 200
    study.unpublish()
    for reader in (signed_in, Client()):
        assert reader.get(address).status_code == 404
        for public in ("/sitemap.xml", "/search/?q=Xylophone", fife.url):
            told = reader.get(public).content.decode()
            assert "Xylophone story" not in told and "xylophone-story" not in told, public
    assert is_refused(signed_in.get(reverse("wagtailadmin_pages:view_draft", args=[study.pk])))


def test_contacts_that_wait_are_not_published_by_the_council(council: CouncilPage, editor: User) -> None:
    contact = councils.contact(council)
    team = CouncilTeam.objects.get(council=council)
    for waits in (True, False):
        team.contacts_wait = waits
        team.save()
        assert may(contact, editor, "edit", "publish") == [True, not waits]
    assert GroupPagePermission.objects.filter(group=team.group).count() == 3
