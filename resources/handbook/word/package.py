"""Opens a .docx file, which is a zip of XML parts, and refuses what is damaged or hostile."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from django.utils.translation import gettext as _

from cms.media.office_files import (
    DECLARATION,
    OLD_OFFICE_FILE,
    PROGRAM,
    Damaged,
    Limits,
    Locked,
    TooMuch,
    unpacked,
)
from resources.handbook.word.elements import TooMuchXml, children, parse

LARGEST_FILE = 20 * 1024 * 1024
LARGEST_XML = 15 * 1024 * 1024
# Word's own XML shrinks to a thirtieth at most; nothing that people write shrinks to a hundredth.
LIMITS = Limits(unpacked=80 * 1024 * 1024, parts=2_000, ratio=100)

DOCUMENT_TYPE = re.compile(r"wordprocessingml\.(document|template)\.main\+xml$")
DOCUMENT_RELATION = "/officeDocument"


class CannotReadWord(ValueError):
    """The file is refused; the message is one line for the person who gave it."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))


@dataclass(frozen=True)
class Relationship:
    kind: str  # the last word of its type, such as "hyperlink"
    target: str
    is_external: bool


class Package:
    """The parts of a Word document by name, all read and measured when it is made."""

    def __init__(self, file: bytes) -> None:
        _refuse_by_look(file)
        self._parts = _unpacked(file)
        if not self._parts.keys() >= {"[Content_Types].xml", "_rels/.rels"}:
            raise CannotReadWord(_("This is not a Word document. Save it in Word as .docx and try again."))
        self._refuse_programs()
        for name, content in self._parts.items():
            if name.endswith((".xml", ".rels")) and DECLARATION.search(content):
                raise CannotReadWord(_hostile())
        self.document_name = self._find_document()

    def _refuse_programs(self) -> None:
        names = " ".join(f"/{name}" for name in self._parts)
        if PROGRAM.search(names) or "macroenabled" in " ".join(self._content_types.values()).lower():
            raise CannotReadWord(
                _("This document holds macros. Save it in Word as .docx, without macros, and try again.")
            )

    def _find_document(self) -> str:
        for relationship in self.relationships("").values():
            name = relationship.target
            if relationship.kind == "officeDocument" and DOCUMENT_TYPE.search(self.content_type(name)):
                if name not in self._parts:
                    raise CannotReadWord(_damaged())
                return name
        raise CannotReadWord(_("This is not a Word document. Save it in Word as .docx and try again."))

    def part(self, name: str) -> bytes | None:
        return self._parts.get(name)

    def xml(self, name: str) -> Element | None:
        """The root of a part; None where there is no such part."""
        content = self._parts.get(name)
        if content is None:
            return None
        if len(content) > LARGEST_XML:
            raise CannotReadWord(_too_much())
        try:
            return parse(content)
        except (DefusedXmlException, TooMuchXml):
            raise CannotReadWord(_hostile()) from None
        except (ParseError, ValueError, LookupError):
            raise CannotReadWord(_damaged()) from None

    def related(self, kind: str) -> Element | None:
        """The root of the part that the document names for a purpose such as "styles"."""
        for relationship in self.relationships(self.document_name).values():
            if relationship.kind == kind and not relationship.is_external:
                return self.xml(relationship.target)
        return None

    def relationships(self, part: str) -> dict[str, Relationship]:
        """By id; targets inside the package as names of parts."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for element in children(root, "rel:Relationship"):
            target = element.get("Target", "")
            is_external = element.get("TargetMode", "") == "External"
            if not is_external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            found[element.get("Id", "")] = Relationship(kind, target, is_external)
        return found

    def content_type(self, name: str) -> str:
        extension = posixpath.splitext(name)[1].lower().lstrip(".")
        return self._content_types.get(f"/{name}") or self._content_types.get(extension, "")

    @cached_property
    def _content_types(self) -> dict[str, str]:
        """By "/name" of a part or by extension."""
        types = {}
        for element in children(self.xml("[Content_Types].xml")):
            key = element.get("PartName") or element.get("Extension", "").lower()
            types[key] = element.get("ContentType", "")
        return types


def _refuse_by_look(file: bytes) -> None:
    if len(file) > LARGEST_FILE:
        raise CannotReadWord(_("This file is larger than 20 MB. Make its pictures smaller and try again."))
    if not file:
        raise CannotReadWord(_("This file is empty."))
    if file.startswith(OLD_OFFICE_FILE):
        raise CannotReadWord(
            _("This is an old .doc file, or it has a password. Save it in Word as .docx without a password.")
        )
    if not file.startswith(b"PK"):
        raise CannotReadWord(_("This is not a Word document. Save it in Word as .docx and try again."))


def _unpacked(file: bytes) -> dict[str, bytes]:
    try:
        return unpacked(file, LIMITS)
    except Locked:
        raise CannotReadWord(
            _("This file has a password. Save it without a password and try again.")
        ) from None
    except TooMuch:
        raise CannotReadWord(_too_much()) from None
    except Damaged:
        raise CannotReadWord(_damaged()) from None


def _damaged() -> str:
    return _(
        "This file is damaged and cannot be read. Open it in Word, save it again as .docx and try again."
    )


def _hostile() -> str:
    return _(
        "This file is built in a way Word does not build files, so it is refused. Save it again in Word."
    )


def _too_much() -> str:
    return _(
        "This file unpacks to far more than a handbook can hold, so it is refused. Save it again in Word."
    )
