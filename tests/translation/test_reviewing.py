"""What a machine has drafted is marked as reviewed by whoever may publish it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageLogEntry
from wagtail_localize.models import StringTranslation, Translation

from cms.translation.review import drafts_of
from cms.vocabulary.models import Theme
from tests.translation.gaelic import target, translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(english: Page) -> Translation:
    return translate(english, kind="machine")


def url_of(translation: Translation) -> str:
    return reverse("translation:review", args=[translation.pk])


def test_a_moderator_is_asked_and_then_it_is_written_down(draft: Translation, moderator: Client) -> None:
    number = drafts_of(draft).count()
    assert f"{number} pieces" in moderator.get(url_of(draft)).content.decode()
    assert drafts_of(draft).count() == number, "asking changes nothing"
    response = moderator.post(url_of(draft))
    assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[target(draft).pk])
    assert not drafts_of(draft).exists()
    entry = PageLogEntry.objects.get(action="translation.review")
    assert (entry.user, entry.page_id, entry.data) == (moderator.user, target(draft).pk, {"pieces": number})
    history = moderator.get(reverse("wagtailadmin_pages:history", args=[target(draft).pk])).content.decode()
    assert "Marked the machine-drafted translation as reviewed" in history
    assert "nothing left" in moderator.get(url_of(draft)).content.decode()


def test_others_may_not(draft: Translation, sg_editor: Client) -> None:
    for ask in (sg_editor.get, sg_editor.post):
        assert ask(url_of(draft)).status_code == 302
    assert drafts_of(draft).exists()


def test_the_way_to_it_stands_in_the_editor_and_the_header(
    draft: Translation, moderator: Client, sg_editor: Client
) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[target(draft).pk])
    explorer = reverse("wagtailadmin_explore", args=[target(draft).pk])
    for url in (edit, explorer):
        assert url_of(draft) in moderator.get(url).content.decode()
        assert url_of(draft) not in sg_editor.get(url).content.decode()
    assert "not yet reviewed" in sg_editor.get(edit).content.decode()
    moderator.post(url_of(draft))
    assert url_of(draft) not in moderator.get(edit).content.decode()


def test_a_word_of_a_vocabulary_is_reviewed_too(moderator: Client) -> None:
    translation = translate(Theme.objects.create(name="Rural work"), kind="machine")
    assert (
        url_of(translation)
        in moderator.get(
            reverse("wagtailsnippets_vocabulary_theme:edit", args=[target(translation).pk])
        ).content.decode()
    )
    moderator.post(url_of(translation))
    assert not drafts_of(translation).exists()


def test_what_was_left_behind_by_the_english_is_not_reviewed_with_it(
    draft: Translation, moderator: Client
) -> None:
    StringTranslation.objects.filter(context__path="title", context__object_id=draft.source.object_id).update(
        has_error=True
    )
    moderator.post(url_of(draft))
    left = StringTranslation.objects.filter(
        context__object_id=draft.source.object_id, translation_type="machine"
    )
    assert [words.context.path for words in left] == ["title"]


def test_what_is_not_there_is_not_found(draft: Translation, moderator: Client) -> None:
    assert moderator.get(reverse("translation:review", args=[0])).status_code == 404
    Page.objects.filter(pk=target(draft).pk).update(translation_key="00000000-0000-4000-8000-000000000001")
    assert moderator.get(url_of(draft)).status_code == 404
