"""The parts of a document, read one after the other into what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from resources.handbook.content import Note, Passage
from resources.handbook.word.annexes import NOTE_STYLE, milestone_in_words, note
from resources.handbook.word.columns import PRODUCTS, expected_headings
from resources.handbook.word.found import WHOLE, FoundHandbook, FoundMilestone, FoundSection, Place
from resources.handbook.word.front import is_ours, read_front
from resources.handbook.word.known_tables import KnownTables
from resources.handbook.word.outline import Part, contents_words, heading_key
from resources.handbook.word.paragraphs import Paragraph
from resources.handbook.word.passages import passage
from resources.handbook.word.remarks import Remarks, quoted
from resources.handbook.word.runs import Runs
from resources.handbook.word.tables import MADE_STYLES, Table

FIT_TOGETHER = "fit together"
OWN_CAPTION = "handbook caption"


class PartReader:
    """Reads the parts of one document."""

    def __init__(self, runs: Runs, remarks: Remarks, parts: Sequence[Part]) -> None:
        self._runs = runs
        self._remarks = remarks
        self._parts = parts
        self._tables = KnownTables(remarks, is_ours=is_ours(parts[0]))
        self._headings = {
            heading_key(part.title.text) for part in parts if part.title and part.kind != "contents"
        }
        self._contents_lines = runs.changes["contents"]
        self._sections: list[FoundSection] = []
        self._drawn_lists: set[int] = set()
        self._timeline: list[Paragraph] = []
        self._notes: list[Note] = []
        self._spoken_milestones: list[FoundMilestone] = []
        self._resources: list[Paragraph] = []

    def read(self) -> FoundHandbook:
        front, *others = self._parts
        contents = self._contents_of(front)
        blocks = tuple(block for block in front.blocks if id(block) not in contents)
        begin = read_front(replace(front, blocks=blocks), self._remarks)
        self._read_tables(front)
        for part in others:
            if part.title is not None:
                self._remarks.notices(part.place(), part.title.issues)
            if part.kind == "contents":
                self._read_contents(part)
            elif part.kind == "section":
                self._read_section(part)
            else:
                self._read_annex(part)
        self._tell_of_whole()
        return FoundHandbook(
            title=begin.title,
            subtitle=begin.subtitle,
            published=begin.published,
            sections=tuple(self._with_diagram()),
            products=tuple(self._tables.products),
            timeline_introduction=passage(self._timeline, section_level=1),
            timeline_notes=tuple(self._notes),
            milestones=(*self._spoken_milestones, *self._tables.milestones),
            resources_introduction=passage(self._resources, section_level=1),
            resources=tuple(self._tables.resources),
            remarks=tuple(self._remarks),
            pictures=self._runs.pictures.placed,
        )

    def _contents_of(self, part: Part) -> set[int]:
        """Ids of lines of contents, which are counted."""
        found = set()
        for _place, paragraph in part.paragraphs:
            words = contents_words(paragraph)
            if paragraph.is_contents or (words and heading_key(words) in self._headings):
                found.add(id(paragraph))
        self._contents_lines += len(found)
        return found

    def _written(self, part: Part) -> list[tuple[Place, Paragraph]]:
        """The paragraphs a person wrote, without lines of contents and what the site made."""
        contents = self._contents_of(part)
        made = {*MADE_STYLES, OWN_CAPTION}
        return [
            (place, one)
            for place, one in part.paragraphs
            if id(one) not in contents and one.style not in made
        ]

    def _read_contents(self, part: Part) -> None:
        for place, paragraph in self._written(part):
            if contents_words(paragraph) or heading_key(paragraph.text) in self._headings:
                self._contents_lines += 1
            elif paragraph.text:
                words = _("%s stands in the contents list and was left out.")
                self._remarks.notice(place, words % quoted(paragraph.text))
        self._read_tables(part)

    def _kept(self, part: Part) -> list[tuple[Place, Paragraph]]:
        """What goes into the text of a part: tables are read, captions taken away, pictures placed."""
        captions = self._read_tables(part)
        kept = []
        for place, paragraph in self._written(part):
            if id(paragraph) in captions:
                continue
            self._remarks.notices(place, paragraph.issues)
            for number in paragraph.pictures:
                self._runs.pictures.place(number, place)
            kept.append((place, paragraph))
        return kept

    def _read_tables(self, part: Part) -> set[int]:
        """Gives the ids of captions, which the site writes for itself."""
        captions: set[int] = set()
        before: Paragraph | None = None
        for block in part.blocks:
            if isinstance(block, Table):
                if self._tables.read(block, part, before) and before is not None:
                    captions.add(id(before))
                before = None
            elif not block.is_empty:
                before = block
        return captions

    def _read_section(self, part: Part) -> None:
        count = len(self._tables.products)
        body = passage([paragraph for _place, paragraph in self._kept(part)], section_level=1)
        if any(
            paragraph.style in MADE_STYLES and paragraph.list_place.kind
            for _place, paragraph in part.paragraphs
        ):
            self._drawn_lists.add(part.number)
        shows = "products" if len(self._tables.products) > count else ""
        self._sections.append(FoundSection(part.heading, body, shows, part.place()))

    def _read_annex(self, part: Part) -> None:
        is_timeline = part.letter in {"A", "1"} or "timeline" in part.heading.casefold()
        if not is_timeline and part.letter not in {"B", "2"}:
            self._remarks.error(part.place(), _("This annex is not known; its text was put below Annex B."))
        count = len(self._tables.milestones)
        kept = self._kept(part)
        if not is_timeline:
            self._resources.extend(paragraph for _place, paragraph in kept)
            return
        has_table = len(self._tables.milestones) > count
        for place, paragraph in kept:
            milestone = None if has_table else milestone_in_words(paragraph, place)
            if found := note(paragraph):
                self._notes.append(found)
            elif paragraph.style == NOTE_STYLE and self._notes:
                last = self._notes[-1]
                self._notes[-1] = Note(last.mark, Passage(last.text.html + passage([paragraph]).html))
            elif milestone:
                self._spoken_milestones.append(milestone)
            elif not self._is_year(paragraph, part):
                self._timeline.append(paragraph)

    @staticmethod
    def _is_year(paragraph: Paragraph, part: Part) -> bool:
        """A year alone heads the part of a timeline that follows."""
        return len(paragraph.text) == 4 and paragraph.text.isdigit() and part.letter == "A"

    def _with_diagram(self) -> list[FoundSection]:
        """The section that the diagram belongs to: our own files list it there, others only speak of it."""
        sections = self._sections
        shown = next((at for at, section in enumerate(sections) if section.shows == "products"), -1)
        for at, section in enumerate(sections):
            is_drawn = at + 1 in self._drawn_lists
            speaks_of_it = not self._drawn_lists and at > shown and FIT_TOGETHER in section.heading.casefold()
            if section.shows == "" and (is_drawn or speaks_of_it):
                sections[at] = replace(section, shows="diagram")
                break
        return sections

    def _tell_of_whole(self) -> None:
        if count := self._contents_lines:
            words = ngettext(
                "%d line of contents was left out.", "%d lines of contents were left out.", count
            )
            self._remarks.notice(WHOLE, words % count)
        if not self._tables.products:
            words = _("No products were found. A table of products has the headings %s.")
            self._remarks.error(WHOLE, words % expected_headings(PRODUCTS))
        if not self._sections:
            self._remarks.error(
                WHOLE, _("No section was found. Sections begin with a heading such as “1. Introduction”.")
            )
        placed = {picture.number for picture in self._runs.pictures.placed}
        for number in self._runs.pictures.numbers:
            if number not in placed:
                self._remarks.notice(
                    WHOLE, _("Picture %d stands outside of the sections and was left out.") % number
                )
