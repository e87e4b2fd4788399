"""What becomes of the links stored in rich text when it is shown.

Registered by a hook and imported nowhere else: Wagtail's own handlers can be loaded only after all models.
"""

from typing import Any

from django.db.models import Model
from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from cms.blocks.documents import file_note
from cms.blocks.rich_text_links import NO_TARGET
from cms.blocks.targets import current_targets, page_address, readable_page
from cms.languages.marks import foreign_language


class GatheredPageLinks(PageLinkHandler):
    """A link to a page of this site; without an address where readers cannot read the page.

    The language of a page travels with it until the text after the link is reached.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        return [_opened(page) for page in _find("pages", cls, attrs_list)]


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


def _opened(page: Page | None) -> str:
    address = page_address(page)
    if not address:
        return NO_TARGET
    language = foreign_language(readable_page(page))
    marks = f' hreflang="{language}"' if language else ""
    return f'<a href="{escape(address)}"{marks}>'


def _find(kind: str, handler: Any, attrs_list: list[dict[str, str]]) -> list[Model | None]:
    keys = [int(attrs["id"]) if attrs.get("id", "").isdecimal() else None for attrs in attrs_list]
    targets = current_targets()
    if targets is not None and targets.knows(kind, keys):
        return [targets.find(kind, key) for key in keys]
    found = handler.get_model()._default_manager.in_bulk([key for key in keys if key is not None])
    return [found.get(key) for key in keys]
