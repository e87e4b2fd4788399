"""The pictures of a document: which can be shown on a website, and what is said of each."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from resources.handbook.word.found import FoundPicture, Place
from resources.handbook.word.package import Package, Relationship

BEGINNINGS = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
}


def content_type(content: bytes) -> str:
    """By its first bytes, for what a file says of itself may be wrong; "" for what browsers do not show."""
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for start, kind in BEGINNINGS.items() if content.startswith(start)), "")


@dataclass(frozen=True)
class Drawn:
    """What stood at a place where Word draws: pictures by number, text boxes, what is to be told."""

    pictures: tuple[int, ...] = ()
    text_boxes: tuple[Element, ...] = ()
    issues: tuple[str, ...] = ()


class Pictures:
    """Counts the pictures of a document in its order; `placed` gives those that found a place in the text."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._count = 0
        self._found: dict[int, FoundPicture] = {}
        self._placed: dict[int, FoundPicture] = {}

    def draw(self, drawing: Element, relationships: dict[str, Relationship]) -> Drawn:
        """Takes in a w:drawing, w:pict or w:object."""
        boxes = tuple(drawing.iter("w:txbxContent"))
        if next(drawing.iter("o:OLEObject"), None) is not None:
            return Drawn((), boxes, (_("An embedded file or equation was left out."),))
        names = [blip.get("r:embed") or blip.get("r:link", "") for blip in drawing.iter("a:blip")]
        names += [data.get("r:id") or data.get("o:relid", "") for data in drawing.iter("v:imagedata")]
        alt = _alternative_text(drawing)
        numbers, issues = [], []
        for name in names:
            self._count += 1
            issue = self._take(name, alt, relationships)
            if issue:
                issues.append(issue)
            else:
                numbers.append(self._count)
                if not alt and not _is_decorative(drawing):
                    issues.append(_("Picture %d needs a description.") % self._count)
        if not names and not boxes and drawing.tag == "w:drawing":
            issues.append(_("A drawing, chart or diagram was left out. Put it in as a picture."))
        return Drawn(tuple(numbers), boxes, tuple(issues))

    def _take(self, name: str, alt: str, relationships: dict[str, Relationship]) -> str:
        """Keeps the picture, or says why not."""
        relationship = relationships.get(name)
        if relationship is not None and relationship.is_external:
            return _("Picture %d is not in the document but linked to it, so it was left out.") % self._count
        content = self._package.part(relationship.target) if relationship else None
        if content is None:
            return _("Picture %d is missing in the document.") % self._count
        kind = content_type(content)
        if not kind:
            return _("Picture %d was left out: put it in as PNG or JPEG.") % self._count
        self._found[self._count] = FoundPicture(self._count, content, kind, alt)
        return ""

    def alt(self, number: int) -> str:
        return self._found[number].alt

    def place(self, number: int, place: Place) -> None:
        found = self._found[number]
        self._placed[number] = FoundPicture(number, found.content, found.content_type, found.alt, place)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Of all that can be shown, placed or not."""
        return tuple(self._found)

    @property
    def placed(self) -> tuple[FoundPicture, ...]:
        return tuple(picture for _number, picture in sorted(self._placed.items()))


def _alternative_text(drawing: Element) -> str:
    """As Word's "Alt text" has it, in one line; Word has had several places for it."""
    for name, attributes in {
        "wp:docPr": ("descr", "title"),
        "pic:cNvPr": ("descr", "title"),
        "v:shape": ("alt",),
        "v:imagedata": ("o:title",),
    }.items():
        for element in drawing.iter(name):
            for attribute in attributes:
                if words := " ".join(element.get(attribute, "").split()):
                    return words
    return ""


def _is_decorative(drawing: Element) -> bool:
    return any(mark.get("val") in {"1", "true"} for mark in drawing.iter("adec:decorative"))


def text_box_words(box: Element) -> str:
    """The words of a text box, paragraph by paragraph."""
    paragraphs = ("".join(text.text or "" for text in one.iter("w:t")) for one in box.iter("w:p"))
    return " ".join(" ".join(words.split()) for words in paragraphs if words.strip())
