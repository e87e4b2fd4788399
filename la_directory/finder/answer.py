"""What the finder says."""

from __future__ import annotations

from dataclasses import dataclass

from la_directory.finder.elsewhere import Country


@dataclass(frozen=True)
class Match:
    """A council by its current code, and why it is offered."""

    code: str
    reason: str


@dataclass(frozen=True)
class Answer:
    """The councils that fit, the best first. `country` is where else the reader may have to ask."""

    matches: tuple[Match, ...] = ()
    is_certain: bool = False  # all that was typed is understood; else even one match is only a proposal
    note: str = ""
    country: Country | None = None

    @property
    def only(self) -> str | None:
        """The code of the one council that readers are taken to at once."""
        return self.matches[0].code if self.is_certain and len(self.matches) == 1 else None


NOTHING = Answer()
