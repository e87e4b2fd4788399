"""The notation of the demo texts: plain words for paragraphs, lists and headings, one function a block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from textwrap import dedent
from typing import Any
from zlib import crc32

from home.demo.demo_page import File, Picture, Statements, To

Block = dict[str, Any]
LIST_ITEM = re.compile(r"^(?:-|\d+\.) ", re.MULTILINE)


def block(kind: str, value: Any) -> Block:
    return {"type": kind, "value": value}


def rich(text: str) -> str:
    """Rich text from paragraphs parted by empty lines; lines that start with "- " or "1. " are a list."""
    return "".join(_paragraph_or_list(chunk) for chunk in re.split(r"\n\s*\n", dedent(text).strip()))


def _paragraph_or_list(chunk: str) -> str:
    if not LIST_ITEM.match(chunk):
        return _element("p", chunk)
    tag = "ul" if chunk.startswith("-") else "ol"
    items = [item for item in LIST_ITEM.split(chunk) if item.strip()]
    return f"<{tag}>" + "".join(_element("li", item) for item in items) + f"</{tag}>"


def _element(tag: str, text: str) -> str:
    """With the key the editor gives each paragraph, or an unchanged page would look changed when it is saved."""
    return f'<{tag} data-block-key="{crc32(text.encode()) % 0x100000:05x}">{_inline(text)}</{tag}>'


def _inline(text: str) -> str:
    """One line of HTML; **words** are bold. Links stay as written until all pages exist."""
    words = escape(" ".join(text.split()), quote=False)
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", words)


def prose(text: str) -> list[Block]:
    """Text blocks, and a heading block for each paragraph that starts with ##, ### or ####."""
    blocks: list[Block] = []
    waiting: list[str] = []

    def finish() -> None:
        if waiting:
            blocks.append(block("text", rich("\n\n".join(waiting))))
            waiting.clear()

    for chunk in re.split(r"\n\s*\n", dedent(text).strip()):
        if chunk.startswith("##"):
            finish()
            marks, _, words = chunk.partition(" ")
            blocks.append(block("heading", {"level": str(len(marks)), "text": " ".join(words.split())}))
        else:
            waiting.append(chunk)
    finish()
    return blocks


def quotation(text: str, attribution: str, role: str = "") -> Block:
    return block("quotation", {"text": rich(text), "attribution": attribution, "role": role})


def warning(text: str) -> Block:
    return block("warning", {"text": rich(text)})


def inset(text: str) -> Block:
    return block("inset", {"text": rich(text)})


def details(summary: str, text: str) -> Block:
    return block("details", {"summary": summary, "text": rich(text)})


def accordion(*items: tuple[str, str]) -> Block:
    return block("accordion", {"items": [{"title": title, "text": rich(text)} for title, text in items]})


def picture(name: str, alt: str) -> dict[str, Any]:
    """The value of an image block; without words it is decoration."""
    return {"image": Picture(name), "alt_text": alt, "decorative": not alt}


def image(name: str, alt: str, caption: str = "", long_description: str = "") -> Block:
    return block(
        "image",
        {
            "image": picture(name, alt),
            "caption": caption,
            "long_description": rich(long_description) if long_description else "",
        },
    )


def embed(title: str, still: str, url: str, description: str, transcript: str) -> Block:
    value = {"title": title, "picture": Picture(still), "url": url, "description": description}
    return block("embed", {**value, "transcript": To(transcript)})


def table(kind: str, caption: str, columns: Sequence[tuple[str, str]], rows: Any, note: str = "") -> Block:
    """`kind` is "stack" or "scroll"; columns are (type, heading); rows are sequences of cells."""
    cells = [
        [rich(cell) if type_ == "rich_text" else cell for (type_, _), cell in zip(columns, row, strict=True)]
        for row in rows
    ]
    typed = {
        "columns": [{"type": type_, "heading": heading} for type_, heading in columns],
        "rows": [{"values": row} for row in cells],
        "caption": "",
    }
    return block(f"{kind}_table", {"caption": caption, "note": note, "table": typed})


def buttons(*entries: tuple[str, str, str]) -> Block:
    """Each is (words, target, "primary" or "secondary")."""
    values = [{"label": words, "link": To(target), "style": style} for words, target, style in entries]
    return block("buttons", {"buttons": values})


def card(title: str, summary: str, target: str, link_words: str = "", drawing: str = "") -> dict[str, Any]:
    image = Picture(drawing) if drawing else None
    return {"title": title, "summary": summary, "link": To(target), "link_words": link_words, "image": image}


def cards(*entries: dict[str, Any], heading: str = "") -> Block:
    return block("cards", {"heading": heading, "cards": list(entries)})


def statistics(source: str, *tiles: tuple[str, str, str]) -> Block:
    items = [{"figure": figure, "label": label, "note": note} for figure, label, note in tiles]
    return block("statistics", {"items": items, "source": source})


def documents(*entries: tuple[str, str], title: str = "") -> Block:
    """Each is (name in DOCUMENTS, title or "")."""
    files = [{"document": File(name), "title": words} for name, words in entries]
    return block("documents", {"title": title, "documents": files})


def links(*entries: tuple[str, str, str], title: str = "") -> Block:
    """Each is (title or "", target, summary)."""
    items = [{"title": words, "link": To(target), "summary": summary} for words, target, summary in entries]
    return block("links", {"title": title, "links": items})


def publication(
    target: str, title: str = "", date: str = "", summary: str = "", link_words: str = ""
) -> dict[str, Any]:
    """What is left empty comes from the page, where the target is one of ours."""
    value = {"link": To(target), "title": title, "date": date or None, "summary": summary}
    return {**value, "link_words": link_words}


def publications(*entries: dict[str, Any]) -> Block:
    return block("publications", {"publications": list(entries)})


def statements() -> Block:
    return block("statements", Statements())


def wheel(title: str, centre: str, *parts: tuple[str, str, str]) -> Block:
    """Each part is (name, label, text)."""
    values = [{"name": name, "label": label, "text": text} for name, label, text in parts]
    return block("wheel", {"title": title, "centre": centre, "parts": values})


def latest_updates(heading: str = "", kind: str = "", number: int = 3) -> Block:
    return block("latest_updates", {"heading": heading, "kind": kind, "number": number})
