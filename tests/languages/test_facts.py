"""What is not words is read from the English record, at the moment it is read."""

from __future__ import annotations

import pytest
from wagtail.models import Locale
from wagtail_localize.fields import get_translatable_fields

from cms.languages.original import first_locale_id, in_language, original_of, source_of
from cms.page_cache.restrictions import restricted_paths
from la_directory.models import ContactPage, CouncilPage, LocalServicePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def gaelic_contact(demo_site: None) -> ContactPage:
    return ContactPage.objects.filter(locale__language_code="gd", live=True).exclude(telephone="").first()


def test_a_new_number_is_the_gaelic_one_at_once_and_its_column_stays_old(gaelic_contact: ContactPage) -> None:
    english = original_of(gaelic_contact)
    before = ContactPage.objects.filter(pk=gaelic_contact.pk).values_list("telephone", flat=True).get()
    english.telephone = "0131 496 0999"
    english.save_revision().publish()
    again = ContactPage.objects.get(pk=gaelic_contact.pk)
    assert str(again.telephone) == "0131 496 0999"
    assert ContactPage.objects.filter(pk=again.pk).values_list("telephone", flat=True).get() == before


def test_a_draft_of_the_number_is_not_read(gaelic_contact: ContactPage) -> None:
    before = str(gaelic_contact.telephone)
    english = original_of(gaelic_contact)
    english.telephone = "0131 496 0999"
    english.save_revision()
    assert str(ContactPage.objects.get(pk=gaelic_contact.pk).telephone) == before


def test_words_are_the_translation_s_own(gaelic_contact: ContactPage) -> None:
    assert gaelic_contact.title != original_of(gaelic_contact).title


def test_what_a_record_belongs_to_is_that_of_the_english_one(demo_site: None) -> None:
    gaelic = LocalServicePage.objects.filter(
        locale__language_code="gd", live=True, kind__isnull=False
    ).first()
    english = original_of(gaelic)
    assert gaelic.kind_id == english.kind_id and gaelic.kind == english.kind
    assert list(gaelic.client_groups.all()) == list(english.client_groups.all())
    english.client_groups.clear()
    english.save_revision().publish()
    assert list(LocalServicePage.objects.get(pk=gaelic.pk).client_groups.all()) == []


def test_a_record_without_an_original_speaks_for_itself(gaelic_contact: ContactPage) -> None:
    stored = ContactPage.objects.filter(pk=gaelic_contact.pk).values_list("telephone", flat=True).get()
    ContactPage.objects.filter(pk=original_of(gaelic_contact).pk).update(
        locale=Locale.objects.create(language_code="fr")
    )
    again = ContactPage.objects.get(pk=gaelic_contact.pk)
    assert original_of(again) is None and source_of(again) is again
    assert again.telephone == stored


def test_an_english_record_costs_nothing_more(demo_site: None, django_assert_num_queries) -> None:
    contact = ContactPage.objects.filter(locale_id=first_locale_id()).first()
    with django_assert_num_queries(0):
        assert original_of(contact) is None
        assert contact.telephone is not None


def test_a_list_in_gaelic_costs_one_query_more_with_all_its_facts(
    demo_site: None, django_assert_num_queries
) -> None:
    gaelic = Locale.objects.get(language_code="gd")
    english = list(ContactPage.objects.live().filter(locale_id=first_locale_id()).order_by("path"))
    restricted_paths()  # what is private is known before
    with django_assert_num_queries(1):
        shown = in_language(english, gaelic.pk)
        numbers = [str(contact.telephone) for contact in shown]
    assert numbers == [str(contact.telephone) for contact in english]
    assert {contact.locale_id for contact in shown} == {gaelic.pk, first_locale_id()}


def test_a_translation_that_is_a_draft_or_private_is_not_in_the_list(gaelic_contact: ContactPage) -> None:
    english = original_of(gaelic_contact)
    assert in_language([english], gaelic_contact.locale_id) == [gaelic_contact]
    gaelic_contact.unpublish()
    assert in_language([english], gaelic_contact.locale_id) == [english]


def test_the_editor_of_translations_offers_no_fact(demo_site: None) -> None:
    for model in (ContactPage, LocalServicePage, CouncilPage):
        english = model.objects.filter(locale_id=first_locale_id()).first()
        offered = {
            field.field_name
            for field in get_translatable_fields(model)
            if field.is_translated(english) or field.is_overridable(english)
        }
        assert offered.isdisjoint({*model.language_neutral, "slug", "change_note", "review_on"})
        assert "title" in offered
