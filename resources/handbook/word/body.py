"""The body of a document as blocks: paragraphs and tables in their order."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from resources.handbook.word.paragraphs import Paragraph, has_deleted_mark, read_paragraph
from resources.handbook.word.runs import Runs
from resources.handbook.word.tables import Block, Row, read_table, unwrapped


def read_blocks(body: Element, runs: Runs) -> list[Block]:
    """Everything of a w:body; a table of one cell, which is a box around text, gives its paragraphs."""
    blocks: list[Block] = []
    tables = 0
    waiting: Paragraph | None = None
    for one in unwrapped(body, runs):
        if one.tag == "w:p":
            paragraph = read_paragraph(one, runs)
            if waiting is not None:
                paragraph, waiting = waiting.continued_by(paragraph), None
            if has_deleted_mark(one):
                waiting = paragraph
            else:
                blocks.append(paragraph)
        elif one.tag == "w:tbl":
            tables += 1
            table = read_table(one, runs, tables)
            if _is_box(table.rows):
                blocks.extend(table.rows[0].cells[0].paragraphs)
            elif table.rows:
                blocks.append(table)
        elif one.tag in {"w:altChunk", "w:subDoc"}:
            blocks.append(Paragraph(issues=(_("A part of another document was left out."),)))
    return blocks + ([waiting] if waiting is not None else [])


def _is_box(rows: tuple[Row, ...]) -> bool:
    return len(rows) == 1 and len(rows[0].cells) == 1
