"""Words that the files share, in the handbook's own language whoever asks: one wording, in one place."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.partial_dates.value import PartialDate
from resources.handbook.content import Handbook, Product
from resources.handbook.product_choices import ProductStatus


class AnnexTitles(NamedTuple):
    timeline: str
    resources: str


def version_line(book: Handbook) -> str:
    """Which version this is: "Working version of 15 January 2025, not an edition" or "Edition 2024-10"."""
    with override(book.language):
        if book.edition:
            return _("Edition %(slug)s") % {"slug": book.edition.slug}
        if not book.changed_on:
            return _("Working version, not an edition")
        day = PartialDate.on_day(date.fromisoformat(book.changed_on))
        return _("Working version of %(day)s, not an edition") % {"day": day}


def published_line(book: Handbook) -> str:
    """ "Published October 2024", or nothing where no date is known."""
    with override(book.language):
        return _("Published %(date)s") % {"date": book.published} if book.published else ""


def product_headings(language: str) -> tuple[str, ...]:
    """The six columns of the products table, in reading order."""
    with override(language):
        return (
            _("What is it called?"),
            _("When was it published?"),
            _("What does it do?"),
            _("Who made it?"),
            _("Who can use it?"),
            _("How and when can it be used?"),
        )


def milestone_headings(language: str) -> tuple[str, ...]:
    with override(language):
        return _("Date"), _("Milestone"), _("More")


def resource_headings(language: str) -> tuple[str, ...]:
    with override(language):
        return _("Type of Resource"), _("Date Published"), _("Publication / Resource")


def annex_titles(language: str) -> AnnexTitles:
    with override(language):
        timeline, resources = _annexes()
        return AnnexTitles(
            _("ANNEX A – %(title)s") % {"title": timeline}, _("ANNEX B – %(title)s") % {"title": resources}
        )


def annex_titles_in_word(language: str) -> AnnexTitles:
    """The import from Word knows the annexes by "Annex A" and "Annex B", so these stay in every language."""
    with override(language):
        timeline, resources = _annexes()
    return AnnexTitles(f"ANNEX A – {timeline}", f"ANNEX B – {resources}")


def _annexes() -> tuple[str, str]:
    return _("Background: No One Left Behind timeline"), _("Additional Resources")


def marked(words: str, language: str) -> str:
    """Words of a link; behind them, where `language` says so, that they and what they lead to are in English.

    Only what is not translated stands in another language, and that is the first one.
    """
    return _("%(words)s (in English)") % {"words": words} if language else words


def status_line(product: Product, book: Handbook) -> str:
    """Nothing for a current product; "Replaced by another: Service Standards" or "Withdrawn: why"."""
    if product.status == ProductStatus.CURRENT:
        return ""
    replacement = book.product(product.replaced_by) if product.replaced_by else None
    note = product.status_note or (replacement.name if replacement else "")
    with override(book.language):
        label = str(ProductStatus(product.status).label)
    return f"{label}: {note}" if note else label
