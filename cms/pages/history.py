"""Keeping the public history: what counts as a change, and the note that a publication leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from wagtail.models import Page, Revision

from cms.pages.completeness import problems

if TYPE_CHECKING:
    from cms.pages.models import SitePage

UNSEEN_BY_READERS = {"change_note", "change_is_minor", "related", "review_on", "responsible"}


def _words(page: Page) -> dict[str, Any]:
    """The values readers see, by field name."""
    own_fields = [
        field
        for field in page._meta.concrete_fields
        if field.model is not Page and not field.primary_key and field.name not in UNSEEN_BY_READERS
    ]
    values = {field.name: field.get_prep_value(field.value_from_object(page)) for field in own_fields}
    return {"title": page.title, **values}


def words_have_changed(page: SitePage) -> bool:
    """Whether `page`, as it stands in memory, would show readers something other than the live page does."""
    live = type(page)._default_manager.filter(pk=page.pk, live=True).first()
    return live is not None and _words(live) != _words(page)


def is_held_back(draft: Page) -> bool:
    """Whether a draft may not go out as it is: something is missing, or the note about what changed."""
    from cms.pages.models import SitePage

    if not isinstance(draft, SitePage):
        return False
    has_note = draft.change_note or draft.change_is_minor
    return bool(problems(draft)) or (not has_note and words_have_changed(draft))


def keep_change_note(sender: type[models.Model], instance: Page, revision: Revision, **_signal: Any) -> None:
    """A page was published: its note becomes part of its history, and the next change starts without one."""
    from cms.pages.models import ChangeNote, SitePage

    if not isinstance(instance, SitePage):
        return
    if instance.change_note or instance.change_is_minor:
        ChangeNote.objects.create(page_id=instance.pk, revision=revision, text=instance.change_note)
        blank = {"change_note": "", "change_is_minor": False}
        type(instance)._default_manager.filter(pk=instance.pk).update(**blank)
        instance.change_note, instance.change_is_minor = "", False
        if revision is not None:
            revision.content.update(blank)
            revision.save(update_fields=["content"])
