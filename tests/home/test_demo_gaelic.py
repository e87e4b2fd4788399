"""The demo site in Gaelic: whole, marked as a first draft, and loaded once."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.db.models import Model
from wagtail.models import Locale, Page, PageLogEntry, Revision, TranslatableMixin
from wagtail_localize.models import String, StringTranslation, Translation, TranslationSource
from wagtail_localize.strings import StringValue, validate_translation_links

from cms.vocabulary.models import ApproachStatements
from home.demo.gaelic.load import PAGES, TOOL, VOCABULARIES
from home.demo.gaelic.notation import merged, passages
from home.demo.gaelic.table import WORDS, gaelic
from home.demo.load import load_demo_site
from la_directory.models import ContactPage, CouncilPage, LocalServicePage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

TAG = re.compile(r"<[^>]+>")
ACUTE_OR_STRAIGHT = re.compile(r"[áéíóúÁÉÍÓÚ'\"]")


def pages() -> list[Page]:
    return list(Page.objects.filter(locale__language_code="gd").order_by("path"))


def english(page: Page) -> Page:
    return Page.objects.get(translation_key=page.translation_key, locale=Locale.get_default())


def texts() -> Iterator[str]:
    """What localize asks translators for, of all that has been translated."""
    asked = String.objects.filter(segments__source__translations__target_locale__language_code="gd")
    yield from asked.distinct().values_list("data", flat=True)


def counts() -> dict[str, int]:
    models: list[type[Model]] = [
        Page, Revision, PageLogEntry, TranslationSource, Translation, StringTranslation, ApproachStatements,
        *VOCABULARIES,
    ]  # fmt: skip
    return {model._meta.label: model._default_manager.count() for model in models}


def test_no_text_is_left_without_gaelic() -> None:
    assert [text for text in texts() if gaelic(text) is None] == [], "write them in home/demo/gaelic"
    assert all(
        translation.get_progress()[0] == translation.get_progress()[1]
        for translation in Translation.objects.all()
    )


def test_translators_are_not_asked_for_addresses() -> None:
    assert [text for text in texts() if "://" in text] == []
    home = Page.objects.get(locale__language_code="gd", depth=2).specific
    assert "https://www.cosla.gov.uk/" in str(home.body.get_prep_value())


def test_the_pages_a_gaelic_reader_meets_first_are_there() -> None:
    addresses = {page.url for page in pages()}
    assert {f"/gd{address}" for address in PAGES} <= addresses
    for slug in ("highland", "na-h-eileanan-siar"):
        council = CouncilPage.objects.get(slug=slug, locale__language_code="gd")
        original = english(council)
        assert council.get_descendants().live().count() == original.get_descendants().live().count() > 10
    assert CouncilPage.objects.get(slug="highland", locale__language_code="gd").title == "A’ Ghàidhealtachd"
    for model in (ContactPage, LocalServicePage):
        assert model.objects.live().filter(locale__language_code="gd").exists()


def test_no_page_is_an_english_copy_or_a_draft() -> None:
    for page in pages():
        assert page.live and not page.has_unpublished_changes and page.alias_of_id is None, page.url_path
        assert page.title == gaelic(english(page).title), page.url_path


def test_the_address_is_that_of_the_english_page_under_gd() -> None:
    for page in pages():
        assert page.url == f"/gd{english(page).url}"


def test_all_terms_and_statements_have_gaelic_names() -> None:
    records: list[TranslatableMixin] = [
        record for model in (*VOCABULARIES, ApproachStatements) for record in model.objects.all()
    ]
    languages = [record.locale.language_code for record in records]
    assert languages.count("gd") == languages.count("en-gb") > 50
    assert ApproachStatements.objects.get(locale__language_code="gd").live


def test_everything_is_marked_as_drafted_by_a_machine() -> None:
    made = StringTranslation.objects.values_list("translation_type", "tool_name", "has_error").distinct()
    assert list(made) == [("machine", TOOL, False)]


def test_the_gaelic_is_as_old_as_the_english() -> None:
    for page in pages():
        day = english(page).last_published_at
        assert (
            page.first_published_at == page.last_published_at == page.get_latest_revision().created_at == day
        )
        assert set(PageLogEntry.objects.filter(page=page).values_list("timestamp", flat=True)) == {day}


def test_loading_again_makes_nothing() -> None:
    before = counts()
    load_demo_site(say=lambda _line: None)
    assert counts() == before


def test_only_what_is_missing_is_added_and_no_page_above_it_is_made_twice() -> None:
    before = len(pages())
    gone = Page.objects.get(locale__language_code="gd", url_path__endswith="/handbook/products/")
    gone.delete()
    changed = Page.objects.get(locale__language_code="gd", slug="accessibility").specific
    changed.title = "Na faclan againn fhèin"
    changed.save_revision().publish()

    load_demo_site(say=lambda _line: None)

    assert len(pages()) == before
    assert Page.objects.get(pk=changed.pk).title == "Na faclan againn fhèin"
    added = Page.objects.get(translation_key=gone.translation_key, locale=gone.locale)
    assert added.live and added.alias_of_id is None and added.get_children().count() == 2


def test_a_site_without_the_language_gets_the_rest() -> None:
    Page.objects.filter(depth=2, locale__language_code="gd").get().delete()
    for model in (StringTranslation, Translation):
        model.objects.all().delete()
    for model in (ApproachStatements, *VOCABULARIES):
        model.objects.filter(locale__language_code="gd").delete()
    Locale.objects.filter(language_code="gd").delete()
    load_demo_site(say=lambda _line: None)
    assert not pages()


def test_gaelic_keeps_the_tags_and_the_links_of_its_english() -> None:
    for text, words in WORDS.items():
        assert sorted(TAG.findall(words)) == sorted(TAG.findall(text)), text
        StringValue.from_translated_html(words)
        validate_translation_links(text, words)


def test_gaelic_has_grave_accents_and_curly_marks() -> None:
    assert [words for words in WORDS.values() if ACUTE_OR_STRAIGHT.search(TAG.sub("", words))] == []


def test_a_passage_without_gaelic_or_with_two_is_refused() -> None:
    with pytest.raises(ValueError, match="no Gaelic: Hello"):
        passages("Hello")
    with pytest.raises(ValueError, match="twice: Hello"):
        merged([{"Hello": "Halò"}, {"Hello": "Fàilte"}])
    assert passages("One line\n  and another\n= Aon loidhne\n  is tè eile") == {
        "One line and another": "Aon loidhne is tè eile"
    }
