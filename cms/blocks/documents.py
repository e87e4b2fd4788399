"""Files to download, and what a reader is told about them."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument

from cms.blocks.choosers import DocumentTargetBlock
from cms.blocks.previews import PreviewedBlock
from cms.design_system.files import size_words


@dataclass(frozen=True)
class FileFacts:
    """`size` is in bytes; `language` is empty for the language of the site; `accessible` None: not known."""

    file_type: str
    size: int | None
    language: str
    accessible: bool | None


def file_facts(document: AbstractDocument) -> FileFacts:
    """The only place that knows which fields a document of this site has beyond Wagtail's own."""
    language = getattr(document, "language", settings.LANGUAGE_CODE)
    named = getattr(document, "get_language_display", lambda: language)
    return FileFacts(
        file_type=document.file_extension.upper(),
        size=document.get_file_size(),
        language="" if language == settings.LANGUAGE_CODE else str(named()),
        accessible=getattr(document, "is_accessible", None),
    )


def file_note(document: AbstractDocument) -> str:
    """Type and size in words, such as "PDF, 1.2 MB"."""
    facts = file_facts(document)
    return ", ".join(word for word in (facts.file_type, size_words(facts.size)) if word)


class DocumentEntryValue(blocks.StructValue):
    """A file with the title it has in this list."""

    @property
    def shown_title(self) -> str:
        return self["title"] or self["document"].title

    @property
    def facts(self) -> FileFacts:
        return file_facts(self["document"])


class DocumentEntryBlock(blocks.StructBlock):
    """One file of a list."""

    document = DocumentTargetBlock(label=_("Document"))
    title = blocks.CharBlock(
        label=_("Title"), required=False, max_length=200, help_text=_("Empty: the title of the document.")
    )

    class Meta:
        icon = "doc-full"
        label = _("Document")
        value_class = DocumentEntryValue


class DocumentsValue(blocks.StructValue):
    """A list of files; those deleted from the library are left out."""

    @property
    def present(self) -> list[DocumentEntryValue]:
        return [entry for entry in self["documents"] if entry["document"]]


def example_documents() -> dict[str, Any]:
    """The first files of the library; an empty library shows an example that cannot be opened."""
    library = get_document_model()
    found = list(library.objects.order_by("pk")[:2])
    example = library(pk=0, title="Delivery plan", file="documents/delivery-plan.pdf", file_size=1_250_000)
    return {"title": "Documents", "documents": [{"document": document} for document in found or [example]]}


class DocumentsBlock(PreviewedBlock):
    """Files to download."""

    title = blocks.CharBlock(label=_("Heading"), required=False, max_length=120)
    documents = blocks.ListBlock(DocumentEntryBlock(), label=_("Documents"), min_num=1)

    class Meta:
        icon = "download"
        label = _("Documents")
        group = _("Links and documents")
        description = _("Files to download, each with its type and size.")
        template = "blocks/documents.html"
        value_class = DocumentsValue
        preview_value = staticmethod(example_documents)
