"""Links inside rich text: to pages readers can read, and to files with their type and size."""

import re
from html import unescape
from typing import Any

from django.db.models import Model
from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.rich_text.pages import PageLinkHandler
from wagtail.rich_text.rewriters import FIND_A_TAG, extract_attrs

from cms.blocks.addresses import has_allowed_scheme
from cms.blocks.documents import file_note
from cms.blocks.targets import current_targets, page_address

NO_TARGET = "<a>"
LINK_TO_NOTHING = re.compile(r"<a>(.*?)</a>", re.DOTALL)
LINK_TO_FILE = re.compile(r'(<a href="[^"]*") data-file="([^"]*)">(.*?)</a>', re.DOTALL)


class GatheredPageLinks(PageLinkHandler):
    """A link to a page of this site; without an address where readers cannot read the page."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        addresses = [page_address(page) for page in _find("pages", cls, attrs_list)]
        return [f'<a href="{escape(address)}">' if address else NO_TARGET for address in addresses]


class GatheredDocumentLinks(DocumentLinkHandler):
    """A link to a file. Type and size travel with it until the text after the link is reached."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        documents = _find("documents", cls, attrs_list)
        return [
            f'<a href="{escape(document.url)}" data-file="{escape(file_note(document))}">'
            if document
            else NO_TARGET
            for document in documents
        ]


def _find(kind: str, handler: Any, attrs_list: list[dict[str, str]]) -> list[Model | None]:
    keys = [int(attrs["id"]) if attrs.get("id", "").isdecimal() else None for attrs in attrs_list]
    targets = current_targets()
    if targets is not None and targets.knows(kind, keys):
        return [targets.find(kind, key) for key in keys]
    found = handler.get_model()._default_manager.in_bulk([key for key in keys if key is not None])
    return [found.get(key) for key in keys]


def finish_links(html: str) -> str:
    """Words instead of links that lead nowhere or where nobody is led; type and size after links to files."""
    html = FIND_A_TAG.sub(lambda tag: tag[0] if _is_allowed(extract_attrs(tag[1])) else NO_TARGET, html)
    html = LINK_TO_NOTHING.sub(r"\1", html)
    return LINK_TO_FILE.sub(r"\1>\3 (\2)</a>", html)


def unusable_addresses(html: str) -> list[str]:
    """The addresses in stored rich text that no reader is led to."""
    found = [extract_attrs(attributes) for attributes in FIND_A_TAG.findall(html)]
    return [unescape(attributes["href"]) for attributes in found if not _is_allowed(attributes)]


def _is_allowed(attributes: dict[str, str]) -> bool:
    """Addresses of this site begin with one slash or with #; stored links to pages and files have none."""
    address = unescape(attributes.get("href", ""))
    if not address or address.startswith("#"):
        return True
    if address.startswith("/"):
        return not address.startswith(("//", "/\\"))
    return has_allowed_scheme(address)
