"""What an edition freezes, and that nothing that happens later changes it."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from hashlib import sha256

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale, PageLogEntry, PageViewRestriction

from resources.handbook.editions.publish import PublicationStopped, publish_edition
from resources.models import Edition, EditionFile, HandbookPage, ProductPage
from tests.factories import handbook_pages as make
from tests.factories.pages import home_page
from tests.resources.handbook.editions.published_editions import (
    PDF,
    WORD,
    make_by,
    published,
    rename,
    somebody,
)

pytestmark = pytest.mark.django_db


def bytes_of(edition: Edition) -> dict[str, bytes]:
    return {file.name: bytes(file.content) for file in EditionFile.objects.filter(edition=edition)}


def test_an_edition_holds_its_json_and_files_each_with_its_hash(edition):
    stored = bytes_of(edition)
    assert set(stored) == {f"handbook-2024-10.{kind}" for kind in ("json", "pdf", "docx", "csv")}
    for file in edition.files.all():
        assert file.sha256 == sha256(stored[file.name]).hexdigest()
        assert file.size == len(stored[file.name])
    assert edition.sha256 == sha256(stored["handbook-2024-10.json"]).hexdigest()
    assert stored["handbook-2024-10.pdf"] == PDF + b"2024-10"
    assert stored["handbook-2024-10.docx"] == WORD + b"2024-10"


def test_the_json_says_which_edition_it_is_and_has_whole_addresses(handbook):
    edition = published(handbook, note="  The first one.  ")
    data = json.loads(bytes_of(edition)[edition.json_name])
    assert data["schema_version"] == 1
    assert data["edition"] == {
        "slug": "2024-10",
        "name": "October 2024",
        "day": "2024-10-31",
        "note": "The first one.",
    }
    assert data["url"] == handbook.full_url
    product = data["categories"][0]["products"][0]
    assert product["url"] == handbook.full_url + "products/product-0/"


def test_the_table_of_products_names_the_edition(edition):
    text = bytes_of(edition)["handbook-2024-10.csv"].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) == 4
    assert {row[-1] for row in rows[1:]} == {"Edition 2024-10"}


def test_later_edits_deletions_and_moves_change_no_byte(handbook, edition):
    before = bytes_of(edition)
    rename(handbook, "Product 0", "Another name")
    ProductPage.objects.get(title="Product 1", path__startswith=handbook.path).delete()
    handbook.title, handbook.slug, handbook.ambition = "Renamed", "moved", "Other ambition"
    handbook.change_is_minor = True
    handbook.save_revision().publish()
    handbook.move(make.handbook_page(home_page(), "A second one"), pos="last-child")
    after = Edition.objects.get(pk=edition.pk)
    assert bytes_of(after) == before
    assert after.sha256 == edition.sha256
    assert [each.name for each in after.content.products] == ["Product 0", "Product 1", "Product 2"]
    assert after.content.title == "A handbook of our own"


def test_a_draft_is_not_frozen_even_if_the_caller_holds_it(handbook):
    handbook.title = "Only a draft"
    handbook.save_revision()
    edition = publish_edition(handbook.get_latest_revision_as_object(), "Now", date(2024, 10, 1))
    assert edition.content.title == "A handbook of our own"


def test_further_editions_of_a_month_are_numbered(handbook):
    slugs = [published(handbook, f"Edition {count}").slug for count in range(3)]
    slugs.append(published(handbook, "June", date(2025, 6, 1)).slug)
    assert slugs == ["2024-10", "2024-10-2", "2024-10-3", "2025-06"]


def test_another_handbook_has_slugs_and_files_of_its_own(handbook, edition):
    other = make.handbook_page(home_page(), "Another handbook")
    assert published(other).slug == edition.slug
    assert edition.files.count() == 4


def test_the_log_says_who_published_what(handbook):
    user = somebody("publisher")
    edition = published(handbook, user=user)
    entry = PageLogEntry.objects.get(action="resources.publish_edition", page=handbook.pk)
    assert (entry.user, edition.published_by) == (user, user)
    assert entry.data == {"edition": "2024-10", "name": "October 2024", "sha256": edition.sha256}
    assert edition.sha256 in entry.formatter.format_message(entry)


def test_whoever_published_may_leave_and_the_edition_stays(handbook):
    user = somebody("publisher")
    edition = published(handbook, user=user)
    user.delete()
    assert Edition.objects.get(pk=edition.pk).published_by is None


def test_nothing_is_kept_when_a_file_cannot_be_made(handbook, monkeypatch):
    def fails(book, pictures):
        raise RuntimeError("no paper left")

    make_by(monkeypatch, "pdf", fails)
    with pytest.raises(PublicationStopped, match=r"PDF.*no paper left"):
        published(handbook)
    assert not handbook.editions.exists()
    assert not PageLogEntry.objects.filter(action="resources.publish_edition", page=handbook.pk).exists()


def test_a_change_while_the_files_are_made_stops_the_publication(handbook, monkeypatch):
    def slow(book, pictures):
        rename(handbook, "Product 0", "Renamed meanwhile")
        return b"pdf"

    make_by(monkeypatch, "pdf", slow)
    with pytest.raises(PublicationStopped, match="was changed while"):
        published(handbook)
    assert not handbook.editions.exists()


def test_two_who_publish_at_once_do_not_write_over_each_other(handbook, monkeypatch):
    def slow(book, pictures):
        make_by(monkeypatch, "pdf", lambda book, pictures: b"first")
        published(handbook, "The other one")
        return b"second"

    make_by(monkeypatch, "pdf", slow)
    with pytest.raises(PublicationStopped, match="Somebody else"):
        published(handbook, "Mine")
    assert [each.name for each in handbook.editions.all()] == ["The other one"]


def test_only_what_readers_see_becomes_an_edition(handbook):
    restriction = PageViewRestriction.objects.create(page=handbook, restriction_type="login")
    with pytest.raises(PublicationStopped, match="private"):
        published(handbook)
    restriction.delete()
    handbook.unpublish()
    with pytest.raises(PublicationStopped, match="cannot see"):
        published(handbook)


def test_an_edition_needs_a_name(handbook):
    for name in ("", "   ", "x" * 121):
        with pytest.raises(ValidationError):
            published(handbook, name)
    assert not handbook.editions.exists()


def test_two_editions_of_a_handbook_never_have_the_same_name(handbook, edition):
    with pytest.raises(PublicationStopped, match="edition of this name"):
        published(handbook, " october 2024 ", date(2025, 6, 1))
    assert handbook.editions.count() == 1


def test_a_copy_of_the_handbook_has_no_editions(handbook, edition):
    copy = handbook.copy(update_attrs={"title": "Copy", "slug": "copy"})
    assert isinstance(copy, HandbookPage)
    assert not copy.editions.exists()
    assert handbook.editions.count() == 1


def test_each_language_has_editions_of_its_own(handbook, edition, settings):
    settings.WAGTAIL_I18N_ENABLED = True
    settings.WAGTAIL_CONTENT_LANGUAGES = [("en-gb", "English"), ("gd", "Gaelic")]
    gaelic = Locale.objects.get_or_create(language_code="gd")[0]
    translated = handbook.copy_for_translation(gaelic, copy_parents=True)
    translated.title, translated.change_is_minor = "Leabhar-làimhe", True
    translated.save_revision().publish()
    gaelic_edition = published(HandbookPage.objects.get(pk=translated.pk))
    assert gaelic_edition.slug == edition.slug
    assert gaelic_edition.content.title == "Leabhar-làimhe"
    assert gaelic_edition.content.language == "gd"
    assert gaelic_edition.content.id == edition.content.id
    assert [each.pk for each in handbook.editions.all()] == [edition.pk]
