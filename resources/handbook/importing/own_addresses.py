"""Addresses of our own pages and documents, turned back into the links that follow them when they move."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

from bs4 import BeautifulSoup
from django.conf import settings
from django.urls import Resolver404, resolve
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page, Site

from cms.blocks.addresses import safe_address
from resources.handbook.importing.sameness import address_key, without_file_note
from resources.handbook.markup import as_html

LANGUAGE_PREFIXES = {code for code, _name in settings.LANGUAGES}


def addresses_in(html: str) -> list[str]:
    if "href=" not in html:
        return []
    return [link["href"] for link in BeautifulSoup(html, "html.parser").find_all("a", href=True)]


class OwnAddresses:
    """Looks all addresses of a document up at once: one query for pages and one for documents.

    Only what readers can be led to counts. A draft stays an address, so that its link is not lost.
    """

    def __init__(self, addresses: Iterable[str]) -> None:
        wanted = {address_key(address) for address in addresses}
        self._pages = _pages_at(wanted)
        self._documents = _documents_at(wanted)

    def page(self, url: str) -> Page | None:
        return self._pages.get(address_key(url))

    def document(self, url: str) -> AbstractDocument | None:
        return self._documents.get(address_key(url))

    def link(self, url: str) -> dict[str, Any]:
        """What a LinkBlock stores; empty where a reader cannot be led to the address."""
        if page := self.page(url):
            return {"page": page.pk}
        if document := self.document(url):
            return {"document": document.pk}
        url = address_key(url)
        if url.lower().startswith("mailto:") and "?" not in url:
            return {"email": url[len("mailto:") :]} if safe_address(url) else {}
        return {"address": url} if safe_address(url) else {}

    def stored(self, html: str) -> str:
        """Rich text as Wagtail keeps it."""
        if "href=" not in html:
            return html
        soup = BeautifulSoup(html, "html.parser")
        for link in soup.find_all("a"):
            url = link.get("href", "")
            if page := self.page(url):
                link.attrs = {"linktype": "page", "id": str(page.pk)}
            elif document := self.document(url):
                link.attrs = {"linktype": "document", "id": str(document.pk)}
                if link.string:
                    link.string = without_file_note(link.string)
        return as_html(soup)


def _pages_at(addresses: set[str]) -> dict[str, Page]:
    by_path: dict[str, list[str]] = {}
    for address in addresses:
        for path in _url_paths(address):
            by_path.setdefault(path, []).append(address)
    found: dict[str, Page] = {}
    if by_path:
        for page in Page.objects.live().public().filter(url_path__in=by_path):
            for address in by_path[page.url_path]:
                if unquote(address).rstrip("/") == unquote(page.full_url or "").rstrip("/"):
                    found[address] = page
    return found


def _url_paths(address: str) -> Iterable[str]:
    """Where in the tree a page of that address would stand. A place on a page cannot be kept with a page."""
    if urldefrag(address)[1] or "?" in address:
        return
    for root in Site.get_site_root_paths():
        if address == root.root_url or address.startswith(f"{root.root_url}/"):
            parts = [part for part in unquote(address[len(root.root_url) :]).split("/") if part]
            yield "/".join([root.root_path.rstrip("/"), *parts, ""])
            if parts and parts[0] in LANGUAGE_PREFIXES:
                yield "/".join([root.root_path.rstrip("/"), *parts[1:], ""])


def _documents_at(addresses: set[str]) -> dict[str, AbstractDocument]:
    roots = {root.root_url for root in Site.get_site_root_paths()}
    by_key: dict[int, list[str]] = {}
    for address in addresses:
        parts = urlsplit(address)
        if f"{parts.scheme}://{parts.netloc}" in roots:
            key = _document_key(parts.path)
            if key:
                by_key.setdefault(key, []).append(address)
    found: dict[str, AbstractDocument] = {}
    for key, document in get_document_model().objects.in_bulk(list(by_key)).items():
        for address in by_key[key]:
            if unquote(urlsplit(address).path) == unquote(urlsplit(document.url).path):
                found[address] = document
    return found


def _document_key(path: str) -> int | None:
    try:
        match = resolve(unquote(path))
    except Resolver404:
        return None
    return int(match.args[0]) if match.url_name == "wagtaildocs_serve" else None
