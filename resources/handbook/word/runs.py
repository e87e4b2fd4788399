"""The runs of a paragraph as pieces: words with their look and link, pictures, and what to tell of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from resources.handbook.word.elements import child, children, value
from resources.handbook.word.fields import Fields
from resources.handbook.word.package import Package, Relationship
from resources.handbook.word.pictures import Pictures, text_box_words
from resources.handbook.word.styles import Look, Styles

# What stands around runs and says nothing of them that we keep.
AROUND = {"w:smartTag", "w:customXml", "w:sdtContent", "w:dir", "w:bdo", "w:rubyBase"}
INSERTED = {"w:ins": "inserted", "w:moveTo": "moved"}
DELETED = {"w:del": "deleted", "w:moveFrom": "moved from"}
CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:cr": "\n", "w:noBreakHyphen": "\u2011"}
SYMBOLS = {"f0b7": "•", "f0a7": "▪", "f0fc": "✓", "f0e0": "→", "f0d8": "➢"}
BREAKS_OF_PAGES = {"page", "column"}
NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}


@dataclass(frozen=True)
class Piece:
    """Words of one look and link ("\\n" is a line break, "\\t" a tab), or a picture by its number.

    `target` is None outside of links, else as the document has it. `is_note`: a footnote in brackets.
    """

    text: str = ""
    is_bold: bool = False
    is_italic: bool = False
    is_raised: bool = False
    target: str | None = None
    picture: int = 0
    alt: str = ""
    is_note: bool = False


class Runs:
    """Walks through the runs of a document in its order; knows the open fields, counts tracked changes."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self.styles = styles
        self.fields = Fields()
        self.pictures = Pictures(package)
        self.changes: Counter[str] = Counter()
        self._relationships = package.relationships(package.document_name)
        self._notes = {kind: self._notes_of(package, kind) for kind in NOTES.values()}
        self._issues: list[str] = []

    def _notes_of(self, package: Package, kind: str) -> dict[str, str]:
        """Words of footnotes or endnotes by id."""
        name = kind.removesuffix("s")
        return {
            note.get("w:id", ""): " ".join("".join(_note_words(note)).split())
            for note in children(package.related(kind), f"w:{name}")
        }

    def pieces(self, paragraph: Element) -> tuple[list[Piece], list[str]]:
        """The pieces of a w:p, and what must be told of them."""
        self._issues = []
        return list(self._walk(paragraph, None)), self._issues

    def _walk(self, element: Element, target: str | None) -> Iterator[Piece]:
        for one in element:
            if one.tag == "w:r":
                yield from self._run(one, target)
            elif one.tag == "w:hyperlink":
                yield from self._walk(one, self._target(one))
            elif one.tag in AROUND:
                yield from self._walk(one, target)
            elif one.tag in INSERTED:
                self.changes[INSERTED[one.tag]] += 1
                yield from self._walk(one, target)
            elif one.tag in DELETED:
                self.changes[DELETED[one.tag]] += 1
            elif one.tag == "w:sdt":
                # A content control that nobody filled in holds Word's own "Click here to enter text".
                if child(one, "w:sdtPr", "w:showingPlcHdr") is None:
                    yield from self._walk(one, target)
            elif one.tag == "w:fldSimple":
                self.fields.begin(one.get("w:instr", "") or " ")
                yield from self._walk(one, target)
                self.fields.end()
            elif one.tag == "mc:AlternateContent":
                yield from self._walk(_chosen(one), target)
            elif one.tag in {"m:oMath", "m:oMathPara"}:
                self._issues.append(_("A formula was kept as plain words."))
                yield Piece("".join(text.text or "" for text in one.iter("m:t")))

    def _target(self, hyperlink: Element) -> str:
        relationship: Relationship | None = self._relationships.get(hyperlink.get("r:id", ""))
        address = relationship.target if relationship and relationship.is_external else ""
        anchor = hyperlink.get("w:anchor") or hyperlink.get("w:docLocation") or ""
        return f"{address}#{anchor}" if anchor else address

    def _run(self, run: Element, target: str | None) -> Iterator[Piece]:
        properties = child(run, "w:rPr")
        look = self.styles.look(value(properties, "w:rStyle")).changed_by(properties)
        for one in run:
            if one.tag == "w:fldChar":
                self._field(one)
            elif one.tag == "w:instrText":
                self.fields.add_code(one.text or "")
            elif self.fields.is_code:
                continue
            elif one.tag == "w:ruby":
                for base in children(one, "w:rubyBase"):
                    yield from self._walk(base, target)
            elif look.is_hidden:
                if one.tag == "w:t":
                    self.changes["hidden"] += 1
            else:
                leads_to = target if target is not None else self.fields.target
                yield from self._content(one, look, leads_to)

    def _field(self, mark: Element) -> None:
        kind = mark.get("w:fldCharType")
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self.fields.end()

    def _content(self, one: Element, look: Look, target: str | None) -> Iterator[Piece]:
        text = _characters(one)
        if text:
            if look.is_struck and text.strip():
                self._issues.append(_("Words that are struck through were kept: “%s”.") % text.strip())
            yield Piece(text, look.is_bold, look.is_italic, look.is_raised, target)
        elif one.tag in {"w:drawing", "w:pict", "w:object"}:
            yield from self._drawn(one, target)
        elif one.tag == "mc:AlternateContent":
            for drawing in _chosen(one):
                yield from self._content(drawing, look, target)
        elif one.tag in NOTES:
            words = self._notes[NOTES[one.tag]].get(one.get("w:id", ""), "")
            if words:
                told = _("A footnote stands in brackets now; names, titles and dates go without it: “%s”.")
                self._issues.append(told % words)
                yield Piece(f" [{words}]", is_note=True)
        elif one.tag == "w:commentReference":
            self.changes["comments"] += 1

    def _drawn(self, drawing: Element, target: str | None) -> Iterator[Piece]:
        drawn = self.pictures.draw(drawing, self._relationships)
        self._issues.extend(drawn.issues)
        for box in drawn.text_boxes:
            self._issues.append(_("A text box was left out. It says: “%s”.") % text_box_words(box))
        for number in drawn.pictures:
            yield Piece(target=target, picture=number, alt=self.pictures.alt(number))


def _chosen(alternatives: Element) -> Element:
    """What newer Word shows; older forms repeat the same."""
    for name in ("mc:Choice", "mc:Fallback"):
        chosen = child(alternatives, name)
        if chosen is not None:
            return chosen
    return Element("nothing")


def _characters(one: Element) -> str:
    if one.tag == "w:t":
        return one.text or ""
    if one.tag == "w:br":
        return "" if one.get("w:type") in BREAKS_OF_PAGES else "\n"
    if one.tag == "w:sym":
        return SYMBOLS.get(one.get("w:char", "").casefold(), "")
    return CHARACTERS.get(one.tag, "")


def _note_words(element: Element) -> Iterator[str]:
    """Words of a note, without what tracked changes deleted."""
    for one in element:
        if one.tag == "w:t":
            yield one.text or ""
        elif one.tag in {"w:tab", "w:br", "w:cr"}:
            yield " "
        elif one.tag not in DELETED:
            yield from _note_words(one)
            if one.tag == "w:p":
                yield " "
