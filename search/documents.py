"""Entries of documents: those that a page which readers can open leads to, and that nobody has restricted."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.template.defaultfilters import filesizeformat
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import CollectionViewRestriction, Page, ReferenceIndex

from cms.media.models import SiteDocument
from cms.pages.search_entries import SearchEntry, SearchKind
from search.document_texts import text_of
from search.filling import readable
from search.models import Entry
from search.writing import Changes, entry_of, remove, trail_of, write

LANGUAGES = {SiteDocument.Language.GAELIC: "gd"}


def refresh_documents(documents: QuerySet[SiteDocument]) -> Changes:
    """Reads their files where that was not done yet, so it takes its time."""
    leads = dict(_pages_that_lead_to(documents))
    open_ones = documents.exclude(collection__in=_restricted()).filter(pk__in=leads)
    written, kept = 0, []
    for document in open_ones:
        written += write([_entry(document, leads[document.pk])], "document")
        kept.append(document.pk)
    stale = Entry.objects.filter(document__in=documents.values("pk")).exclude(document__in=kept)
    return Changes(written, remove(stale))


def documents_of(page_id: int) -> QuerySet[SiteDocument]:
    """Those that the page leads to."""
    found = _references().filter(object_id=str(page_id)).values_list("to_object_id", flat=True)
    return SiteDocument.objects.filter(pk__in=list(map(int, found)))


def documents_of_others() -> QuerySet[SiteDocument]:
    """Those that are found as of a page which no longer leads to them, or which readers cannot open now."""
    found = SiteDocument.objects.filter(search_entry__isnull=False)
    leads = dict(_pages_that_lead_to(found))
    trails = found.values_list("pk", "search_entry__trail")
    others = [key for key, trail in trails if key not in leads or trail != trail_of(leads[key].title)]
    return SiteDocument.objects.filter(pk__in=others)


def _references() -> QuerySet[ReferenceIndex]:
    pages, documents = (ContentType.objects.get_for_model(model) for model in (Page, SiteDocument))
    return ReferenceIndex.objects.filter(base_content_type=pages, to_content_type=documents)


def _pages_that_lead_to(documents: QuerySet[SiteDocument]) -> Iterator[tuple[int, Page]]:
    """The key of each document with one such page, the highest in the tree."""
    wanted = {str(key) for key in documents.values_list("pk", flat=True)}
    pairs = [
        (int(page), int(document))
        for page, document in _references().values_list("object_id", "to_object_id")
        if document in wanted
    ]
    pages = {page.pk: page for page in readable().filter(pk__in={page for page, _document in pairs})}
    known = [(pages[page], document) for page, document in pairs if page in pages]
    for page, document in sorted(known, key=lambda pair: (-pair[0].depth, pair[0].path)):
        yield document, page


def _restricted() -> list[int]:
    restrictions = CollectionViewRestriction.objects.select_related("collection")
    below = (each.collection.get_descendants(inclusive=True) for each in restrictions)
    return [collection.pk for collections in below for collection in collections]


def _entry(document: SiteDocument, page: Page) -> Entry:
    language = LANGUAGES.get(document.language, page.locale.language_code)
    with translation.override(language):
        words = SearchEntry(
            kind=SearchKind.DOCUMENT,
            title=document.title,
            summary=_("On the page “%(title)s”.") % {"title": page.title},
            text=text_of(document),
            names=document.filename,
            file=f"{document.file_extension.upper()}, {filesizeformat(document.get_file_size())}",
        )
        return entry_of(words, document.url, page.title, language, document_id=document.pk)
