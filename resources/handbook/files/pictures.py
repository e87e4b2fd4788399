"""The pictures of a handbook: found by the addresses that its sections give, named by what they are."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from django.db.models import Q
from wagtail.images import get_image_model
from wagtail.images.models import AbstractRendition

from resources.handbook.content import Handbook, Passage, Picture
from resources.handbook.markup import as_html

log = logging.getLogger(__name__)

FOLDER = "pictures"
# What sections show, and what Word and PDF can hold: a WebP is shown as PNG.
CONTENT_TYPES = {
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
}


@dataclass(frozen=True)
class FoundPicture:
    """The same picture has the same name wherever it stands and however often it was published."""

    content: bytes
    ending: str

    @property
    def sha256(self) -> str:
        return sha256(self.content).hexdigest()

    @property
    def name(self) -> str:
        return f"{FOLDER}/{self.sha256[:16]}.{self.ending}"

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES[self.ending]


Pictures = Mapping[str, FoundPicture]  # by address, without what a storage may add to sign it


def addresses_of(book: Handbook) -> list[str]:
    """Of all pictures in the sections, in reading order, each once."""
    found = (
        _unsigned(image.get("src", ""))
        for section in book.sections
        if "<img" in section.body.html
        for image in BeautifulSoup(section.body.html, "html.parser").find_all("img")
    )
    return list(dict.fromkeys(found))


def pictures_of(book: Handbook) -> Pictures:
    """Those that can be read from where this site keeps its pictures; one query."""
    addresses = addresses_of(book)
    stored = _renditions(addresses, book.url)
    pictures = {address: _read(stored[address]) for address in addresses if address in stored}
    return {address: picture for address, picture in pictures.items() if picture}


def with_pictures(book: Handbook, pictures: Pictures) -> Handbook:
    """The handbook with its pictures called by their names. Those that were not found stay as they are."""
    named = with_sources(book, {address: picture.name for address, picture in pictures.items()})
    shown = {picture.name: picture.sha256 for picture in pictures.values()}
    return replace(named, pictures=tuple(Picture(name, shown[name]) for name in sorted(shown)))


def with_sources(book: Handbook, sources: Mapping[str, str]) -> Handbook:
    """The handbook with other addresses of its pictures: old -> new."""
    sections = tuple(
        replace(section, body=_with_sources(section.body, sources))
        if "<img" in section.body.html
        else section
        for section in book.sections
    )
    return replace(book, sections=sections)


def _with_sources(body: Passage, sources: Mapping[str, str]) -> Passage:
    soup = BeautifulSoup(body.html, "html.parser")
    for image in soup.find_all("img"):
        image["src"] = sources.get(_unsigned(image.get("src", "")), image.get("src", ""))
    return Passage(as_html(soup))


def _unsigned(address: str) -> str:
    """Storages that are not public sign each address anew, behind the question mark."""
    return address.partition("?")[0]


def _renditions(addresses: Iterable[str], base: str) -> dict[str, AbstractRendition]:
    """Sections show pictures at one size, so each address is that of a rendition."""
    names = {PurePosixPath(address).name for address in addresses}
    if not names:
        return {}
    ends_so = Q()
    for name in names:
        ends_so |= Q(file__endswith=f"/{name}")
    candidates = get_image_model().get_rendition_model().objects.filter(ends_so)
    by_address = {_unsigned(urljoin(base, rendition.url)): rendition for rendition in candidates}
    return {address: by_address[address] for address in addresses if address in by_address}


def _read(rendition: AbstractRendition) -> FoundPicture | None:
    ending = PurePosixPath(rendition.file.name).suffix.lstrip(".").lower()
    if ending not in CONTENT_TYPES:
        return None
    try:
        with rendition.file.open("rb") as file:
            return FoundPicture(file.read(), ending)
    except Exception:  # each storage fails in its own way
        log.exception("The picture %s cannot be read", rendition.file.name)
        return None
