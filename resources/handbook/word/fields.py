"""Word's fields: codes such as HYPERLINK or TOC with the text they last gave, over runs and paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

CONTENTS = {"TOC", "INDEX", "TOA"}
SWITCH_OR_WORD = re.compile(r'\\(\w)|"([^"]*)"|(\S+)')


@dataclass
class Field:
    """One field; its code comes first, then its result."""

    code: str = ""
    is_in_result: bool = False

    @property
    def kind(self) -> str:
        return (self.code.split() or [""])[0].upper()

    @property
    def target(self) -> str:
        """Where a HYPERLINK leads: an address, with the place in it after "#"."""
        address, place, switch = "", "", ""
        for match in SWITCH_OR_WORD.finditer(self.code.strip()[len("HYPERLINK") :]):
            if match[1]:
                switch = match[1].lower()
                continue
            words = match[2] if match[2] is not None else match[3]
            if switch == "l":
                place = words
            elif switch != "o" and switch != "t":
                address = address or words
            switch = ""
        return f"{address}#{place}" if place else address


class Fields:
    """The fields that are open at a point of the document."""

    def __init__(self) -> None:
        self._open: list[Field] = []

    def begin(self, code: str = "") -> None:
        self._open.append(Field(code, is_in_result=bool(code)))

    def add_code(self, words: str) -> None:
        if self._open and not self._open[-1].is_in_result:
            self._open[-1].code += words

    def separate(self) -> None:
        if self._open:
            self._open[-1].is_in_result = True

    def end(self) -> None:
        if self._open:
            self._open.pop()

    def start_paragraph(self, is_heading: bool) -> None:
        """A field that was never closed must not swallow what follows; only contents span paragraphs."""
        if is_heading or not self.is_contents:
            self._open.clear()

    @property
    def is_code(self) -> bool:
        """Text here is no text for readers."""
        return any(not field.is_in_result for field in self._open)

    @property
    def is_contents(self) -> bool:
        return any(field.kind in CONTENTS for field in self._open)

    @property
    def target(self) -> str | None:
        """Where the innermost link leads; None outside of links."""
        links = [field.target for field in self._open if field.kind == "HYPERLINK" and field.is_in_result]
        return links[-1] if links else None
