"""What is wrong with an edition, and where."""

from __future__ import annotations

from dataclasses import dataclass

# Fields without one input that could be led to, and with a hidden one.
PANELS = {"introduction", "related", "sections"}
CHOOSERS = {"original_file"}


@dataclass(frozen=True)
class Place:
    """A field or an item: `words` name it to the editor, `block_id` leads to it within `field`."""

    words: str
    field: str
    block_id: str = ""


@dataclass(frozen=True)
class Problem:
    """One thing to mend. What is blocking keeps the edition from being approved and sent."""

    where: str
    words: str
    is_blocking: bool = True
    field: str = "sections"
    block_id: str = ""

    @property
    def anchor(self) -> str:
        """The place in the editor."""
        if self.block_id:
            return f"block-{self.block_id}-section"
        if self.field in PANELS:
            return f"panel-child-content-{self.field}-section"
        return f"id_{self.field}-chooser" if self.field in CHOOSERS else f"id_{self.field}"


def problem(place: Place, words: str, *, is_blocking: bool = True) -> Problem:
    return Problem(place.words, str(words), is_blocking, place.field, place.block_id)
