"""How many translations stand, in a few queries for all of them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Max
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationLog

from cms.translation.behind_english import title_of
from cms.translation.models import EnglishWords
from cms.translation.rights import may_edit
from cms.translation.state import WORD, TranslationState, Word, judged, pieces_with_kind
from cms.translation.target import edit_url_of


class Mark(Enum):
    """What is said of a translation; the value stands in addresses."""

    CHANGED = "changed"
    UNREVIEWED = "unreviewed"
    READY = "ready"
    PARTIAL = "partial"
    DONE = "done"


LABELS = {
    Mark.CHANGED: _("the English has changed since"),
    Mark.UNREVIEWED: _("not yet reviewed"),
    Mark.READY: _("translated, to be published"),
    Mark.PARTIAL: _("not complete"),
    Mark.DONE: _("up to date"),
}


@dataclass(frozen=True)
class Standing:
    """A translation with the record that it makes."""

    translation: Translation
    record: models.Model
    state: TranslationState
    english_is_live: bool
    last_written: datetime | None
    last_saved: datetime | None

    @property
    def title(self) -> str:
        return title_of(self.record)

    @property
    def english_title(self) -> str:
        return self.translation.source.object_repr

    @property
    def kind(self) -> str:
        return capfirst(str(self.translation.source.specific_content_type.name))

    @property
    def is_live(self) -> bool:
        return getattr(self.record, "live", True)

    @property
    def edit_url(self) -> str:
        return edit_url_of(self.record)

    @property
    def share(self) -> str:
        return f"{self.state.share}%"

    @cached_property
    def marks(self) -> list[Mark]:
        """The most urgent first."""
        found = [
            *([Mark.CHANGED] if self.state.english_has_changed else []),
            *([Mark.UNREVIEWED] if self.state.is_unreviewed else []),
            *([Mark.READY] if self._waits_to_be_published else []),
            *([Mark.PARTIAL] if self.state.is_partial else []),
        ]
        return found or [Mark.DONE]

    @property
    def words(self) -> str:
        return capfirst(", ".join(str(LABELS[mark]) for mark in self.marks))

    @property
    def _waits_to_be_published(self) -> bool:
        """Every piece is translated, and something of it readers have not seen yet."""
        if self.state.is_partial or not self.english_is_live or not isinstance(self.record, DraftStateMixin):
            return False
        if not self.record.live:
            return True
        times = [time for time in (self.last_saved, self.record.last_published_at) if time]
        return bool(self.last_written and times and self.last_written > max(times))


def standings(translations: Iterable[Translation]) -> list[Standing]:
    """Of all those whose record is still there, by title."""
    every = list(translations)
    records = _records(every)
    words, versions, english = _words(every), _kept(every), _live_in_english(every)
    written, saved = _last_written(every), _last_saved(every)
    found = []
    for translation in every:
        key = translation.source.object_id
        record = records.get((key, translation.target_locale_id))
        if record is None:
            continue
        version = versions.get((translation.pk, getattr(record, "live_revision_id", None)), (None, None))
        state = judged(words[translation.pk], *version, is_stopped=not translation.enabled)
        place = (key, translation.target_locale_id)
        found.append(
            Standing(translation, record, state, key in english, written.get(place), saved.get(place))
        )
    return sorted(found, key=lambda one: one.title.casefold())


def standings_for(user: AbstractUser) -> list[Standing]:
    """Of all translations that the person may work on."""
    known = list(Translation.objects.select_related("source__specific_content_type", "target_locale"))
    records = _records(known)
    # Their words are read only where the person may work on them.
    own = [one for one in known if (record := records.get(_place(one))) and may_edit(user, record)]
    return standings(own)


def _place(translation: Translation) -> tuple[Any, int]:
    return translation.source.object_id, translation.target_locale_id


def _by_model(translations: list[Translation]) -> dict[type[models.Model], list[Translation]]:
    found = defaultdict(list)
    for translation in translations:
        model = translation.source.specific_content_type.model_class()
        if model is not None:
            found[Page if issubclass(model, Page) else model].append(translation)
    return found


def _records(translations: list[Translation]) -> dict[Any, models.Model]:
    """By translation key and language."""
    found = {}
    for model, some in _by_model(translations).items():
        there = model._default_manager.filter(
            translation_key__in=[one.source.object_id for one in some],
            locale_id__in={one.target_locale_id for one in some},
        )
        for record in there.specific(defer=True) if model is Page else there:
            found[record.translation_key, record.locale_id] = record
    return found


def _live_in_english(translations: list[Translation]) -> set[Any]:
    """The translation keys of what readers can see."""
    found: set[Any] = set()
    for model, some in _by_model(translations).items():
        there = model._default_manager.filter(
            translation_key__in=[one.source.object_id for one in some],
            locale_id__in={one.source.locale_id for one in some},
        ).order_by()
        if issubclass(model, DraftStateMixin):
            there = there.filter(live=True)
        found.update(there.values_list("translation_key", flat=True))
    return found


def _words(translations: list[Translation]) -> dict[int, list[Word]]:
    by_language = defaultdict(dict)
    for translation in translations:
        by_language[translation.target_locale_id][translation.source_id] = translation.pk
    found = defaultdict(list)
    for locale, keys in by_language.items():
        rows = pieces_with_kind(locale).filter(source_id__in=keys).values_list("source_id", *WORD)
        for source, place, text, kind in rows:
            found[keys[source]].append(Word(str(place), str(text), kind or ""))
    return found


def _kept(translations: list[Translation]) -> dict[tuple[int, int | None], tuple[str, int]]:
    """With each version, the digest of its English and the pieces that a machine wrote."""
    kept = EnglishWords.objects.filter(translation__in=translations)
    rows = kept.values_list("translation_id", "revision_id", "digest", "by_machine")
    return {(key, revision): (digest, by_machine) for key, revision, digest, by_machine in rows}


def _last_written(translations: list[Translation]) -> dict[Any, datetime]:
    keys = [translation.source.object_id for translation in translations]
    rows = (
        StringTranslation.objects.filter(context__object_id__in=keys)
        .order_by()
        .values_list("context__object_id", "locale_id")
        .annotate(Max("updated_at"))
    )
    return {(key, locale): last for key, locale, last in rows}


def _last_saved(translations: list[Translation]) -> dict[Any, datetime]:
    rows = (
        TranslationLog.objects.filter(source__in=[translation.source_id for translation in translations])
        .order_by()
        .values_list("source__object_id", "locale_id")
        .annotate(Max("created_at"))
    )
    return {(key, locale): last for key, locale, last in rows}
