"""Who publishes a translation, and what the editor says before and after."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from la_directory.models import CouncilPage
from resources.models import Milestone
from tests.factories import councils
from tests.la_directory.editor import PUBLISH, Editor
from tests.translation.gaelic import begin, fill, target, translate

pytestmark = pytest.mark.django_db

PRESS = {"action": "publish"}


@pytest.fixture
def draft(english: Page) -> Translation:
    translation = begin(english)
    fill(translation)
    return translation


def edit_url(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_it_is_published_without_a_note_on_what_changed(
    draft: Translation, moderator: Client, django_capture_on_commit_callbacks
) -> None:
    for _again in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            moderator.post(edit_url(target(draft)), PRESS)
        assert target(draft).live


def test_whoever_may_not_publish_does_not_publish_in_the_translators_editor(
    draft: Translation, sg_editor: Client, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        response = sg_editor.post(edit_url(target(draft)), PRESS)
    assert response.status_code == 302 and not target(draft).live
    told = sg_editor.get(edit_url(target(draft))).content.decode()
    assert "&quot;canPublish&quot;: false" in told and "a moderator is told" in told


def test_nor_by_bringing_the_english_up_to_date(
    draft: Translation, sg_editor: Client, moderator: Client, django_capture_on_commit_callbacks
) -> None:
    """wagtail-localize itself asks for no right to publish there."""
    url = reverse("wagtail_localize:update_translations", args=[draft.source_id])
    for client, may in ((sg_editor, False), (moderator, True)):
        with django_capture_on_commit_callbacks(execute=True):
            client.post(url, {"publish_translations": "on"})
        assert target(draft).live is may


def test_before_its_english_it_is_refused_in_one_line(
    english: Page, draft: Translation, moderator: Client, said, django_capture_on_commit_callbacks
) -> None:
    english.unpublish()
    url = reverse("wagtail_localize:update_translations", args=[draft.source_id])
    with django_capture_on_commit_callbacks(execute=True):
        response = moderator.post(edit_url(target(draft)), PRESS)
        moderator.post(url, {"publish_translations": "on"})
    assert "is not published: its English is not live" in said(response)
    assert not target(draft).live
    told = moderator.get(edit_url(target(draft))).content.decode()
    assert "&quot;canPublish&quot;: false" in told and "cannot be published yet" in told


@pytest.mark.parametrize("hours", [0, 2])
def test_nor_in_the_usual_editor_now_or_later(
    council: CouncilPage, moderator: Client, said, hours: int
) -> None:
    contact = councils.contact(council)
    translation = begin(contact)
    Translation.objects.filter(pk=translation.pk).update(enabled=False)
    contact.unpublish()
    later = (timezone.localtime() + timedelta(hours=hours)).strftime("%Y-%m-%d %H:%M") if hours else ""
    person = Editor(moderator.user, moderator)
    response = person.press(PUBLISH, target(translation), title="Sgioba", go_live_at=later)
    assert "its English is not live" in said(response)
    page = target(translation)
    assert not page.live and not page.revisions.exclude(approved_go_live_at=None).exists()
    assert page.get_latest_revision_as_object().title == "Sgioba", "what was typed is a draft now"


def test_nor_with_many_others_at_once(english: Page, draft: Translation, moderator: Client, said) -> None:
    english.unpublish()
    page = target(draft)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={page.pk}"
    assert "its English is not live" in said(moderator.post(url, {"next": "/admin/"}))
    assert not target(draft).live


def test_a_record_is_refused_too(moderator: Client, said) -> None:
    milestone = Milestone.objects.filter(live=True, locale__language_code="en-gb").first()
    translation = begin(milestone)
    fill(translation)
    milestone.unpublish()
    url = reverse("wagtailsnippets_resources_milestone:edit", args=[target(translation).pk])
    assert "its English is not live" in said(moderator.post(url, PRESS))
    assert not target(translation).live


def test_facts_cannot_be_typed_where_translating_was_stopped(council: CouncilPage, moderator: Client) -> None:
    contact = councils.contact(council)
    translation = translate(contact)
    Translation.objects.filter(pk=translation.pk).update(enabled=False)
    response = moderator.get(edit_url(target(translation)))
    fields = set(response.context["form"].fields)
    assert not {"slug", "telephone", "opening_hours"} & fields and {"title", "hours_note"} <= fields
    assert "changed in English" in response.content.decode()
    person = Editor(moderator.user, moderator)
    person.press(PUBLISH, target(translation), title="Sgioba", telephone="0141 496 0999")
    assert target(translation).title == "Sgioba" and target(translation).telephone == contact.telephone
    assert "telephone" in moderator.get(edit_url(contact)).context["form"].fields


def test_a_stopped_translation_can_be_taken_up_again(english: Page, moderator: Client) -> None:
    translation = translate(english)
    moderator.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))
    page = target(translation)
    assert moderator.get(edit_url(page)).context["form"].instance == page
    moderator.post(edit_url(page), {"localize-restart-translation": "1"})
    assert Translation.objects.get(pk=translation.pk).enabled


def test_deleting_gaelic_leaves_english_ready_for_another_beginning(english: Page, moderator: Client) -> None:
    translation = translate(english)
    target(translation).delete()
    assert not Translation.objects.filter(pk=translation.pk).exists()
    again = translate(type(english).objects.get(pk=english.pk))
    assert (
        target(again).live
        and TranslationSource.objects.filter(object_id=english.translation_key).count() == 1
    )


def test_nobody_reads_in_gaelic_what_is_closed_in_english(
    english: Page, client: Client, django_capture_on_commit_callbacks
) -> None:
    address = target(translate(english)).url
    with django_capture_on_commit_callbacks(execute=True):
        restriction = english.view_restrictions.create(restriction_type="login")
    assert client.get(address).status_code == 302
    with django_capture_on_commit_callbacks(execute=True):
        restriction.delete()
    assert client.get(address).status_code == 200
