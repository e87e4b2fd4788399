"""The ways to a translation from the lists and headers of the admin, in place of wagtail-localize’s own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import wagtail_localize.wagtail_hooks as localize
from django.contrib.admin.utils import quote
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.models import StringTranslation, Translation

from cms.languages.original import first_locale_id
from cms.page_cache.generation import kept
from cms.translation.behind_english import is_translation
from cms.translation.rights import may_publish, may_translate

ICON = "wagtail-localize-language"


def take_away(hook: str, function: Callable[..., Any]) -> None:
    """Wagtail has a way to add to a hook and none to take from it."""
    hooks._hooks[hook] = [entry for entry in hooks._hooks[hook] if entry[0] is not function]


for name in ("register_page_header_buttons", "register_page_listing_more_buttons"):
    take_away(name, localize.page_listing_more_buttons)
take_away("register_snippet_listing_buttons", localize.register_snippet_listing_buttons)


@hooks.register("construct_reports_menu")
def one_report_of_translations(request: HttpRequest, items: list[MenuItem]) -> None:
    """Ours says more, and asks who may see it."""
    items[:] = [item for item in items if not isinstance(item, localize.TranslationsReportMenuItem)]


def buttons_of(record: models.Model, user: AbstractUser) -> Iterator[Button]:
    """To translate it, or to say that the translation was reviewed. Publishing English needs no “sync”."""
    if not isinstance(record, TranslatableMixin) or (isinstance(record, Page) and record.is_root()):
        return
    if is_translation(record):
        key = drafted_by_a_machine().get((record.translation_key, record.locale_id))
        if key and may_publish(user, record):
            url = reverse("translation:review", args=[key])
            yield Button(_("Mark as reviewed"), url, priority=60, icon_name="check")
    elif may_translate(user, record) and record.translation_key not in translated(record):
        yield Button(_("Translate into Gaelic"), _submit_url(record), priority=60, icon_name=ICON)


def translated(record: TranslatableMixin) -> set[UUID]:
    """The keys of all records of its model that are translated: lists ask for each of their lines."""
    model = Page if isinstance(record, Page) else type(record)
    others = model._default_manager.exclude(locale_id=first_locale_id()).order_by()
    return kept(
        ("translated", model._meta.label), lambda: set(others.values_list("translation_key", flat=True))
    )


def drafted_by_a_machine() -> dict[tuple[UUID, int], int]:
    """The translations of which readers see words of a machine, by key and language of the record."""
    return kept("drafted by a machine", _read_drafts)


def _read_drafts() -> dict[tuple[UUID, int], int]:
    drafts = StringTranslation.objects.filter(
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE, has_error=False
    ).order_by()
    shown = drafts.filter(translation_of__segments__context_id=F("context_id")).values_list(
        "context__object_id", "locale_id"
    )
    places = set(shown.distinct())
    rows = Translation.objects.values_list("source__object_id", "target_locale_id", "pk")
    return {(key, locale): pk for key, locale, pk in rows if (key, locale) in places}


@hooks.register("register_page_header_buttons")
def in_the_header(
    page: Page, user: AbstractUser, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    return buttons_of(page.specific_deferred if page.pk else page, user)


@hooks.register("register_page_listing_more_buttons")
def in_lists_of_pages(page: Page, user: AbstractUser, next_url: str | None = None) -> Iterator[Button]:
    return buttons_of(page, user)


@hooks.register("register_snippet_listing_buttons")
def in_lists_of_records(
    snippet: models.Model, user: AbstractUser, next_url: str | None = None
) -> Iterator[Button]:
    return buttons_of(snippet, user)


def _submit_url(record: models.Model) -> str:
    if isinstance(record, Page):
        return reverse("wagtail_localize:submit_page_translation", args=[record.pk])
    place = [record._meta.app_label, record._meta.model_name, quote(record.pk)]
    return reverse("wagtail_localize:submit_snippet_translation", args=place)
