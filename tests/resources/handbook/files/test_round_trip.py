"""What is exported to Word and read again is the same content."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from cms.partial_dates.value import PartialDate
from resources.handbook.content import Handbook, Link, Milestone, Note, Passage, Product, Section
from resources.handbook.files import word_file
from resources.handbook.markup import tidied
from resources.handbook.word import read
from resources.handbook.word.found import FoundHandbook
from tests.factories.handbook import handbook, product
from tests.resources.handbook.files.random_books import books

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
PASSAGES = ("what", "made_by", "used_by", "usage")


def _pair(link: Link | None) -> tuple[str, str] | None:
    return link and (link.title, link.url)


def _exported(book: Handbook) -> dict[str, Any]:
    """The content that a Word document of the handbook carries, in its order."""
    dated = sorted(book.milestones, key=lambda one: one.date.sort_key)
    return {
        "title": book.title,
        "subtitle": book.summary,
        "published": book.published,
        "sections": [(one.heading, tidied(one.body.html), one.shows) for one in book.sections],
        "categories": list(dict.fromkeys(one.name for one in book.categories if one.products)),
        "products": [
            (
                category.name,
                one.name,
                one.published,
                one.rhythm,
                # The main link has no words of its own: the name leads there.
                [(one.name, one.links[0].url), *map(_pair, one.links[1:])] if one.links else [],
                *(tidied(getattr(one, name).html) for name in PASSAGES),
            )
            for category in book.categories
            for one in category.products
        ],
        "introductions": [
            tidied(one.html) for one in (book.timeline_introduction, book.resources_introduction)
        ],
        "notes": [(one.mark, tidied(one.text.html)) for one in book.timeline_notes],
        "milestones": [
            (
                one.date,
                one.title,
                tidied(one.text.html),
                one.link and one.link.url,
                one.note_mark,
                _pair(one.belongs_to),
            )
            for one in dated
        ],
        "resources": [(one.group, one.published, one.title, one.url) for one in book.further_resources],
    }


def _imported(found: FoundHandbook) -> dict[str, Any]:
    """The same out of what was read."""
    return {
        "title": found.title,
        "subtitle": found.subtitle,
        "published": found.published,
        "sections": [(one.heading, one.body.html, one.shows) for one in found.sections],
        "categories": list(found.categories),
        "products": [
            (
                one.category,
                one.name,
                one.published,
                one.rhythm,
                [_pair(link) for link in one.links],
                *(getattr(one, name).html for name in PASSAGES),
            )
            for one in found.products
        ],
        "introductions": [found.timeline_introduction.html, found.resources_introduction.html],
        "notes": [(one.mark, one.text.html) for one in found.timeline_notes],
        "milestones": [
            (
                one.date,
                one.title,
                one.text.html,
                one.link and one.link.url,
                one.note_mark,
                _pair(one.belongs_to),
            )
            for one in found.milestones
        ],
        "resources": [(one.group, one.published, one.title, one.url) for one in found.resources],
    }


def _assert_same(book: Handbook) -> None:
    found = read(word_file.make(book))
    exported, imported = _exported(book), _imported(found)
    for part, content in exported.items():
        assert imported[part] == content
    assert not found.errors


def _with_product(**fields: Any) -> Handbook:
    book = handbook(2)
    made: Product = replace(product("Standards"), **fields)
    return replace(book, categories=(replace(book.categories[0], products=(made,)), *book.categories[1:]))


def _with_section(html: str, **fields: Any) -> Handbook:
    return handbook(
        2, sections=(Section("s1", 1, "Introduction", Passage(html)), *handbook().sections[1:]), **fields
    )


def test_handbook_comes_back_as_it_was():
    _assert_same(handbook(9))


@pytest.mark.parametrize(
    "html",
    [
        "<p>one</p><p>two</p>",
        "<p><b>bold</b>, <i>italic</i>, <b><i>both</i></b> and m<sup>2</sup></p>",
        '<p>See <a href="https://example.org/?a=1&amp;b=2#c">the plan</a>.</p>',
        '<p><a href="mailto:a@b.example">Write</a> or <a href="tel:01314960000">ring</a>.</p>',
        "<p><b>a<i>b<sup>c</sup></i>d</b>e</p>",
        '<p><a href="https://example.org/">plain <b>bold</b></a></p>',
        "<p>one<br/>two</p>",
        "<p>fish &amp; chips &lt;3&gt; “é” 日本 𝄞 – £10</p>",
        "<ul><li>a</li><li>b<ul><li>c<ol><li>d</li></ol></li></ul></li><li>e</li></ul>",
        "<ol><li>a</li><li>b</li></ol><p>x</p><ol><li>c</li></ol>",
        "<ol><li>a</li></ol><ol><li>b</li></ol>",
        "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol><ul><li>d</li></ul>",
        "<p>before</p><ul><li><b>a</b> b</li></ul><p>after</p>",
    ],
)
def test_rich_text_comes_back_as_it_was(html):
    _assert_same(_with_section(html))
    _assert_same(_with_product(what=Passage(html), usage=Passage(html)))
    _assert_same(_with_section("", timeline_introduction=Passage(html), resources_introduction=Passage(html)))


def test_headings_in_a_section_come_back_with_their_levels():
    _assert_same(_with_section("<p>a</p><h3>b</h3><p>c</p><h4>d</h4><p>e</p><h3>f</h3>"))


@pytest.mark.parametrize(
    "written", ["5 December 2018", "December 2018", "Spring 2022", "2018", "Ongoing", "Latest statistics"]
)
@pytest.mark.parametrize("rhythm", ["", "Updated twice a year"])
@pytest.mark.parametrize("language", ["en", "gd"])
def test_dates_and_rhythms_come_back_as_they_were(written, rhythm, language):
    _assert_same(
        replace(_with_product(published=PartialDate.parse(written), rhythm=rhythm), language=language)
    )


def test_rhythm_without_a_date_stays_a_rhythm():
    _assert_same(_with_product(published=None, rhythm="Updated twice a year"))


def test_product_with_nothing_but_a_name_comes_back():
    nothing = dict.fromkeys(PASSAGES, Passage())
    _assert_same(_with_product(published=None, links=(), **nothing))


def test_several_links_of_a_product_come_back_in_order():
    links = [Link(f"Part {number}", f"https://example.org/{number}/") for number in range(4)]
    _assert_same(_with_product(links=(Link("Standards", "https://example.org/"), *links)))


@pytest.mark.parametrize("status", ["under_review", "replaced", "withdrawn"])
def test_what_the_site_says_of_a_product_is_not_taken_for_its_content(status):
    _assert_same(_with_product(status=status, status_note="Because it is old."))


def test_milestones_and_notes_come_back():
    about = Link("The plan", "https://example.org/plan/")
    link = Link("Read it", "https://example.org/read/")
    text = Passage("<p>By <b>both</b> partners.</p><p>And more.</p>")
    _assert_same(
        handbook(
            2,
            milestones=(
                Milestone("a", PartialDate.in_year(2016), "New powers"),
                Milestone("b", PartialDate.in_month(2018, 12), "Agreement", text, link, "*", about),
                Milestone("c", PartialDate.parse("5 December 2018"), "Signed", note_mark="**"),
            ),
            timeline_notes=(
                Note("*", Passage("<p>One <i>note</i>.</p>")),
                Note("**", Passage("<p>Two.</p>")),
            ),
        )
    )


def test_empty_annexes_come_back_empty():
    nothing = Passage()
    _assert_same(
        handbook(
            2,
            milestones=(),
            timeline_notes=(),
            further_resources=(),
            timeline_introduction=nothing,
            resources_introduction=nothing,
        )
    )


def test_picture_comes_back_as_words_that_the_site_made_where_there_are_no_bytes():
    book = _with_section(
        '<p>a</p><figure><img src="x" alt="A wheel"/><figcaption>W</figcaption></figure><p>b</p>'
    )
    assert read(word_file.make(book)).sections[0].body.html == "<p>a</p><p>b</p>"


# Making a failing handbook smaller takes minutes, and its difference says enough.
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(books())
def test_any_handbook_comes_back_as_it_was(book):
    _assert_same(book)
