"""What demo pages point at. Files and statements are made when the first new page needs them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from html import escape
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db.models import Field, Model
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Locale

from cms.vocabulary.models import ApproachStatements
from home.demo import statements
from home.demo.bulletin.elsewhere import BULLETIN_DOCUMENTS
from home.demo.councils.documents import COUNCIL_DOCUMENTS
from home.demo.councils.drawings import COUNCIL_DRAWINGS
from home.demo.demo_page import File, PageAt, Picture, Statements, To
from home.demo.documents import DOCUMENTS
from home.demo.drawings import DRAWINGS
from home.demo.identity import key_of
from la_directory.teams.ensure import shared_collection

LINK = re.compile(r"\[\[(?P<target>[^|\]]+)\|(?P<words>.+?)\]\]", re.DOTALL)
DOCUMENT = "document:"
NOWHERE: dict[str, Any] = {"page": None, "document": None, "address": "", "email": ""}


def _terms(field: Field, names: str | list[str]) -> Model | list[Model]:
    """The term of that name, or one for each of several names."""
    terms = field.related_model.objects.filter(locale=Locale.get_default())
    if isinstance(names, str):
        return terms.get(name=names)
    return [terms.get(name=name) for name in names]


class Library:
    """Turns the references of the demo texts into primary keys. `pages` is address -> primary key."""

    def __init__(self, pages: dict[str, int]) -> None:
        self.pages = pages
        self.made: Counter[str] = Counter()
        self.files: list[Any] = []
        self.image = cache(self._make_image)
        self.document = cache(self._make_document)
        self.statements = cache(self._find_or_make_statements)

    def resolved(self, value: Any) -> Any:
        """The same value with primary keys for references and stored links for written ones."""
        match value:
            case str():
                return LINK.sub(self._stored_link, value)
            case To(target):
                return self._link(target)
            case PageAt(address):
                return self.pages[address]
            case Picture(name):
                return self.image(name)
            case File(name):
                return self.document(name).pk
            case Statements():
                return self.statements()
            case dict():
                return {name: self.resolved(part) for name, part in value.items()}
            case list() | tuple():
                return [self.resolved(part) for part in value]
        return value

    def fill(self, record: Model, name: str, value: Any) -> None:
        """Gives a record the value of one field. Terms are found by their names."""
        field = record._meta.get_field(name)
        value = self.resolved(value)
        if field.is_relation and isinstance(value, str | list):
            value = _terms(field, value)
        elif isinstance(field, StreamField):
            value = field.stream_block.to_python(value)
            # Each block reads its value, so that dates and lists are stored as an editor's would be.
            list(value)
        setattr(record, field.attname if isinstance(value, int) and field.is_relation else name, value)

    def _link(self, target: str) -> dict[str, Any]:
        if target.startswith("/"):
            return {**NOWHERE, "page": self.pages[target]}
        if target.startswith(DOCUMENT):
            return {**NOWHERE, "document": self.document(target.removeprefix(DOCUMENT)).pk}
        if target.startswith("mailto:"):
            return {**NOWHERE, "email": target.removeprefix("mailto:")}
        return {**NOWHERE, "address": target}

    def _stored_link(self, link: re.Match[str]) -> str:
        """A link as Wagtail stores it in rich text."""
        # Long links are broken over lines in the source of the texts.
        target, words = "".join(link["target"].split()), link["words"]
        if target.startswith("/"):
            attributes = f'linktype="page" id="{self.pages[target]}"'
        elif target.startswith(DOCUMENT):
            attributes = f'linktype="document" id="{self.document(target.removeprefix(DOCUMENT)).pk}"'
        else:
            attributes = f'href="{escape(target)}"'
        return f"<a {attributes}>{words}</a>"

    def _make_image(self, name: str) -> int:
        drawing = (DRAWINGS | COUNCIL_DRAWINGS)[name]
        file = ImageFile(BytesIO(drawing.draw()), name=f"{name.replace('_', '-')}.png")
        image = get_image_model()(title=drawing.title, description=drawing.description, file=file)
        if name in COUNCIL_DRAWINGS:
            image.collection = shared_collection()
        image.file_size = image.file.size
        image.save()
        self.files.append(image.file)
        self.made["drawings"] += 1
        return image.pk

    def _make_document(self, name: str) -> AbstractDocument:
        source = (DOCUMENTS | COUNCIL_DOCUMENTS | BULLETIN_DOCUMENTS)[name]
        file = ContentFile(source.make(), name=source.file_name)
        document = get_document_model()(title=source.title, accessibility=source.accessibility, file=file)
        document.file_size = document.file.size
        document.save()
        self.files.append(document.file)
        self.made["documents"] += 1
        return document

    def _find_or_make_statements(self) -> int:
        key, locale = key_of("statements"), Locale.get_default()
        found = ApproachStatements.objects.filter(translation_key=key, locale=locale).first()
        if found is None:
            entries = [
                ("statement", {"text": text, "principles": principles})
                for text, principles in statements.STATEMENTS
            ]
            found = ApproachStatements(
                title=statements.TITLE,
                lead_in=statements.LEAD_IN,
                statements=entries,
                translation_key=key,
                locale=locale,
                live=False,
            )
            found.save()
            found.save_revision().publish()
            self.made["statements"] += 1
        return found.pk

    def forget_files(self) -> None:
        """Takes back the files of a load that failed; its rows are rolled back by the database."""
        for file in self.files:
            file.storage.delete(file.name)
