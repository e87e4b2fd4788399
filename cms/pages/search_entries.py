"""What search has to know of a page, told by the app to which the page belongs.

An app registers a maker for a type of page; search asks for entries and knows no app. A page of a type
without one has an entry of its title, its summary and the words of its fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.search.index import SearchField

from cms.partial_dates.value import PartialDate

NOT_TEXT = {"title", "summary", "search_description"}


class SearchKind(models.TextChoices):
    """By which readers narrow what was found."""

    GUIDANCE = "guidance", _("Policy and guidance")
    PUBLICATION = "publication", _("Publications")
    UPDATE = "update", _("Updates")
    PRODUCT = "product", _("Handbook")
    COUNCIL = "council", _("Councils")
    CONTACT = "contact", _("Contacts")
    SERVICE = "service", _("Local services")
    CASE_STUDY = "case-study", _("Case studies")
    EDITION = "bulletin", _("Bulletin")
    DOCUMENT = "document", _("Documents")
    PAGE = "page", _("Other pages")


@dataclass(frozen=True)
class SearchEntry:
    """The words of a page. `names` are other names and abbreviations, which count like its title.

    `is_news` says that the newer one is the better one; `file` is the type and size of a document. With a
    `boost` above 0 it stands before others of its kind that fit as well; a word in the title is worth 1.
    """

    kind: SearchKind
    title: str
    summary: str
    text: str
    names: str = ""
    council: str = ""
    audiences: tuple[str, ...] = ()
    date: PartialDate | None = None
    is_news: bool = False
    file: str = ""
    boost: float = 0.0


Maker = Callable[[Page], SearchEntry | None]
_makers: dict[type[Page], Maker] = {}


def register(makers: Mapping[type[Page], Maker]) -> None:
    """By type of page. A maker gives None for a page that is not found by itself."""
    _makers.update(makers)


def search_entry_of(page: Page) -> SearchEntry | None:
    """Of a page in its own type."""
    make = next((_makers[each] for each in type(page).__mro__ if each in _makers), plain_entry)
    return make(page)


def plain_entry(page: Page) -> SearchEntry:
    return SearchEntry(
        kind=SearchKind.PAGE,
        title=getattr(page, "title_in_full", page.title),
        summary=getattr(page, "description", page.search_description),
        text=text_of(page),
        date=getattr(page, "listing_date", None),
    )


def text_of(page: Page) -> str:
    """What stands in the fields that are searched, besides title and summary."""
    return "\n".join(_values(page))


def _values(page: Page) -> Iterator[str]:
    names = dict.fromkeys(
        each.field_name for each in page.get_search_fields() if isinstance(each, SearchField)
    )
    for name in names:
        if name not in NOT_TEXT:
            value = SearchField(name).get_value(page)
            yield from value if isinstance(value, list) else [str(value or "")]
