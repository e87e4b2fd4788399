"""Editors of a council translate the pages of their council, and publish of them what they may in English."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page
from wagtail_localize.models import (
    OverridableSegment,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from la_directory.models import ContactsPage, CouncilPage
from la_directory.teams.ensure import ensure_team
from tests.factories import councils
from tests.la_directory.editor import Editor
from tests.la_directory.permissions.asking import is_refused
from tests.translation.gaelic import begin, fill, gaelic, gaelic_home, target, translate

pytestmark = pytest.mark.django_db

PUBLISH = {"action": "publish"}


@pytest.fixture(autouse=True)
def translated_home(db: None) -> None:
    gaelic_home()


def of(name: str, translation: Translation, *more: Any) -> str:
    return reverse(f"wagtail_localize:{name}", args=[translation.pk, *more])


def write(client: Client, translation: Translation, segment: StringSegment, words: str) -> HttpResponse:
    """As the editor does when a piece of text is saved."""
    url = of("edit_string_translation", translation, segment.pk)
    return client.put(url, f"value={words}", content_type="application/x-www-form-urlencoded")


def piece(translation: Translation, path: str = "title") -> StringSegment:
    return translation.source.stringsegment_set.get(context__path=path)


def edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_a_council_translates_its_contact_and_publishes_it(
    glasgow: CouncilPage, contact: Page, morag: Editor, django_capture_on_commit_callbacks
) -> None:
    translate(glasgow)
    submit = reverse("wagtail_localize:submit_page_translation", args=[contact.pk])
    assert morag.client.post(submit, {"locales": [gaelic().pk]}).status_code == 302
    translation = Translation.objects.get(source__object_id=contact.translation_key)
    assert morag.client.get(edit(target(translation))).status_code == 200
    assert write(morag.client, translation, piece(translation), "Sgioba").status_code == 201
    assert morag.client.get(of("preview_translation", translation)).status_code == 200
    assert "Sgioba" in morag.client.get(of("download_pofile", translation)).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        morag.client.post(edit(target(translation)), PUBLISH)
    assert (target(translation).title, target(translation).live) == ("Sgioba", True)


def test_what_waits_for_approval_in_english_is_not_published_in_gaelic(
    glasgow: CouncilPage, service: Page, morag: Editor, django_capture_on_commit_callbacks
) -> None:
    drafts = [begin(glasgow), begin(service)]
    for draft in drafts:
        fill(draft)
        with django_capture_on_commit_callbacks(execute=True):
            response = morag.client.post(edit(target(draft)), PUBLISH)
            update = reverse("wagtail_localize:update_translations", args=[draft.source_id])
            morag.client.post(update, {"publish_translations": "on"})
        assert is_refused(response) and not target(draft).live
        assert is_refused(morag.client.post(reverse("translation:review", args=[draft.pk])))


def test_contacts_that_wait_wait_in_gaelic_too(
    glasgow: CouncilPage, contact: Page, morag: Editor, django_capture_on_commit_callbacks
) -> None:
    draft = begin(contact)
    glasgow.team.contacts_wait = True
    glasgow.team.save()
    with django_capture_on_commit_callbacks(execute=True):
        assert is_refused(morag.client.post(edit(target(draft)), PUBLISH))
    assert not target(draft).live


def test_rights_come_with_a_gaelic_council_whenever_it_is_made(glasgow: CouncilPage, contact: Page) -> None:
    group = glasgow.team.group
    translation = begin(contact)
    gaelic_contacts = target(translation).get_parent()
    council = glasgow.get_translation(gaelic())

    def held() -> set[tuple[int, str]]:
        rights = GroupPagePermission.objects.filter(group=group)
        return set(rights.values_list("page", "permission__codename"))

    expected = {
        (council.pk, "add_page"),
        (council.pk, "change_page"),
        (gaelic_contacts.pk, "publish_page"),
    }
    assert expected <= held() and len(held()) == 6
    before = held()
    ensure_team(council)
    assert held() == before
    assert group.permissions.filter(codename="submit_translation").exists()
    assert ContactsPage.objects.get(pk=gaelic_contacts.pk).alias_of is None


def test_nothing_of_another_council_is_translated_or_told(
    glasgow: CouncilPage, contact: Page, morag: Editor
) -> None:
    directory = glasgow.get_parent().specific
    other = councils.council(directory, councils.FIFE)
    theirs = begin(councils.contact(other, "Fife team"))
    fill(theirs, prefix="Secret ")
    segment = piece(theirs)
    words = set(StringTranslation.objects.values_list("pk", "data", "has_error"))
    asked = [
        write(morag.client, theirs, segment, "Mine"),
        morag.client.delete(of("edit_string_translation", theirs, segment.pk)),
        morag.client.get(of("preview_translation", theirs)),
        morag.client.get(of("download_pofile", theirs)),
        morag.client.post(of("upload_pofile", theirs)),
        morag.client.post(of("stop_translation", theirs), {"next": "/admin/pages/"}),
        morag.client.get(reverse("wagtail_localize:update_translations", args=[theirs.source_id])),
        morag.client.get(reverse("translation:review", args=[theirs.pk])),
        morag.client.get(edit(target(theirs))),
        morag.client.get(reverse("wagtail_localize:submit_page_translation", args=[other.pk])),
        morag.client.get(reverse("wagtail_localize:submit_page_translation", args=[directory.pk])),
    ]
    assert [response for response in asked if not is_refused(response)] == []
    assert set(StringTranslation.objects.values_list("pk", "data", "has_error")) == words
    assert Translation.objects.get(pk=theirs.pk).enabled


def test_the_gate_asks_whatever_the_view_behind_it_forgets(
    glasgow: CouncilPage, morag: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = begin(councils.contact(councils.council(glasgow.get_parent().specific, councils.FIFE)))
    for name in (
        "wagtail_localize.views.edit_translation.user_can_edit_instance",
        "cms.translation.po_views.may_edit",
        "cms.translation.update.may_translate",
        "cms.translation.review.may_publish",
        "cms.translation.submit.may_edit",
    ):
        monkeypatch.setattr(name, lambda *_anything: True)
    page = theirs.source.get_source_instance()
    for url in (
        of("preview_translation", theirs),
        of("download_pofile", theirs),
        reverse("wagtail_localize:update_translations", args=[theirs.source_id]),
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]),
        reverse("translation:review", args=[theirs.pk]),
    ):
        assert is_refused(morag.client.get(url)), url
    assert is_refused(morag.client.post(of("stop_translation", theirs), {"next": "/admin/pages/"}))


def test_a_piece_of_another_page_is_not_written_through_an_own_one(
    glasgow: CouncilPage, contact: Page, morag: Editor
) -> None:
    own = begin(contact)
    theirs = begin(councils.contact(councils.council(glasgow.get_parent().specific, councils.FIFE)))
    assert write(morag.client, own, piece(theirs), "Mine").status_code == 404


def test_other_pictures_and_links_are_not_chosen_by_councils(
    glasgow: CouncilPage, moderator: Editor, morag: Editor
) -> None:
    """The editor would take the number of any page or picture, and show its title."""
    glasgow.introduction = '<p>See <a href="https://plan.example/">the plan</a>.</p>'
    glasgow.save_revision().publish()
    draft = begin(glasgow)
    segment = OverridableSegment.objects.filter(source=draft.source).first()
    assert segment is not None
    url = of("edit_override", draft, segment.pk)
    assert is_refused(morag.client.put(url, "value=1", content_type="application/x-www-form-urlencoded"))
    assert "synchronised_value" not in morag.client.get(edit(target(draft))).content.decode()
    assert "synchronised_value" in moderator.client.get(edit(target(draft))).content.decode()


def test_the_page_above_is_named_first_and_offered_where_it_is_theirs(
    glasgow: CouncilPage, contact: Page, morag: Editor
) -> None:
    begin(glasgow.get_parent().specific)
    url = reverse("wagtail_localize:submit_page_translation", args=[contact.pk])
    told = morag.client.post(url, {"locales": [gaelic().pk]}, follow=True).content.decode()
    assert "Translate “Glasgow City” first" in told
    assert reverse("wagtail_localize:submit_page_translation", args=[glasgow.pk]) in told
    assert not contact.has_translation(gaelic()) and not TranslationSource.objects.filter(
        object_id=contact.translation_key
    )
