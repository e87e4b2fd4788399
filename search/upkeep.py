"""Entries follow the pages: when one is published, withdrawn, moved or restricted."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django_tasks import task
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from cms.media.models import SiteDocument
from search import documents, filling
from search.engine.changes import note_changes
from search.models import Entry


def follow_page(instance: Page, **_signal: Any) -> None:
    """At once. If it is called otherwise than before, the pages below it take that over soon."""
    entries = Entry.objects.filter(page__translation_key=instance.translation_key).select_related("page")
    before = {entry.page: (entry.heading, entry.names) for entry in entries}
    filling.refresh(instance)
    for entry in entries.all():
        if before.get(entry.page, (entry.heading, entry.names)) != (entry.heading, entry.names):
            follow_all_below(entry.page)


def forget_page(instance: Page, **_signal: Any) -> None:
    """Also where it is about to be deleted, and its row is still there and live."""
    Entry.objects.filter(page=instance).delete()


def follow_all_below(instance: Page, **_signal: Any) -> None:
    """There may be thousands, so it is a task."""
    transaction.on_commit(lambda: refresh_below.enqueue(instance.pk))


def follow_document(instance: SiteDocument, **_signal: Any) -> None:
    """Reading a file takes seconds, so it is a task."""
    transaction.on_commit(lambda: refresh_document.enqueue(instance.pk))


def follow_documents_of(instance: Page, **_signal: Any) -> None:
    """After Wagtail's own task, which notes what the page leads to."""
    transaction.on_commit(lambda: refresh_documents_of.enqueue(instance.pk))


def follow_move(instance: Page, **_signal: Any) -> None:
    """What is private in the new place is not found from this moment; the rest follows."""
    moved = Page.objects.filter(path__startswith=instance.path)
    Entry.objects.filter(page__in=moved).exclude(page__in=filling.readable()).delete()
    follow_all_below(instance)
    transaction.on_commit(lambda: refresh_all_documents.enqueue())


def follow_restriction(instance: PageViewRestriction, origin: Any = None, **_signal: Any) -> None:
    """One that goes together with its page leaves nothing to be found."""
    if origin is None or issubclass(getattr(origin, "model", type(origin)), PageViewRestriction):
        filling.refresh_below(instance.page)
        transaction.on_commit(lambda: refresh_all_documents.enqueue())


def follow_collection(instance: CollectionViewRestriction, created: bool = False, **_signal: Any) -> None:
    if created:
        below = instance.collection.get_descendants(inclusive=True)
        Entry.objects.filter(document__collection__in=below).delete()
    transaction.on_commit(lambda: refresh_all_documents.enqueue())


def follow_removal(instance: Entry, **_signal: Any) -> None:
    note_changes([instance.pk])


@task()
def refresh_below(page_id: int) -> None:
    if page := Page.objects.filter(pk=page_id).first():
        filling.refresh_below(page)


@task()
def refresh_document(document_id: int) -> None:
    documents.refresh_documents(SiteDocument.objects.filter(pk=document_id))


@task()
def refresh_documents_of(page_id: int) -> None:
    """Also those that it no longer leads to."""
    documents.refresh_documents(documents.documents_of(page_id) | documents.documents_of_others())


@task()
def refresh_all_documents() -> None:
    documents.refresh_documents(SiteDocument.objects.all())


def connect() -> None:
    post_delete.connect(follow_removal, sender=Entry, dispatch_uid="search_engine_follows_removal")
    page_published.connect(follow_page, dispatch_uid="search_follows_page")
    page_unpublished.connect(forget_page, dispatch_uid="search_forgets_page")
    for signal in (page_published, page_unpublished):
        signal.connect(follow_documents_of, dispatch_uid="search_follows_documents_of_page")
    post_save.connect(follow_document, sender=SiteDocument, dispatch_uid="search_follows_document")
    page_slug_changed.connect(follow_all_below, dispatch_uid="search_follows_all_below")
    post_page_move.connect(follow_move, dispatch_uid="search_follows_move")
    for signal in (post_save, post_delete):
        signal.connect(
            follow_restriction, sender=PageViewRestriction, dispatch_uid="search_follows_restriction"
        )
        signal.connect(
            follow_collection, sender=CollectionViewRestriction, dispatch_uid="search_follows_collection"
        )
