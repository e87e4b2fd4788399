"""A translation stands where its English stands."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page
from wagtail.signals import post_page_move

from cms.languages.original import first_locale_id


def connect() -> None:
    post_page_move.connect(_moved, dispatch_uid="move_translations")


def _moved(instance: Page, parent_page_after: Page, **_signal: Any) -> None:
    """What is private is told by the place in the tree, so a page left behind might be open to everybody.

    Where the new place has no translation nobody reads the page in Gaelic any more.
    """
    if instance.locale_id != first_locale_id():
        return
    same = Page.objects.filter(translation_key=instance.translation_key).exclude(pk=instance.pk)
    for translation in same:
        places = Page.objects.filter(
            translation_key=parent_page_after.translation_key, locale_id=translation.locale_id
        )
        place = places.first()
        if place is None:
            for page in translation.get_descendants(inclusive=True).live().specific():
                page.unpublish()
        elif not translation.is_child_of(place):
            translation.move(place, pos="last-child")
