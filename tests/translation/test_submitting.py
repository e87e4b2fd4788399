"""Beginning a translation: from the English, from the top down, and never of what stays English."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from bulletin.models import EditionPage
from cms.vocabulary.models import Theme
from la_directory.models import ContactPage, ContactsPage, CouncilPage
from tests.factories import councils
from tests.factories.pages import standard
from tests.translation.gaelic import begin, gaelic, target, translate

pytestmark = pytest.mark.django_db


def url_of(page: Page) -> str:
    return reverse("wagtail_localize:submit_page_translation", args=[page.pk])


def sent(**more: str) -> dict[str, object]:
    return {"locales": [gaelic().pk], **more}


def test_a_translation_begins_as_a_draft(english: Page, sg_editor) -> None:
    form = BeautifulSoup(sg_editor.get(url_of(english)).content, "html.parser")
    assert form.select_one("input[name=locales]").has_attr("checked"), "there is only one language to choose"
    response = sg_editor.post(url_of(english), sent())
    page = english.get_translation(gaelic())
    assert response["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert not page.live and page.alias_of is None and page.slug == english.slug


def test_a_page_waits_for_the_page_above_it(english: Page, sg_editor, said) -> None:
    child = standard(english, "Buses")
    response = sg_editor.post(url_of(child), sent())
    words = said(response)
    assert "Translate “Help with travel” first" in words and url_of(english) in words
    assert not child.has_translation(gaelic()) and not english.has_translation(gaelic())


def test_what_only_holds_others_comes_with_them_and_is_no_copy(council: CouncilPage, moderator) -> None:
    translate(council)
    contact = councils.contact(council)
    moderator.post(url_of(contact), sent())
    holder = ContactsPage.objects.child_of(council).get().get_translation(gaelic())
    assert contact.get_translation(gaelic()).get_parent().pk == holder.pk
    assert holder.alias_of is None and Translation.objects.filter(source__object_id=holder.translation_key)


def test_with_all_pages_below_the_holders_are_right_too(council: CouncilPage, moderator) -> None:
    begin(council.get_parent().specific)
    contact = councils.contact(council)
    moderator.post(url_of(council), sent(include_subtree="on"))
    gaelic_council = council.get_translation(gaelic())
    assert ContactPage.objects.descendant_of(gaelic_council).get().translation_key == contact.translation_key
    assert not Page.objects.descendant_of(gaelic_council).exclude(alias_of=None).exists()


def test_a_whole_site_is_not_translated_at_one_press(english: Page, moderator) -> None:
    home = english.get_parent().specific
    Translation.objects.filter(source__object_id=home.translation_key).delete()
    home.get_translation(gaelic()).delete()
    form = moderator.get(url_of(home)).context["form"]
    assert form.fields["include_subtree"].disabled and form.fields["include_subtree"].widget.is_hidden


def test_editions_of_the_bulletin_stay_english(moderator, said) -> None:
    edition = EditionPage.objects.filter(locale__language_code="en-gb").first()
    header = moderator.get(reverse("wagtailadmin_pages:edit", args=[edition.pk])).content.decode()
    assert "Translate into Gaelic" not in header
    assert "stays in English" in said(moderator.post(url_of(edition), sent()))
    assert not edition.has_translation(gaelic())


def test_no_second_source_is_made_from_gaelic(english: Page, moderator, said) -> None:
    """wagtail-localize breaks on a record with two sources, pages and records alike."""
    page = target(translate(english))
    assert "Translations are made from the English" in said(moderator.post(url_of(page), sent()))
    theme = translate(Theme.objects.create(name="Rural work"))
    place = ["vocabulary", "theme", target(theme).pk]
    url = reverse("wagtail_localize:submit_snippet_translation", args=place)
    assert "Translations are made from the English" in said(moderator.post(url, sent()))
    assert TranslationSource.objects.filter(object_id=page.translation_key).count() == 1
    for url in (
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailsnippets_vocabulary_theme:edit", args=[target(theme).pk]),
    ):
        assert moderator.get(url).status_code == 200, url


def test_it_takes_the_right_to_change_what_is_translated(
    english: Page, moderator, council_editor, outsider
) -> None:
    theme = Theme.objects.create(name="Rural work")
    place = ["vocabulary", "theme", theme.pk]
    urls = {
        theme: reverse("wagtail_localize:submit_snippet_translation", args=place),
        english: url_of(english),
    }
    for record, url in urls.items():
        for client in (council_editor, outsider):
            client.post(url, sent())
            assert not record.has_translation(gaelic())
        moderator.post(url, sent())
        assert record.has_translation(gaelic())


@pytest.mark.parametrize("name", ["edit", "explorer"])
def test_the_button_stands_where_it_leads_somewhere(english: Page, sg_editor, name: str) -> None:
    urls = {
        "edit": reverse("wagtailadmin_pages:edit", args=[english.pk]),
        "explorer": reverse("wagtailadmin_explore", args=[english.get_parent().pk]),
    }
    assert url_of(english) in sg_editor.get(urls[name]).content.decode()
    translation = translate(english)
    assert url_of(english) not in sg_editor.get(urls[name]).content.decode()
    for page in (english, target(translation)):
        told = sg_editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
        assert "Sync translated" not in told and "alias" not in told.replace("isAlias", "")


def test_nothing_is_made_in_gaelic_alone(english: Page, moderator, said) -> None:
    page = target(translate(english))
    url = reverse("wagtailadmin_pages:add", args=["home", "standardpage", page.pk])
    assert "Make the page in English first" in said(moderator.get(url))


def test_a_gaelic_page_does_not_become_a_copy(english: Page, moderator, said) -> None:
    page = target(translate(english))
    url = reverse("wagtail_localize:convert_to_alias", args=[page.pk])
    assert "do not become copies" in said(moderator.post(url))
    page.refresh_from_db()
    assert page.alias_of is None
