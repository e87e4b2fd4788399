"""Documents are found by the words inside them, where a page leads to them."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from docx import Document
from wagtail.models import Collection, CollectionViewRestriction, Page
from weasyprint import HTML

from cms.media.models import SiteDocument
from search import document_texts
from search.documents import refresh_documents
from search.models import DocumentText, Entry
from search.results import find
from tests.factories import pages

pytestmark = pytest.mark.django_db


def docx(words: str) -> bytes:
    file, document = BytesIO(), Document()
    document.add_paragraph(words)
    document.add_table(1, 1).rows[0].cells[0].text = "in a cell"
    document.save(file)
    return file.getvalue()


def upload(name: str, data: bytes) -> SiteDocument:
    return SiteDocument.objects.create(title="Plan", file=ContentFile(data, name))


def leads_to(document: SiteDocument) -> Page:
    link = f'<p><a linktype="document" id="{document.pk}">Plan</a></p>'
    return pages.standard(pages.home_page(), "Zebra", body=[("text", link)])


def found(words: str) -> list[Entry]:
    refresh_documents(SiteDocument.objects.all())
    keys = [match.pk for match in find(words, "en-gb").everything]
    return list(Entry.objects.filter(pk__in=keys, document__isnull=False))


@pytest.mark.parametrize("name", ["plan.docx", "plan.pdf"])
def test_it_is_found_by_its_words(name: str) -> None:
    words = "The quagga is striped"
    data = docx(words) if name.endswith("docx") else HTML(string=f"<p>{words}</p>").write_pdf()
    document = upload(name, data)
    leads_to(document)
    (entry,) = found("quaggas")
    assert (entry.heading, entry.trail, entry.address) == ("Plan", "Zebra", document.url)
    assert entry.file.startswith(name[-3:].upper() if name.endswith("pdf") else "DOCX")


def test_it_is_not_found_where_no_readable_page_leads_to_it() -> None:
    document = upload("plan.docx", docx("The quagga"))
    assert found("quagga") == []
    page = leads_to(document)
    assert found("quagga")
    page.unpublish()
    assert found("quagga") == []


def test_it_is_forgotten_when_the_page_no_longer_leads_to_it(django_capture_on_commit_callbacks) -> None:
    document = upload("plan.docx", docx("The quagga"))
    first, second = leads_to(document), leads_to(document)
    second.unpublish()
    assert found("quagga")
    first.body = [("text", "<p>No plan.</p>")]
    with django_capture_on_commit_callbacks(execute=True):
        first.save_revision().publish()
    assert not Entry.objects.filter(document=document).exists()


def test_it_is_found_as_of_another_page_when_the_first_no_longer_leads_to_it(
    django_capture_on_commit_callbacks,
) -> None:
    document = upload("plan.docx", docx("The quagga"))
    pages.add(pages.home_page(), pages.StandardPage, "Giraffe", body=leads_to(document).body)
    (entry,) = found("quagga")
    page = Page.objects.get(title=entry.trail, locale__language_code="en-gb").specific
    page.body = [("text", "<p>No plan.</p>")]
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert {"Zebra", "Giraffe"} - {entry.trail} == {Entry.objects.get(document=document).trail}


def test_it_is_not_found_in_a_restricted_collection() -> None:
    document = upload("plan.docx", docx("The quagga"))
    leads_to(document)
    collection = Collection.get_first_root_node().add_child(name="Closed")
    SiteDocument.objects.filter(pk=document.pk).update(collection=collection)
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    assert found("quagga") == []


def test_a_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    leads_to(upload("plan.docx", docx("The quagga")))
    assert found("quagga")
    monkeypatch.setattr(document_texts, "_read", None)
    assert found("quagga")


@pytest.mark.parametrize("data", [b"", b"no file of Word", b"PK\x03\x04" + b"\0" * 50, b"%PDF-1.7 \xff\xfe"])
@pytest.mark.parametrize("name", ["plan.docx", "plan.pdf"])
def test_a_damaged_file_is_found_by_its_title_only(name: str, data: bytes) -> None:
    document = upload(name, data)
    leads_to(document)
    assert [entry.document_id for entry in found("plan")].count(document.pk) == 1
    assert DocumentText.objects.get(document=document).problem or not data.startswith(b"%PDF")


def test_a_file_that_takes_too_long_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_texts, "LONGEST", 0.01)
    document = upload("plan.docx", docx("The quagga"))
    assert document_texts.text_of(document) == ""
    assert "longer" in DocumentText.objects.get(document=document).problem
