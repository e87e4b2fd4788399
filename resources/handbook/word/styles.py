"""What the styles and lists of a document say of a paragraph or a run: names, levels of headings, looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from resources.handbook.word.elements import child, children, number, switched_on, value
from resources.handbook.word.package import Package

HEADING_NAME = re.compile(r"heading ?([1-9])")
LIST_NAME = re.compile(r"list (bullet|number|continue)(?: ([2-5]))?")
NAMED_LISTS = {"bullet": "ul", "number": "ol", "continue": "continued"}
LONGEST_CHAIN = 20


@dataclass(frozen=True)
class Look:
    """What rich text keeps of a run's look, and what is told of the rest."""

    is_bold: bool = False
    is_italic: bool = False
    is_raised: bool = False
    is_hidden: bool = False
    is_struck: bool = False

    def changed_by(self, properties: Element | None) -> Look:
        """The same with the w:rPr of a run or a style put on top."""
        if properties is None:
            return self
        raised = value(properties, "w:vertAlign")
        struck = switched_on(properties, "w:strike"), switched_on(properties, "w:dstrike")
        return Look(
            is_bold=_either(switched_on(properties, "w:b"), self.is_bold),
            is_italic=_either(switched_on(properties, "w:i"), self.is_italic),
            is_raised=raised == "superscript" if raised else self.is_raised,
            is_hidden=_either(switched_on(properties, "w:vanish"), self.is_hidden),
            is_struck=any(struck) if struck != (None, None) else self.is_struck,
        )


def _either(said: bool | None, otherwise: bool) -> bool:
    return otherwise if said is None else said


@dataclass(frozen=True)
class ListPlace:
    """A paragraph's place in a list: "ul" or "ol", the list's id, how deep (from 0).

    "continued" is a further paragraph of the item before; "" stands in no list.
    """

    kind: str = ""
    id: str = ""
    depth: int = 0


NO_LIST = ListPlace()


class Styles:
    """Styles by id; unknown ids behave as styles without properties, for documents name styles they lack."""

    def __init__(self, package: Package) -> None:
        styles = children(package.related("styles"), "w:style")
        self._styles = {style.get("w:styleId", ""): style for style in styles}
        numbering = package.related("numbering")
        self._lists = {one.get("w:numId", ""): one for one in children(numbering, "w:num")}
        self._list_kinds = {
            one.get("w:abstractNumId", ""): one for one in children(numbering, "w:abstractNum")
        }

    def _chain(self, style_id: str) -> Iterator[Element]:
        """The style and those it is based on."""
        for _step in range(LONGEST_CHAIN):
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = value(style, "w:basedOn")

    def name(self, style_id: str) -> str:
        """In small letters; Word stores its own styles by their English names in every language."""
        return (value(self._styles.get(style_id), "w:name") or style_id).casefold().strip()

    def is_a(self, style_id: str, name: str) -> bool:
        """The style has this name or is based on one that has."""
        return name in {
            self.name(style_id),
            *(value(one, "w:name").casefold() for one in self._chain(style_id)),
        }

    def heading_level(self, paragraph: Element | None) -> int:
        """1 to 9 by the paragraph's outline level, its style's name, or what that is based on; else 0."""
        own = child(paragraph, "w:outlineLvl")
        if own is not None:
            return _level(own)
        style_id = value(paragraph, "w:pStyle")
        if match := HEADING_NAME.fullmatch(style_id.casefold()):
            return int(match[1])
        for style in self._chain(style_id):
            if match := HEADING_NAME.fullmatch(value(style, "w:name").casefold()):
                return int(match[1])
            outline = child(style, "w:pPr", "w:outlineLvl")
            if outline is not None:
                return _level(outline)
        return 0

    def look(self, style_id: str) -> Look:
        """The look that a style gives."""
        look = Look()
        for style in reversed(list(self._chain(style_id))):
            look = look.changed_by(child(style, "w:rPr"))
        return look

    def list_place(self, paragraph: Element | None) -> ListPlace:
        """Where the paragraph stands in a list, by its own properties or its style's."""
        style_id = value(paragraph, "w:pStyle")
        id_ = value(paragraph, "w:numPr", "w:numId")
        depth = value(paragraph, "w:numPr", "w:ilvl")
        for style in self._chain(style_id):
            id_ = id_ or value(style, "w:pPr", "w:numPr", "w:numId")
            depth = depth or value(style, "w:pPr", "w:numPr", "w:ilvl")
        named = LIST_NAME.fullmatch(self.name(style_id))
        level = max(0, number(depth, most=8)) or (int(named[2]) - 1 if named and named[2] else 0)
        kind = self._list_kind(id_, max(0, number(depth, most=8)))
        if not kind and named and id_ != "0":
            kind = NAMED_LISTS[named[1]]
        return ListPlace(kind, id_, level) if kind else NO_LIST

    def _list_kind(self, list_id: str, depth: int) -> str:
        list_ = self._lists.get(list_id)
        if list_ is None:
            return ""
        kinds = [*children(list_, "w:lvlOverride"), self._list_kinds.get(value(list_, "w:abstractNumId"))]
        for levels in kinds:
            for level in levels.iter("w:lvl") if levels is not None else ():
                if number(level.get("w:ilvl", "0")) == depth:
                    form = value(level, "w:numFmt")
                    return {"bullet": "ul", "none": ""}.get(form, "ol")
        return "ol"


def _level(outline: Element) -> int:
    """Word counts levels from 0; 9 is body text."""
    level = number(outline.get("w:val", ""), otherwise=9)
    return level + 1 if 0 <= level < 9 else 0
