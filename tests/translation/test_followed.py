"""Publishing English brings the translators’ editor up to date: after the commit and without harm."""

from __future__ import annotations

import pytest
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, TranslationSource

from cms.translation import followed
from cms.translation.followed import bring_up_to_date
from cms.vocabulary.models import Theme
from tests.factories.pages import home_page, standard
from tests.translation.gaelic import gaelic, save, target, translate

pytestmark = pytest.mark.django_db

TEXT = "<p>One bus.</p><p>Two trains.</p>"


@pytest.fixture
def english() -> Page:
    return standard(home_page(), "Help with travel", body=[("text", TEXT), ("text", "<p>Ask us.</p>")])


def strings(page: Page) -> set[str]:
    source = TranslationSource.objects.get(object_id=page.translation_key)
    return {segment.string.data for segment in source.stringsegment_set.select_related("string")}


def changed_text(page: Page, text: str) -> Page:
    """The blocks keep their ids, as in the editor."""
    page = type(page).objects.get(pk=page.pk)
    blocks = page.body.raw_data
    blocks[0]["value"] = text
    page.body = list(blocks)
    return page


def test_it_follows_after_the_commit(english: Page, django_capture_on_commit_callbacks) -> None:
    translate(english)
    english = changed_text(english, "<p>Three bicycles.</p>")
    with django_capture_on_commit_callbacks() as callbacks:
        english.save_revision().publish()
        assert "Three bicycles." not in strings(english)
    for callback in callbacks:
        callback()
    assert {"Three bicycles.", "Ask us."} <= strings(english)


def test_a_draft_changes_nothing(english: Page, django_capture_on_commit_callbacks) -> None:
    translate(english)
    with django_capture_on_commit_callbacks(execute=True):
        changed_text(english, "<p>Three bicycles.</p>").save_revision()
    assert "Three bicycles." not in strings(english)


def test_publishing_does_not_fail_with_it(
    english: Page, django_capture_on_commit_callbacks, monkeypatch, caplog
) -> None:
    translate(english)

    def breaks(key: int) -> None:
        raise RuntimeError("no segments today")

    monkeypatch.setattr(followed, "bring_up_to_date", breaks)
    with django_capture_on_commit_callbacks(execute=True):
        changed_text(english, "<p>Three bicycles.</p>").save_revision().publish()
    english.refresh_from_db()
    assert "Three bicycles." in str(english.body) and "no segments today" in caplog.text


def test_what_has_not_changed_keeps_its_translation(english: Page) -> None:
    """Known of wagtail-localize as “segments reset”: the place of a text depends on the id of its block."""
    translation = translate(english)
    source = TranslationSource.objects.get(object_id=english.translation_key)
    places = set(source.stringsegment_set.values_list("context__path", "string_id"))
    for _again in range(2):
        page = type(english).objects.get(pk=english.pk)
        page.save_revision().publish()
        bring_up_to_date(source.pk)
    assert set(source.stringsegment_set.values_list("context__path", "string_id")) == places
    changed_text(english, "<p>One bus.</p><p>Two trams.</p>").save_revision().publish()
    bring_up_to_date(source.pk)
    save(translation)
    words = str(target(translation).body)
    assert "GD One bus." in words and "GD Ask us." in words


def test_the_old_translation_of_a_changed_sentence_is_at_hand_but_not_shown(
    english: Page,
) -> None:
    translation = translate(english)
    changed_text(english, "<p>One bus.</p><p>Two trams.</p>").save_revision().publish()
    bring_up_to_date(TranslationSource.objects.get(object_id=english.translation_key).pk)
    offered = StringTranslation.objects.get(translation_of__data="Two trams.", locale=gaelic())
    assert offered.data == "GD Two trains." and "English has changed" in offered.get_error()
    save(translation)
    words = str(target(translation).body)
    assert "Two trams." in words and "Two trains." not in words


def test_of_texts_that_do_not_match_none_is_offered(english: Page) -> None:
    translate(english)
    changed_text(english, "<p>One bus.</p><p>Two trams.</p><p>Three boats.</p>").save_revision().publish()
    bring_up_to_date(TranslationSource.objects.get(object_id=english.translation_key).pk)
    assert not StringTranslation.objects.filter(translation_of__data="Two trams.").exists()


def test_a_new_block_waits_for_the_translator(english: Page) -> None:
    translation = translate(english)
    page = type(english).objects.get(pk=english.pk)
    page.body = [*page.body.raw_data, {"type": "text", "value": "<p>New.</p>"}]
    page.save_revision().publish()
    bring_up_to_date(TranslationSource.objects.get(object_id=english.translation_key).pk)
    assert len(target(translation).body) == 2
    save(translation)
    assert len(target(translation).body) == 3


def test_a_term_without_drafts_is_followed_when_it_is_saved(django_capture_on_commit_callbacks) -> None:
    theme = Theme.objects.create(name="Rural work")
    translation = translate(theme)
    assert target(translation).name == "GD Rural work"
    theme.name = "Work in the country"
    with django_capture_on_commit_callbacks(execute=True):
        theme.save()
    assert strings(theme) == {"Work in the country"}


def test_the_address_stays_the_same_in_both_languages(english: Page) -> None:
    translation = translate(english)
    child = translate(standard(english, "Buses"))
    page = type(english).objects.get(pk=english.pk)
    page.slug = "travel"
    page.save_revision().publish()
    bring_up_to_date(TranslationSource.objects.get(object_id=english.translation_key).pk)
    assert target(translation).url == "/gd/travel/"
    assert target(child).url == "/gd/travel/buses/"
