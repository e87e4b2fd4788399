"""What the page of an edition shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from bulletin.archive.addresses import email_url, message_url, text_url
from bulletin.archive.mailed import mailed_of
from cms.blocks.contents import anchors
from cms.blocks.documents import file_facts
from cms.blocks.targets import gathered
from cms.blocks.text import LinkedText
from cms.page_cache.generation import kept
from cms.partial_dates.value import PartialDate

if TYPE_CHECKING:
    from bulletin.models import EditionPage, Sending


@dataclass(frozen=True)
class Section:
    """A heading and its finished items; `text` and `anchor` are what the contents list asks for."""

    text: str
    anchor: str
    items: list[SafeString]
    children: tuple[()] = ()


@dataclass(frozen=True)
class Words:
    """The words of an edition as HTML."""

    introduction: SafeString | str
    sections: list[Section]


def words_of(edition: EditionPage, request: HttpRequest | None = None) -> Words:
    """All that the edition points at is fetched at once, unless it has been gathered already."""
    values = (edition.sections, edition.related, edition.introduction)
    with gathered(*values, request=request):
        filled = [section.value for section in edition.sections if section.value["items"]]
        places = anchors(section["heading"] for section in filled)
        sections = [
            Section(
                section["heading"], anchor, [item.render({"request": request}) for item in section["items"]]
            )
            for section, anchor in zip(filled, places, strict=True)
        ]
        introduction = LinkedText(edition.introduction).__html__() if edition.introduction else ""
    return Words(introduction, sections)


def edition_context(edition: EditionPage, request: HttpRequest) -> dict[str, Any]:
    words, file = words_of(edition, request), edition.original_file
    if edition.live and not getattr(request, "is_preview", False):
        sending, older, newer = kept(("around an edition", edition.pk), lambda: around(edition))
    else:
        sending = older = newer = None
    return {
        "words": words,
        "shared_title": edition.title_in_full,
        "facts": _facts(edition, sending),
        "older": older,
        "newer": newer,
        "sending": sending,
        "email_url": email_url(edition, request) if sending else "",
        "message_url": message_url(edition, request) if sending else "",
        "text_url": text_url(edition, request) if edition.is_sendable else "",
        "archive_url": edition.archive.get_url(request) if edition.live else "",
        "original": (file, file_facts(file)) if file else None,
    }


def _facts(edition: EditionPage, sending: Sending | None) -> list[tuple[str, Any]]:
    facts: list[tuple[str, Any]] = []
    if edition.title != edition.month_name:
        facts.append((_("Month"), edition.month_name))
    if sending is not None:
        facts.append((_("Sent"), _day(sending.started_at)))
    elif edition.is_sendable and edition.first_published_at:
        facts.append((_("Published"), _day(edition.first_published_at)))
    return facts


def _day(moment: Any) -> PartialDate:
    return PartialDate.on_day(timezone.localdate(moment))


Neighbour = tuple[str, str] | None


def around(edition: EditionPage) -> tuple[Sending | None, Neighbour, Neighbour]:
    """How it was mailed, and title and address of the editions before and after it in the archive."""
    others = edition.archive.editions
    fields = ("month", "first_published_at", "pk")
    older = others.filter(_beyond(edition, "lt", fields)).first()
    newer = others.filter(_beyond(edition, "gt", fields)).reverse().first()
    return mailed_of(edition), _link(older), _link(newer)


def _beyond(edition: EditionPage, way: str, fields: tuple[str, ...]) -> Q:
    """Before or after an edition. Each field decides only between those alike in the fields before it."""
    found, alike = Q(pk__in=[]), Q()
    for field in fields:
        found |= alike & Q(**{f"{field}__{way}": getattr(edition, field)})
        alike &= Q(**{field: getattr(edition, field)})
    return found


def _link(edition: EditionPage | None) -> Neighbour:
    return (edition.title, edition.get_url() or "") if edition else None
