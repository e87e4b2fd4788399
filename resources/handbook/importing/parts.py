"""The things of a document, kind by kind, beside those of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from resources.handbook.content import Note, Passage
from resources.handbook.importing import fields, matching
from resources.handbook.importing.acceptance import not_taken_over
from resources.handbook.importing.changes import Entry, FieldChange, Part, Removal
from resources.handbook.importing.held import Held, HeldHandbook
from resources.handbook.importing.sameness import (
    address_key,
    heading_key,
    name_key,
    plain,
    says_the_same,
    unnumbered,
)
from resources.handbook.importing.section_text import (
    alternatives,
    without_lone_captions,
    without_other_pictures,
)
from resources.handbook.word.found import FoundHandbook, FoundSection, Place, Remark


def part(
    kind: str,
    found: Sequence[Any],
    records: Sequence[Held],
    passes: Iterable[tuple[matching.Key, matching.Key]],
    differ: Callable[[Any, Held], Iterable[FieldChange]],
    likeness: Callable[[Any, Held], float] | None = None,
    title: Callable[[Any], str] = lambda thing: thing.title,
) -> Part:
    """An empty kind was most likely never in the document, so nothing of it is missing there."""
    pairs = matching.matched(found, records, passes)
    taken = {id(record) for record in pairs if record is not None}
    gone = [record for record in records if id(record) not in taken and not record.is_withdrawn]
    new = [place for place, record in enumerate(pairs) if record is None]
    likely: dict[int, Held] = {}
    if likeness and new and gone:
        candidates = matching.likely_renames([found[place] for place in new], gone, likeness)
        likely = {place: record for place, record in zip(new, candidates, strict=True) if record}
    entries = []
    for place, (thing, record) in enumerate(zip(found, pairs, strict=True)):
        other = likely.get(place)
        entries.append(
            Entry(
                kind=kind,
                title=plain(title(thing)),
                found=thing,
                held=record,
                fields=tuple(differ(thing, record)) if record else (),
                likely=other,
                likely_fields=tuple(differ(thing, other)) if other else (),
                place=getattr(thing, "place", Place()),
            )
        )
    removals = tuple(Removal(kind, record) for record in gone) if found else ()
    return Part(kind, tuple(entries), removals)


def products(found: FoundHandbook, now: HeldHandbook, trust: fields.Trust) -> Part:
    by_name = (lambda product: name_key(product.name), lambda record: name_key(record.title))
    # What readers see and what still holds comes first where two records have one name.
    records = sorted(now.products, key=lambda record: (record.is_withdrawn, not record.is_live))

    def likeness(product: Any, record: Held) -> float:
        same_category = name_key(product.category) == name_key(record.group)
        names = matching.name_likeness(product.name, record.title) if same_category else 0.0
        texts = (f"{thing.what.text} {thing.usage.text}" for thing in (product, record.value))
        return max(names, matching.text_likeness(*texts))

    return part(
        "product",
        found.products,
        records,
        [by_name],
        lambda product, record: fields.product_fields(product, record, trust),
        likeness,
        lambda product: product.name,
    )


def milestones(found: FoundHandbook, now: HeldHandbook, trust: fields.Trust) -> Part:
    # One without a date says nothing new; on the site it keeps its own.
    known = {name_key(record.title) for record in now.milestones}
    listed = [each for each in found.milestones if each.date or name_key(each.title) in known]
    by_title_and_date = (
        lambda each: (name_key(each.title), each.date),
        lambda record: (name_key(record.title), record.value.date),
    )
    by_title = (lambda each: name_key(each.title), lambda record: name_key(record.title))

    def likeness(milestone: Any, record: Held) -> float:
        if milestone.date != record.value.date:
            return 0.0
        return max(
            matching.name_likeness(milestone.title, record.title),
            matching.text_likeness(milestone.text.text, record.value.text.text),
        )

    return part(
        "milestone",
        listed,
        now.milestones,
        [by_title_and_date, by_title],
        lambda each, record: fields.milestone_fields(each, record, trust),
        likeness,
    )


def resources(found: FoundHandbook, now: HeldHandbook, trust: fields.Trust) -> Part:
    def found_key(each: Any) -> tuple[str, str]:
        return name_key(each.group), name_key(each.title)

    def held_key(record: Held) -> tuple[str, str]:
        return name_key(record.group), name_key(record.title)

    passes = [
        (
            lambda each: (*found_key(each), address_key(each.url), each.published),
            lambda record: (*held_key(record), address_key(record.value.url), record.value.published),
        ),
        (
            lambda each: (*found_key(each), each.published),
            lambda record: (*held_key(record), record.value.published),
        ),
        (
            lambda each: (name_key(each.group), address_key(each.url)) if each.url else None,
            lambda record: (
                (name_key(record.group), address_key(record.value.url)) if record.value.url else None
            ),
        ),
        (found_key, held_key),
        (lambda each: address_key(each.url) or None, lambda record: address_key(record.value.url) or None),
    ]

    def likeness(resource: Any, record: Held) -> float:
        same_group = name_key(resource.group) == name_key(record.group)
        return matching.name_likeness(resource.title, record.title) if same_group else 0.0

    return part(
        "resource",
        found.resources,
        now.resources,
        passes,
        lambda each, record: fields.resource_fields(each, record, trust),
        likeness,
    )


def notes(found: FoundHandbook, now: HeldHandbook) -> Part:
    def differ(note: Note, record: Held) -> Iterable[FieldChange]:
        if not fields.same_passage(record.value.text, note.text):
            yield fields.change("text", record.value.text, note.text)

    by_mark = (lambda note: note.mark, lambda record: record.title)
    return part("note", found.timeline_notes, now.notes, [by_mark], differ, title=lambda note: note.mark)


def sections(found: FoundHandbook, now: HeldHandbook) -> tuple[Part, list[Remark]]:
    """By heading, then what is left by its place. Pictures of the file that the site lacks are told of."""
    numbers = {picture.src: picture for picture in found.pictures}
    lost: list[Remark] = []
    shown = {record.value.shows for record in now.sections}

    def differ(section: FoundSection, record: Held) -> Iterable[FieldChange]:
        if not says_the_same(unnumbered(record.title), unnumbered(section.heading)):
            yield fields.change("heading", record.title, plain(section.heading))
        # What the reader took for words of a made part stays where editors put it.
        if section.shows and section.shows not in shown and not record.value.shows:
            yield fields.change("shows", record.value.shows, section.shows)
        new = _with_known_pictures(section, record.value.body.html)
        old, _kept = without_other_pictures(record.value.body.html, alternatives(new.html))
        if not fields.same_passage(Passage(old), new):
            yield fields.change("body", Passage(old), new)

    def _with_known_pictures(section: FoundSection, held_html: str) -> Passage:
        html, gone = without_other_pictures(section.body.html, alternatives(held_html))
        for source in gone:
            if picture := numbers.get(source):
                lost.append(not_taken_over(picture.number, picture.alt, picture.place))
        return Passage(without_lone_captions(html, held_html))

    places = {id(section): place for place, section in enumerate(found.sections)}
    held_places = {id(record): place for place, record in enumerate(now.sections)}
    made = part(
        "section",
        found.sections,
        now.sections,
        [
            (lambda section: heading_key(section.heading), lambda record: heading_key(record.title)),
            (lambda section: places[id(section)], lambda record: held_places[id(record)]),
        ],
        differ,
        title=lambda section: section.heading,
    )
    for entry in made.added:
        _with_known_pictures(entry.found, "")
    return made, lost
