"""Handbooks made up by hypothesis: small, alike, and with the same few ids in every kind."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from cms.partial_dates.value import ONGOING, PartialDate
from resources.handbook.content import (
    Audience,
    Category,
    EditionMark,
    FurtherResource,
    Handbook,
    Link,
    Milestone,
    Note,
    Passage,
    Picture,
    Product,
    Relation,
    Section,
)
from resources.handbook.product_choices import ProductStatus, RelationKind

# Few, so that records of two handbooks often are the same one, and so that ids of kinds clash.
ids = st.sampled_from("abcdef")
words = st.sampled_from(["", "plan", "the plan", "a plan for work", "Alba", "é ù & <b>"])
dates = st.sampled_from([None, ONGOING, PartialDate.in_year(2021), PartialDate.in_month(2021, 12)])
passages = st.sampled_from(
    [
        "",
        "<p>One plan.</p>",
        "<p>One <b>plan</b>.</p>",
        '<p>One <a href="https://example.org/1/">plan</a>.</p>',
        '<p>One <a href="https://example.org/2/">plan</a>.</p>',
        "<ul><li>One</li><li>Two</li></ul>",
        "<ol><li>One</li><li>Two</li></ol>",
        '<figure><img src="a.png" alt="Map"><figcaption>Where</figcaption></figure>',
    ]
).map(Passage)
links = st.builds(
    Link, words, st.sampled_from(["", "https://example.org/1/", "https://example.org/2/"]), words
)
some_links = st.lists(links, max_size=2).map(tuple)


def some(records: st.SearchStrategy, most: int = 5) -> st.SearchStrategy:
    """A few records with different ids, in any order."""
    return st.lists(records, max_size=most, unique_by=lambda each: each.id).map(tuple)


products = st.builds(
    Product,
    id=ids,
    name=words,
    url=words,
    published=dates,
    what=passages,
    usage=passages,
    rhythm=words,
    status=st.sampled_from(ProductStatus.values),
    replaced_by=ids,
    audiences=st.lists(st.builds(Audience, ids, words), max_size=2).map(tuple),
    links=some_links,
    relations=st.lists(st.builds(Relation, st.sampled_from(RelationKind.values), ids), max_size=2).map(tuple),
)
sections = st.builds(Section, ids, st.integers(1, 3), words, passages, st.sampled_from(["", "products"]))
milestones = st.builds(
    Milestone, ids, dates, words, passages, st.none() | links, words, belongs_to=st.none() | links
)
resources = st.builds(FurtherResource, ids, words, dates, words, words, words)
notes = st.builds(Note, st.sampled_from(["*", "**"]), passages)


@st.composite
def categories(draw: st.DrawFn) -> tuple[Category, ...]:
    """Products are spread over them; an id stands once in the whole handbook."""
    made = draw(some(st.builds(Category, ids, words), 3))
    for product in draw(some(products, 6)) if made else ():
        place = draw(st.integers(0, len(made) - 1))
        holder = replace(made[place], products=(*made[place].products, product))
        made = (*made[:place], holder, *made[place + 1 :])
    return made


books = st.builds(
    Handbook,
    id=ids,
    language=st.sampled_from(["en", "gd"]),
    title=words,
    url=words,
    published=dates,
    summary=words,
    changed_on=words,
    edition=st.none() | st.builds(EditionMark, words, words, words, words),
    sections=some(sections),
    ambition=words,
    categories=categories(),
    timeline_introduction=passages,
    # Nothing keeps two notes from having the same mark.
    timeline_notes=st.lists(notes, max_size=4).map(tuple),
    milestones=some(milestones),
    resources_introduction=passages,
    further_resources=some(resources),
    pictures=st.lists(st.builds(Picture, st.just("a.png"), words), max_size=1).map(tuple),
)


@st.composite
def edited(draw: st.DrawFn, book: Handbook) -> Handbook:
    """The same handbook after a few of an editor's steps."""
    for _ in range(draw(st.integers(0, 3))):
        other = draw(books)
        name = draw(
            st.sampled_from(["title", "changed_on", "sections", "categories", "milestones", "timeline_notes"])
        )
        mine, theirs = getattr(book, name), getattr(other, name)
        if isinstance(mine, tuple) and mine:
            step = draw(st.sampled_from(["drop", "turn", "shuffle", "replace"]))
            theirs = {
                "drop": mine[1:],
                "turn": mine[::-1],
                "shuffle": tuple(draw(st.permutations(mine))),
                "replace": theirs,
            }[step]
        book = replace(book, **{name: theirs})
    return book


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Handbook, Handbook]:
    """Two handbooks: one made from the other, or each by itself."""
    first = draw(books)
    return first, draw(edited(first) | books)
