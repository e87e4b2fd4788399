"""Why an edition cannot be made into a mail."""

from __future__ import annotations


class CannotRender(Exception):
    """`where` names the field or the item for the editor, `words` say what is wrong there."""

    def __init__(self, where: str, words: str) -> None:
        super().__init__(f"{where}: {words}")
        self.where = where
        self.words = words
