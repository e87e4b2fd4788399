"""Contacts and services in Gaelic: found by search, previewed, reported and published."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from cms.pages.search_entries import search_entry_of
from la_directory.freshness.ranking import out_of_date
from la_directory.freshness.record import record_check
from la_directory.models import Check, ContactPage, CouncilPage, LocalServicePage, RecordReport
from tests.la_directory import editor
from tests.la_directory.council_page.shown_page import main_of, words

pytestmark = pytest.mark.django_db


def test_search_has_gaelic_words_with_the_facts_of_the_english_record(
    contact: ContactPage, service: LocalServicePage, gaelic_highland: CouncilPage
) -> None:
    contact.telephone = "0141 496 0999"
    contact.save_revision().publish()
    with override("gd"):
        team, help_ = (search_entry_of(record.get_translations().get()) for record in (contact, service))
        council = search_entry_of(gaelic_highland)
    assert (team.title, team.council) == ("Sgioba obrach", "A’ Ghàidhealtachd")
    assert "0141 496 0999" in team.text and "Obraichean" in team.text and "Jobs" not in team.text
    assert "Fèin-fhastadh" in help_.text and "Taic le plana." in help_.text
    for entry in (team, help_, council):
        assert {"Highland", "The Highland Council"} <= set(entry.names.splitlines())
    contact.unpublish()
    with override("gd"):
        assert search_entry_of(ContactPage.objects.get(title="Sgioba obrach")) is None


def test_readers_report_a_gaelic_contact_and_the_council_hears_of_the_english_one(
    client: Client, contact: ContactPage, highland: CouncilPage, gaelic_highland: CouncilPage
) -> None:
    place = main_of(client, gaelic_highland).select_one(f"#{contact.anchor}")
    address = place.select_one(".es_stamp__report a")["href"]
    assert address == f"/gd/directory/report/{contact.translation_key}/"
    form = BeautifulSoup(client.get(address).content, "html.parser")
    assert "Sgioba obrach" in words(form.main) and form.html["lang"] == "gd"
    assert form.main.form["action"] == address
    answer = client.post(address, {"wrong": "reach", "comment": "Chan eil e ag obair"})
    assert answer.headers["Location"] == f"{address}thanks/"
    report = RecordReport.objects.get(translation_key=contact.translation_key)
    assert (report.council_id, report.record_title) == (highland.pk, "Work team")
    back = BeautifulSoup(client.get(f"{address}thanks/").content, "html.parser").main.select_one("a")
    assert back["href"] == f"/gd/councils/highland/#{contact.anchor}"


def test_publishing_a_translation_checks_nothing_and_ends_no_correction(
    contact: ContactPage, highland: CouncilPage
) -> None:
    person = editor.council_person(highland)
    contact.telephone = "0141 496 0555"
    draft = contact.save_revision()
    correction = RecordReport.objects.create(
        council=highland,
        translation_key=contact.translation_key,
        record_title="Work team",
        source=RecordReport.Source.COUNCIL,
        draft=draft,
    )
    translation = contact.get_translations().get()
    translation.subject = "Obair"
    translation.save_revision(user=person, clean=False)
    translation.get_latest_revision().publish(user=person)
    assert not Check.objects.filter(translation_key=contact.translation_key).exists()
    correction.refresh_from_db()
    assert not correction.is_dealt_with


def test_what_is_out_of_date_is_so_in_both_languages(contact: ContactPage, service: LocalServicePage) -> None:
    record_check([contact], by=None, name="x", at=timezone.now() - timedelta(400))
    record_check([service], by=None, name="x")
    old = out_of_date()
    for record, is_old in ((contact, True), (service, False)):
        keys = {record.pk, record.get_translations().get().pk}
        assert (keys <= old) is is_old and bool(keys & old) is is_old


def test_a_draft_of_a_translation_is_previewed_on_the_gaelic_page(
    client: Client, contact: ContactPage, gaelic_highland: CouncilPage
) -> None:
    client.force_login(get_user_model().objects.create_superuser("government", "sg@example.org", "x" * 14))
    translation = contact.get_translations().get()
    translation.title = "Sgioba ùr"
    translation.save_revision()
    answer = client.get(reverse("wagtailadmin_pages:view_draft", args=[translation.pk]))
    shown = BeautifulSoup(answer.content, "html.parser")
    assert shown.html["lang"] == "gd"
    assert [words(each) for each in shown.select(f"#{contact.anchor} h3")] == ["Sgioba ùr"]
    assert words(shown.main.h1) == gaelic_highland.title
    assert "0131 496 0123" in words(shown.main).replace("\xa0", " ")


def test_the_mailed_page_works_under_gaelic_addresses(client: Client) -> None:
    assert client.get("/gd/directory/check/nothing/").status_code == 404
