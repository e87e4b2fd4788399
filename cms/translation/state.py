"""How a translation stands: from which English words it was made, and whether a person has read it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from wagtail.models import TranslatableMixin
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from cms.languages.original import first_locale_id
from cms.page_cache.generation import kept
from cms.translation.behind_english import is_translation
from cms.translation.models import EnglishWords


@dataclass(frozen=True)
class Word:
    """A piece of the English text: where it stands, what it says, and the kind of its translation, if any."""

    place: str
    text: str
    kind: str


@dataclass(frozen=True)
class TranslationState:
    """`pieces` of the English text, of which some are `translated`, and some of these by a machine.

    `english_has_changed` since the translation was last saved, in words; facts such as a telephone number do
    not count.
    """

    pieces: int = 0
    translated: int = 0
    by_machine: int = 0
    english_has_changed: bool = False

    @property
    def is_partial(self) -> bool:
        return self.translated < self.pieces

    @property
    def is_stale(self) -> bool:
        return self.english_has_changed or self.is_partial

    @property
    def is_unreviewed(self) -> bool:
        return self.by_machine > 0

    @property
    def share(self) -> int:
        """Per cent of the pieces that are translated; 100 only where all are."""
        return self.translated * 100 // self.pieces if self.pieces else 100


def state_of(page: TranslatableMixin) -> TranslationState:
    """With one query at most, kept until content changes."""
    if not is_translation(page) or not page.pk:
        return TranslationState()
    return kept(("translation state", page._meta.label, page.pk), lambda: _read(page))


def digest_of(words: Iterable[Word]) -> str:
    """Differs when a piece was added, changed or taken away, not when pieces changed places."""
    pieces = sorted(f"{word.place} {word.text}" for word in words)
    return hashlib.sha256("\n".join(pieces).encode()).hexdigest()


def judged(
    words: list[Word],
    made_from: str | None = None,
    by_machine: int | None = None,
    is_stopped: bool = False,
) -> TranslationState:
    """`made_from` and `by_machine` are what was kept with the version; None: judged by the words of now.

    What was stopped is written by hand, and the pieces of the translators' editor say nothing of it.
    """
    drafted = sum(1 for word in words if word.kind == StringTranslation.TRANSLATION_TYPE_MACHINE)
    return TranslationState(
        pieces=len(words),
        translated=len(words) if is_stopped else sum(1 for word in words if word.kind),
        by_machine=drafted if by_machine is None else by_machine,
        english_has_changed=made_from is not None and made_from != digest_of(words),
    )


def words_of(source: TranslationSource, locale_id: int) -> list[Word]:
    rows = pieces_with_kind(locale_id).filter(source=source)
    return [Word(str(place), str(text), kind or "") for place, text, kind in rows.values_list(*WORD)]


WORD = ("context__path_id", "string__data_hash", "kind")


def pieces_with_kind(locale_id: int) -> QuerySet[StringSegment]:
    """What has an error is not shown to readers, so it counts as not translated."""
    translations = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale_id=locale_id,
        has_error=False,
    )
    return StringSegment.objects.annotate(kind=Subquery(translations.values("translation_type")[:1]))


def _read(page: TranslatableMixin) -> TranslationState:
    kept_with_it = EnglishWords.objects.filter(
        translation__source_id=OuterRef("source_id"),
        translation__target_locale_id=page.locale_id,
        revision=getattr(page, "live_revision_id", None),
    )
    stopped = Translation.objects.filter(
        source_id=OuterRef("source_id"), target_locale_id=page.locale_id, enabled=False
    )
    rows = list(
        pieces_with_kind(page.locale_id)
        .filter(source__object_id=page.translation_key, source__locale_id=first_locale_id())
        .annotate(
            made_from=Subquery(kept_with_it.values("digest")[:1]),
            by_machine=Subquery(kept_with_it.values("by_machine")[:1]),
            is_stopped=Exists(stopped),
        )
        .values_list(*WORD, "made_from", "by_machine", "is_stopped")
    )
    words = [Word(str(place), str(text), kind or "") for place, text, kind, *_rest in rows]
    return judged(words, *rows[0][len(WORD) :]) if rows else judged(words)
