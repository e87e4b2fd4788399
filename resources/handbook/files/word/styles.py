"""The styles of the Word file. Names that start with "Handbook " are our own: the Word import knows them."""

from __future__ import annotations

from dataclasses import dataclass

from resources.handbook.files.word.ooxml import Element, element, setting, style_id

DARK_BLUE, GREY = "002D54", "5E5E5E"

# What the site makes by itself is marked with these, so that an import leaves it aside.
STATUS, MADE, CAPTION, NOTE = "Handbook Status", "Handbook Made", "Handbook Caption", "Handbook Note"
# The empty paragraph that ends a run of pages of one direction: as low as a paragraph can be.
PAGES_END = "Handbook Pages End"
DEEPEST_LIST = 5  # Word has names for five levels


@dataclass(frozen=True)
class ParagraphStyle:
    """Sizes in half points, spaces in twentieths of a point; `outline` is the level of a heading from 0."""

    name: str
    based_on: str = "Normal"
    size: int = 0
    colour: str = ""
    bold: bool = False
    italic: bool = False
    before: int | None = None
    line: int = 0  # exact height
    after: int | None = None
    keep_with_next: bool = False
    outline: int | None = None
    indent: int = 0
    tab: int = 0  # at the right, with dots before it
    numbering: tuple[int, int] = (0, 0)  # number of the list and level
    next: str = ""

    def written(self) -> Element:
        kind = {"w:type": "paragraph", "w:styleId": style_id(self.name)}
        if self.name.startswith("Handbook "):
            kind["w:customStyle"] = "1"
        if self.name == "Normal":
            kind["w:default"] = "1"
        style = element("w:style", kind, setting("w:name", _stored_name(self.name)))
        if self.name != "Normal":
            style.append(setting("w:basedOn", style_id(self.based_on)))
        if self.next:
            style.append(setting("w:next", style_id(self.next)))
        style.append(element("w:qFormat"))
        style.append(element("w:pPr", None, *self._layout()))
        style.append(element("w:rPr", None, *self._look()))
        return style

    def _layout(self) -> list[Element]:
        made = [element("w:keepNext"), element("w:keepLines")] if self.keep_with_next else []
        if self.numbering[0]:
            number, level = self.numbering
            made.append(element("w:numPr", None, setting("w:ilvl", level), setting("w:numId", number)))
        if self.tab:
            place = {"w:val": "right", "w:leader": "dot", "w:pos": self.tab}
            made.append(element("w:tabs", None, element("w:tab", place)))
        spaces = {"w:before": self.before, "w:after": self.after}
        if any(space is not None for space in spaces.values()):
            said = {name: space for name, space in spaces.items() if space is not None}
            exact = {"w:line": self.line, "w:lineRule": "exact"} if self.line else {}
            made.append(element("w:spacing", said | exact))
        if self.indent:
            made.append(element("w:ind", {"w:left": self.indent}))
        if self.outline is not None:
            made.append(setting("w:outlineLvl", self.outline))
        return made

    def _look(self) -> list[Element]:
        made = [element("w:b")] if self.bold else []
        if self.italic:
            made.append(element("w:i"))
        if self.colour:
            made.append(setting("w:color", self.colour))
        if self.size:
            made += [setting("w:sz", self.size), setting("w:szCs", self.size)]
        return made


def _heading(level: int, size: int, before: int) -> ParagraphStyle:
    return ParagraphStyle(
        f"Heading {level}", size=size, colour=DARK_BLUE, bold=True, before=before, after=120,
        keep_with_next=True, outline=level - 1, next="Normal",
    )  # fmt: skip


def paragraph_styles(text_width: int) -> list[ParagraphStyle]:
    made = [
        ParagraphStyle("Normal"),
        ParagraphStyle(
            "Title", size=60, colour=DARK_BLUE, bold=True, before=3600, after=240, next="Subtitle"
        ),
        ParagraphStyle("Subtitle", size=30, colour=GREY, after=480, next="Normal"),
        _heading(1, size=36, before=480),
        _heading(2, size=28, before=360),
        _heading(3, size=24, before=280),
        ParagraphStyle("Caption", size=20, colour=GREY),
        ParagraphStyle("TOC Heading", size=36, colour=DARK_BLUE, bold=True, after=240, keep_with_next=True),
        ParagraphStyle("TOC 1", tab=text_width, after=100),
        ParagraphStyle("TOC 2", tab=text_width, after=100, indent=284),
        ParagraphStyle("Footer", size=18, colour=GREY, after=0),
        ParagraphStyle(STATUS, bold=True),
        ParagraphStyle(MADE),
        ParagraphStyle(PAGES_END, based_on=MADE, size=2, before=0, after=0, line=20),
        ParagraphStyle(CAPTION, bold=True, colour=DARK_BLUE, before=360, keep_with_next=True),
        ParagraphStyle(NOTE, size=20),
    ]
    for depth in range(DEEPEST_LIST):
        made += [
            ParagraphStyle(list_style(ordered=False, depth=depth), after=60, numbering=(1, depth)),
            ParagraphStyle(list_style(ordered=True, depth=depth), after=60, numbering=(2, depth)),
            ParagraphStyle(continued_style(depth), after=60, indent=list_indent(depth)),
        ]
    return made


def list_style(*, ordered: bool, depth: int) -> str:
    """ "List Bullet", "List Bullet 2" and so on, as Word calls its own."""
    return _numbered("List Number" if ordered else "List Bullet", depth)


def continued_style(depth: int) -> str:
    return _numbered("List Continue", depth)


def _numbered(name: str, depth: int) -> str:
    level = min(depth, DEEPEST_LIST - 1) + 1
    return name if level == 1 else f"{name} {level}"


def list_indent(depth: int) -> int:
    return 284 * (depth + 1)


def _stored_name(name: str) -> str:
    """Word stores some of its own names in small letters."""
    return name.lower() if name.startswith(("Heading ", "TOC 1", "TOC 2", "Caption", "Footer")) else name
