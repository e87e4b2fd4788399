"""What a translation says of itself: made from which English words, and read by whom."""

from __future__ import annotations

import pytest
from django.test import Client, RequestFactory
from django.utils.translation import override
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.page_cache import generation
from cms.translation.followed import bring_up_to_date
from cms.translation.review import mark_as_reviewed
from cms.translation.state import TranslationState, state_of
from la_directory.models import ContactPage
from tests.factories import councils
from tests.factories.pages import home_page, standard
from tests.translation.gaelic import begin, fill, save, target, translate

pytestmark = pytest.mark.django_db

BODY = [("text", "<p>One bus.</p><p>Two trains.</p>"), ("heading", {"text": "Cost", "level": "h2"})]


@pytest.fixture
def english() -> Page:
    return standard(home_page(), "Help with travel", body=[("text", "<p>One bus.</p><p>Two trains.</p>")])


def change(page: Page, **fields: object) -> Page:
    """Published, with what follows the commit."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    source = TranslationSource.objects.filter(object_id=page.translation_key).first()
    if source:
        bring_up_to_date(source.pk)
    generation.forget()
    return page


def fresh_state(translation: Translation) -> TranslationState:
    generation.forget()
    return state_of(target(translation))


def test_english_says_nothing_and_costs_nothing(english: Page, django_assert_num_queries) -> None:
    translation = translate(english)
    page = target(translation)
    with django_assert_num_queries(0):
        assert state_of(english) == TranslationState()
    generation.forget()
    with django_assert_num_queries(1):
        assert not state_of(page).is_stale
    with django_assert_num_queries(0):
        assert state_of(target_known(page)).share == 100


def target_known(page: Page) -> Page:
    """The same page as another request would hold it."""
    page.__dict__.pop("_original", None)
    return page


def test_changed_words_make_it_stale_until_somebody_saves(english: Page) -> None:
    translation = translate(english)
    assert not fresh_state(translation).is_stale
    before = target(translation).body.raw_data[0]["value"]
    change(english, summary="Travel is paid.")
    state = fresh_state(translation)
    assert state.is_stale and state.english_has_changed and state.is_partial
    assert target(translation).summary == "GD About Help with travel.", "Gaelic words stay"
    assert target(translation).body.raw_data[0]["value"] == before
    StringTranslation.objects.filter(has_error=True).update(has_error=False)
    save(translation)
    assert not fresh_state(translation).is_stale


def test_a_word_taken_away_is_a_change_too(english: Page) -> None:
    translation = translate(english)
    change(english, body=[("text", "<p>One bus.</p>")])
    assert fresh_state(translation).english_has_changed


def test_a_changed_fact_makes_nothing_stale() -> None:
    council = councils.council(councils.directory(home_page(), slug="councils"))
    contact = councils.contact(council)
    translation = translate(contact)
    change(contact, telephone="0141 496 0999")
    assert not fresh_state(translation).is_stale
    assert ContactPage.objects.get(pk=target(translation).pk).telephone == "0141 496 0999"
    source = TranslationSource.objects.get(object_id=contact.translation_key)
    assert "0999" in source.content_json, "the translators’ preview has it, too"


def test_the_same_words_in_another_order_are_no_change(english: Page) -> None:
    two = [("text", "<p>First.</p>"), ("text", "<p>Second.</p>")]
    english = change(english, body=two)
    translation = translate(english)
    english.refresh_from_db()
    blocks = english.body.raw_data
    change(english, body=[blocks[1], blocks[0]])
    assert not fresh_state(translation).english_has_changed


def test_partly_translated_is_stale_and_says_so(english: Page) -> None:
    translation = begin(english)
    save(translation)
    state = fresh_state(translation)
    assert state.is_stale and state.is_partial and not state.english_has_changed
    assert state.share == 0


def test_a_machines_draft_counts_until_it_is_reviewed(english: Page, admin_user) -> None:
    translation = translate(english, kind="machine")
    assert fresh_state(translation).is_unreviewed
    mark_as_reviewed(translation, admin_user)
    assert not state_of(target(translation)).is_unreviewed, "at once, although it is kept"
    assert set(StringTranslation.objects.values_list("last_translated_by", flat=True)) >= {admin_user.pk}


def kept_by_hand(english: Page) -> Translation:
    """Stopped after the English had changed, then written and published in the usual editor."""
    translation = translate(english)
    change(english, summary="Travel is paid.")
    Translation.objects.filter(pk=translation.pk).update(enabled=False)
    page = target(translation)
    page.summary = "Tha siubhal pàighte."
    page.save_revision().publish()
    return translation


def test_what_is_published_by_hand_counts_from_the_english_of_that_day(english: Page) -> None:
    translation = kept_by_hand(english)
    assert not fresh_state(translation).english_has_changed
    change(english, summary="Travel is free.")
    assert fresh_state(translation).english_has_changed


@pytest.mark.parametrize("kind", ["machine", "manual"])
def test_readers_are_told_on_the_page(english: Page, kind: str) -> None:
    from django.template import Context, Template

    translation = translate(english, kind=kind)
    english = change(english, summary="Travel is paid.")
    request = RequestFactory().get("/")
    tag = Template("{% load translation %}{% translation_notices page %}")
    with override("gd"):
        gaelic = tag.render(Context({"page": target(translation), "request": request}))
        assert tag.render(Context({"page": english, "request": request})).strip() == ""
        assert tag.render(Context({"page": None, "request": request})).strip() == ""
    assert gaelic.count("<p>") == (3 if kind == "machine" else 2)
    assert f'href="{english.url}" hreflang="en-GB"' in gaelic and "role=" not in gaelic
    assert Client().get(english.url).status_code == 200


def test_what_has_an_error_is_not_translated(english: Page) -> None:
    translation = begin(english)
    fill(translation)
    StringTranslation.objects.filter(context__path="title").update(has_error=True)
    save(translation)
    assert fresh_state(translation).is_partial


def test_what_is_kept_by_hand_is_never_called_incomplete(english: Page) -> None:
    assert not fresh_state(kept_by_hand(english)).is_stale


def test_words_of_a_draft_change_nothing_that_is_said_of_the_page(english: Page) -> None:
    translation = translate(english, kind="machine")
    StringTranslation.objects.update(translation_type="manual")
    assert fresh_state(translation).is_unreviewed, "readers still see the words of the machine"
    save(translation)
    assert not fresh_state(translation).is_unreviewed
    StringTranslation.objects.update(translation_type="machine")
    assert not fresh_state(translation).is_unreviewed, "nobody has published these yet"
