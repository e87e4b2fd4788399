"""Looks that belong to no style of paragraphs: what all text starts from, links, tables, languages."""

from __future__ import annotations

from resources.handbook.files.word.ooxml import Element, element, name_of, setting, style_id
from resources.handbook.files.word.styles import DARK_BLUE

BLUE, TEXT, EDGE = "0065BD", "1A1A1A", "8A8A8A"
FONT = "Arial"
TABLE = "Handbook Table"
LANGUAGES = {"en": "en-GB", "en-gb": "en-GB", "gd": "gd-GB"}


def word_language(language: str) -> str:
    """ "en" and "en-gb" are "en-GB", "gd" is "gd-GB"; others as they are."""
    return LANGUAGES.get(language.lower(), language)


def said_to_be_in(language: str, paragraphs: list[Element]) -> list[Element]:
    """The same, with each run of words in a language of its own unless `language` is ""."""
    if language:
        for run in (run for each in paragraphs for run in each.iter(name_of("w:r"))):
            look = run.find(name_of("w:rPr"))
            if look is None:
                look = element("w:rPr")
                run.insert(0, look)
            look.append(setting("w:lang", word_language(language)))
    return paragraphs


def character_and_table_styles() -> list[Element]:
    """The look of links, and of tables with their row of headings."""
    edge = {"w:val": "single", "w:sz": 4, "w:space": 0, "w:color": EDGE}
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    space = {"w:type": "dxa"}
    margins = element(
        "w:tblCellMar",
        None,
        *(element(f"w:{side}", {"w:w": width, **space})
          for side, width in (("top", 60), ("left", 100), ("bottom", 60), ("right", 100))),
    )  # fmt: skip
    first_row = element(
        "w:tblStylePr",
        {"w:type": "firstRow"},
        element("w:rPr", None, element("w:b"), setting("w:color", "FFFFFF")),
        element("w:tcPr", None, element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": DARK_BLUE})),
    )
    return [
        _style("character", "Default Paragraph Font", is_default=True),
        _style(
            "character",
            "Hyperlink",
            element("w:rPr", None, setting("w:color", BLUE), setting("w:u", "single")),
            based_on="Default Paragraph Font",
        ),
        _style("table", "Normal Table", element("w:tblPr", None, _indent()), is_default=True),
        _style(
            "table",
            TABLE,
            element("w:pPr", None, element("w:spacing", {"w:after": 60})),
            element("w:rPr", None, setting("w:sz", 20), setting("w:szCs", 20)),
            element(
                "w:tblPr",
                None,
                _indent(),
                element("w:tblBorders", None, *(element(f"w:{side}", edge) for side in sides)),
                margins,
            ),
            first_row,
            based_on="Normal Table",
        ),
    ]


def _style(kind: str, name: str, *parts: Element, based_on: str = "", is_default: bool = False) -> Element:
    default = {"w:default": "1"} if is_default else {}
    own = {"w:customStyle": "1"} if name.startswith("Handbook ") else {}
    kinds = {"w:type": kind, "w:styleId": style_id(name), **default, **own}
    basis = [setting("w:basedOn", style_id(based_on))] if based_on else []
    return element("w:style", kinds, setting("w:name", name), *basis, *parts)


def defaults(language: str) -> Element:
    """The language here is that of every word which says no other."""
    faces = {f"w:{place}": FONT for place in ("ascii", "hAnsi", "eastAsia", "cs")}
    run = element(
        "w:rPr",
        None,
        element("w:rFonts", faces),
        setting("w:color", TEXT),
        setting("w:sz", 22),
        setting("w:szCs", 22),
        element("w:lang", {"w:val": word_language(language), "w:eastAsia": "en-GB", "w:bidi": "ar-SA"}),
    )
    spacing = element("w:spacing", {"w:after": 160, "w:line": 276, "w:lineRule": "auto"})
    return element(
        "w:docDefaults",
        None,
        element("w:rPrDefault", None, run),
        element("w:pPrDefault", None, element("w:pPr", None, spacing)),
    )


def _indent() -> Element:
    return element("w:tblInd", {"w:w": 0, "w:type": "dxa"})
