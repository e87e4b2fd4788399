"""What of a document the records can hold; all that they cannot is told with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from bs4 import BeautifulSoup
from django.utils.translation import gettext as _
from wagtail.models import Page

from resources.handbook.content import Link, Passage
from resources.handbook.importing.own_addresses import OwnAddresses, addresses_in
from resources.handbook.importing.sameness import plain
from resources.handbook.markup import tidied
from resources.handbook.word.found import FoundHandbook, Place, Remark
from resources.models import (
    FurtherResource,
    HandbookPage,
    Milestone,
    ProductCategory,
    ProductPage,
    PublicationPage,
    ResourceGroup,
)

PASSAGES = ("what", "made_by", "used_by", "usage")
LONGEST_HEADING = 150
LONGEST_LINK_TITLE = 150


def addresses_of(found: FoundHandbook) -> Iterator[str]:
    """Every address in the document."""
    for passage in _passages(found):
        yield from addresses_in(passage.html)
    for product in found.products:
        yield from (link.url for link in product.links)
    for milestone in found.milestones:
        yield from (link.url for link in (milestone.link, milestone.belongs_to) if link)
    yield from (resource.url for resource in found.resources if resource.url)


def accepted(found: FoundHandbook, own: OwnAddresses) -> tuple[FoundHandbook, list[Remark]]:
    """Without links that lead nowhere and without pictures outside of sections."""
    remarks: list[Remark] = []

    def usable(link: Link | None, place: Place) -> Link | None:
        if link is None or not link.url or own.link(link.url):
            return link
        words = _("The link to %(address)s cannot be kept: no reader could be led there.")
        remarks.append(Remark("error", place, words % {"address": link.url}))
        return None

    products = [
        replace(
            product,
            links=tuple(link for link in product.links if usable(link, product.place)),
            **{name: _without_pictures(getattr(product, name)) for name in PASSAGES},
        )
        for product in found.products
    ]
    milestones = []
    for milestone in found.milestones:
        about = milestone.belongs_to
        target = own.page(about.url) if about and about.url else None
        if about and not _may_be_about(target):
            words = _("“%(title)s” under “More” leads to no product or publication of this site.")
            remarks.append(Remark("error", milestone.place, words % {"title": about.title}))
            about = None
        if milestone.date is None:
            words = _("“%(title)s” has no date. One on the site keeps its own; a new one is left out.")
            remarks.append(Remark("error", milestone.place, words % {"title": milestone.title}))
        link = usable(milestone.link, milestone.place)
        text = _without_pictures(milestone.text)
        milestones.append(replace(milestone, belongs_to=about, link=link, text=text))
    resources = [
        replace(resource, url=link.url if link else "")
        for resource in found.resources
        for link in [usable(Link(resource.title, resource.url), resource.place)]
    ]
    kept = replace(
        found,
        products=tuple(products),
        milestones=tuple(milestones),
        resources=tuple(resources),
        timeline_introduction=_without_pictures(found.timeline_introduction),
        timeline_notes=tuple(
            replace(note, text=_without_pictures(note.text)) for note in found.timeline_notes
        ),
        resources_introduction=_without_pictures(found.resources_introduction),
    )
    in_sections = "".join(section.body.html for section in found.sections)
    lost = [picture for picture in found.pictures if f'"{picture.src}"' not in in_sections]
    remarks += [not_taken_over(picture.number, picture.alt, picture.place) for picture in lost]
    return kept, remarks


def not_taken_over(number: int, alt: str, place: Place) -> Remark:
    name = f" (“{alt}”)" if alt else ""
    words = _("Picture %(number)d%(name)s was not taken over. Add it in the editor; it needs a description.")
    return Remark("notice", place, words % {"number": number, "name": name})


def refusals(found: FoundHandbook) -> list[Remark]:
    """What is longer than its field: cutting it would change what it says."""
    told = []
    for what, words, most, place in _limited(found):
        start, length = plain(words)[:40], len(plain(words))
        if length > most:
            line = _("%(what)s has %(length)d letters; %(most)d at most are possible: “%(start)s …”")
            values = {"what": what, "length": length, "most": most, "start": start}
            told.append(Remark("error", place, line % values))
    if not (found.products or found.sections or found.resources):
        words = _("No numbered section, no products table and no table of further resources was found.")
        told.append(Remark("error", Place(), words))
    return told


def _limited(found: FoundHandbook) -> Iterator[tuple[str, str, int, Place]]:
    def most(model: type, name: str) -> int:
        return model._meta.get_field(name).max_length

    for section in found.sections:
        yield _("The heading"), section.heading, LONGEST_HEADING, section.place
        soup = BeautifulSoup(section.body.html, "html.parser")
        for heading in soup.find_all(["h3", "h4"]):
            yield _("A heading in the section"), heading.get_text(), LONGEST_HEADING, section.place
    for product in found.products:
        yield _("The name"), product.name, most(HandbookPage, "title"), product.place
        yield _("The category"), product.category, most(ProductCategory, "name"), product.place
        yield _("How often it is updated"), product.rhythm, most(ProductPage, "rhythm"), product.place
        for link in product.links[1:]:
            yield _("The title of a link"), link.title, LONGEST_LINK_TITLE, product.place
    for milestone in found.milestones:
        yield _("The title"), milestone.title, most(Milestone, "title"), milestone.place
        yield _("The note mark"), milestone.note_mark, most(Milestone, "note_mark"), milestone.place
    for note in found.timeline_notes:
        yield _("The mark of a note"), note.mark, most(Milestone, "note_mark"), Place(annex="A")
    for resource in found.resources:
        yield _("The title"), resource.title, most(FurtherResource, "title"), resource.place
        yield _("The type of resource"), resource.group, most(ResourceGroup, "name"), resource.place


def _passages(found: FoundHandbook) -> Iterable[Passage]:
    yield from (section.body for section in found.sections)
    for product in found.products:
        yield from (getattr(product, name) for name in PASSAGES)
    yield from (milestone.text for milestone in found.milestones)
    yield from (note.text for note in found.timeline_notes)
    yield found.timeline_introduction
    yield found.resources_introduction


def _may_be_about(page: Page | None) -> Any:
    return page is not None and page.specific_class in {ProductPage, PublicationPage}


def _without_pictures(passage: Passage) -> Passage:
    if "<img" not in passage.html:
        return passage
    soup = BeautifulSoup(passage.html, "html.parser")
    for picture in soup.find_all("img"):
        picture.decompose()
    for figure in soup.find_all("figure"):
        figure.unwrap()
    for caption in soup.find_all("figcaption"):
        caption.name = "p"
    return Passage(tidied(str(soup)))
