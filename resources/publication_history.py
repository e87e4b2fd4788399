"""What changed in a publication and when: our own change notes and those from before this site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.pages.models import ChangeNote


@dataclass(frozen=True)
class HistoryEntry:
    """One dated line of the update history. `language` is that of its words where it is not the reader's."""

    day: date
    text: str
    language: str = ""


class EarlierUpdateBlock(blocks.StructBlock):
    """A note from the time before the publication stood on this site."""

    day = blocks.DateBlock(label=_("Date"))
    text = blocks.CharBlock(label=_("What changed"), max_length=250)

    class Meta:
        icon = "history"
        label = _("Earlier update")


def full_history(
    notes: Iterable[ChangeNote], earlier: blocks.StreamValue, languages: Mapping[int, str]
) -> list[HistoryEntry]:
    """Both kinds together, newest first. `languages` are those of the pages with notes, by their keys."""
    ours = [
        HistoryEntry(timezone.localdate(note.published_at), note.text, languages.get(note.page_id, ""))
        for note in notes
    ]
    # A draft may hold entries without a day.
    before = [
        HistoryEntry(entry.value["day"], entry.value["text"]) for entry in earlier if entry.value["day"]
    ]
    return sorted([*ours, *before], key=lambda entry: entry.day, reverse=True)
