"""Keeping the public history: what counts as a change, and the note that a publication leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from wagtail.models import Page, Revision

from cms.page_cache.generation import kept
from cms.pages.completeness import problems

if TYPE_CHECKING:
    from cms.pages.models import ChangeNote, SitePage

# Links at the foot of the page come and go with other pages; the rest readers never see.
NEED_NO_NOTE = {"change_note", "change_is_minor", "related", "review_on", "responsible"}


def _words(page: Page) -> dict[str, Any]:
    """The values readers see, by field name."""
    own_fields = [
        field
        for field in page._meta.concrete_fields
        if field.model is not Page and not field.primary_key and field.name not in NEED_NO_NOTE
    ]
    values = {field.name: field.get_prep_value(field.value_from_object(page)) for field in own_fields}
    return {"title": page.title, **values}


def words_have_changed(page: SitePage) -> bool:
    """Whether `page`, as it stands in memory, would show readers something other than the live page does."""
    live = type(page)._default_manager.filter(pk=page.pk, live=True).first()
    return live is not None and _words(live) != _words(page)


def public_notes(page: Page) -> list[ChangeNote]:
    """The notes of a page, newest first; they change only when content does."""
    from cms.pages.models import ChangeNote

    notes = ChangeNote.objects.public().filter(page_id=page.pk)
    return kept(("change notes", page.pk), lambda: list(notes))


def is_held_back(draft: Page) -> bool:
    """Whether a draft may not go out as it is: something is missing, or the note about what changed."""
    from cms.pages.models import SitePage

    if problems(draft):
        return True
    if not isinstance(draft, SitePage):
        return False  # readers are shown no history of it
    has_note = draft.change_note or draft.change_is_minor
    return not has_note and words_have_changed(draft)


def keep_change_note(sender: type[models.Model], instance: Page, revision: Revision, **_signal: Any) -> None:
    """A page was published: its note becomes part of its history, and the next change starts without one."""
    from cms.pages.models import ChangeNote, SitePage

    if not isinstance(instance, SitePage) or not instance.live:
        return  # Wagtail also sends the signal when a first publication is only scheduled
    if instance.change_note or instance.change_is_minor:
        ChangeNote.objects.create(page_id=instance.pk, revision=revision, text=instance.change_note)
        blank = {"change_note": "", "change_is_minor": False}
        type(instance)._default_manager.filter(pk=instance.pk).update(**blank)
        instance.change_note, instance.change_is_minor = "", False
        _blank_in_revisions(instance, revision, blank)


def _blank_in_revisions(page: Page, published: Revision, blank: dict[str, Any]) -> None:
    """The published draft and newer ones begun from it must not bring the same note a second time."""
    if published is None:
        return
    note = published.content.get("change_note")
    for draft in Revision.objects.for_instance(page).filter(pk__gte=published.pk):
        if draft.content.get("change_note") == note:
            draft.content.update(blank)
            draft.save(update_fields=["content"])
