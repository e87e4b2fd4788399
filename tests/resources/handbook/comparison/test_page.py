"""The page of a comparison says in words, marks and order what changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from cms.partial_dates.value import PartialDate
from home.models import StandardPage
from resources.handbook.comparison.differences import compare
from resources.handbook.comparison.shown import for_readers
from resources.handbook.content import Handbook, Link, Note, Passage, Relation, Section
from tests.factories.handbook import handbook, product
from tests.site.test_valid_html import problems

FIRST = handbook().categories[0].products[0].id
PARTIAL = "resources/handbook/comparison/comparison.html"


def page(old: Handbook, new: Handbook) -> BeautifulSoup:
    html = render_to_string(PARTIAL, {"comparison": for_readers(compare(old, new))})
    return BeautifulSoup(html, "html.parser")


def with_product(**values: Any) -> Handbook:
    first, *others = handbook().categories
    return handbook(
        categories=(
            replace(first, products=(replace(first.products[0], **values), *first.products[1:])),
            *others,
        )
    )


def answer(soup: BeautifulSoup, question: str) -> Tag:
    """What stands beside the name of a field."""
    return soup.find("dt", string=question).find_next_sibling("dd")


def words(element: Tag) -> str:
    return " ".join(element.get_text().split())


def product_page(**values: Any) -> BeautifulSoup:
    return page(handbook(), with_product(**values))


def with_body(*paragraphs: str) -> Handbook:
    return handbook(
        sections=(Section("s", 1, "Purpose", Passage("".join(f"<p>{each}</p>" for each in paragraphs))),)
    )


def test_the_summary_counts_and_leads_to_the_parts() -> None:
    old = handbook(products=8)
    new = with_product(rhythm="yearly")
    new = replace(
        new, categories=(*new.categories[:3], replace(new.categories[3], products=(product("New"),)))
    )
    soup = page(old, replace(new, title="Handbook"))
    found = {words(link): link["href"] for link in soup.select("#changes-summary + ul a")}
    assert found == {
        "2 products added, 2 removed, 1 changed": "#changes-products",
        "1 detail of the handbook itself changed": "#changes-itself",
    }
    assert all(soup.select_one(href) for href in found.values())


def test_a_comparison_without_news_says_so() -> None:
    assert (
        words(page(handbook(), handbook(changed_on="2030-01-01")))
        == "Nothing changed that a reader would see."
    )


def test_words_are_marked_for_eyes_and_ears() -> None:
    soup = product_page(usage=Passage("<p>Used in planning and review. Read the guide.</p>"))
    assert words(answer(soup, "How and when can it be used?")).startswith(
        "Used in planning [inserted: and review end of insertion] . Read the guide."
    )
    assert [words(mark) for mark in soup.select("ins .visually-hidden")] == [
        "[inserted:",
        "end of insertion]",
    ]
    assert answer(soup, "How and when can it be used?").ins.find_all(string=True, recursive=False) == [
        "and review"
    ]
    soup = product_page(
        usage=Passage('<p>Used. <a href="https://example.org/guide/">Read the guide</a>.</p>')
    )
    assert "[deleted: in planning end of deletion]" in words(answer(soup, "How and when can it be used?"))


def test_marks_are_explained_only_where_there_are_any() -> None:
    assert "underlined after a plus sign" in words(product_page(rhythm="yearly"))
    assert "underlined" not in words(product_page(published=None))


def test_text_is_shown_with_nothing_between_its_words() -> None:
    """A line break in a template would be a space within a word's brackets."""
    mark = answer(
        page(with_product(rhythm="(monthly)"), with_product(rhythm="(yearly)")), "How often is it updated?"
    )
    for hidden in mark.select(".visually-hidden"):
        hidden.decompose()
    assert mark.p.get_text().strip() == "(monthlyyearly)"


@pytest.mark.parametrize(
    ("values", "question", "before", "after"),
    [
        (
            {"published": PartialDate.in_season(2025, "spring")},
            "When was it published?",
            "December 2021",
            "Spring 2025",
        ),
        ({"published": None}, "When was it published?", "December 2021", "nothing"),
        ({"status": "under_review"}, "Status", "Current", "Under review"),
        ({"replaced_by": FIRST}, "What replaced it?", "nothing", "Product 1"),
    ],
)
def test_short_values_stand_before_and_after(
    values: dict[str, Any], question: str, before: str, after: str
) -> None:
    found = answer(product_page(**values), question)
    assert [words(each) for each in found.find_all("p")] == [f"Before: {before}", f"After: {after}"]


def test_a_category_is_named_as_it_was_called_then() -> None:
    old, new = handbook(products=1), handbook(products=1)
    one, two, *others = new.categories
    emptied = replace(one, name="Renamed", products=())
    moved = (emptied, replace(two, name="Further products", products=one.products), *others)
    found = answer(page(old, replace(new, categories=moved)), "Which category is it in?")
    assert words(found) == "Before: National products After: Further products"


def test_relations_are_sentences_with_the_names_of_products() -> None:
    soup = product_page(relations=(Relation("builds_on", FIRST), Relation("supports", "gone")))
    items = [words(item) for item in answer(soup, "How does it relate to other products?").find_all("li")]
    assert "[inserted: It builds on Product 1 end of insertion]" in items
    assert "[inserted: It supports a product that is not in the handbook end of insertion]" in items


def test_documents_are_items_that_are_whole() -> None:
    soup = product_page(links=(Link("Guide", "https://example.org/guide.pdf", "PDF, 1 MB"),))
    items = [words(item) for item in answer(soup, "Links and documents").find_all("li")]
    assert items[-1] == "[inserted: Guide (PDF, 1 MB): https://example.org/guide.pdf end of insertion]"
    assert len(items) == 3


def test_another_address_behind_the_same_words_is_told() -> None:
    soup = product_page(
        usage=Passage('<p>Used in planning. <a href="https://example.org/2/">Read the guide</a>.</p>')
    )
    found = answer(soup, "How and when can it be used?")
    assert words(found) == (
        "Links that changed: “Read the guide” led to https://example.org/guide/ "
        "and now leads to https://example.org/2/"
    )


def test_formatting_alone_is_told() -> None:
    soup = product_page(made_by=Passage("<p>Made by <b>partners together</b>.</p>"))
    assert words(answer(soup, "Who made it?")).startswith("Only the formatting")


def test_long_stretches_without_change_are_left_out() -> None:
    paragraphs = [f"Paragraph {number}." for number in range(12)]
    soup = page(with_body(*paragraphs), with_body(*paragraphs[:6], "Paragraph six.", *paragraphs[7:]))
    assert [words(each) for each in answer(soup, "Text").find_all("p")] == [
        "5 paragraphs or items as before",
        "Paragraph 5.",
        "Paragraph [deleted: 6 end of deletion] [inserted: six end of insertion] .",
        "Paragraph 7.",
        "4 paragraphs or items as before",
    ]


def test_a_line_or_two_between_changes_are_not_left_out() -> None:
    soup = page(with_body("One.", "a", "b", "c", "d", "Two."), with_body("One!", "a", "b", "c", "d", "Two!"))
    assert len(answer(soup, "Text").find_all("p")) == 6


def test_what_was_added_is_told_in_full_and_once() -> None:
    added = product("Toolkit", rhythm="yearly", status="replaced", status_note="Product 1", replaced_by=FIRST)
    first, *others = handbook().categories
    soup = page(handbook(), handbook(categories=(replace(first, products=(*first.products, added)), *others)))
    told = [words(question) for question in soup.select("#changes-products-1 + dl dt")]
    assert told[:6] == [
        "Which category is it in?",
        "When was it published?",
        "How often is it updated?",
        "Status",
        "What replaced it?",
        "What does it do?",
    ]
    soup = page(handbook(products=0), handbook(products=1))
    assert "Status" not in [words(question) for question in soup.find_all("dt")]


def test_what_was_removed_can_still_be_read() -> None:
    soup = page(handbook(), handbook(milestones=(), timeline_notes=(Note("**", Passage("<p>New.</p>")),)))
    assert {words(heading) for heading in soup.find_all("h3")} == {
        "Removed Agreement signed",
        "Removed New powers",
        "Added Note **",
        "Removed Note *",
    }
    assert "5 December 2018" in words(soup.find("details"))
    assert "The agreement: https://example.org/agreement/" in words(soup.find("details"))


def test_a_long_comparison_has_contents() -> None:
    soup = page(handbook(products=0), handbook(products=9))
    links = soup.select(".es_contents__children a")
    assert len(links) == 9
    assert all(soup.select_one(link["href"]).name == "h3" for link in links)
    assert not page(handbook(products=0), handbook(products=2)).select(".es_contents__children")
    assert [
        words(link) for link in page(handbook(products=0), handbook(products=61)).select(".es_contents a")
    ] == ["Products"]


def test_what_editors_write_is_never_html() -> None:
    hostile = "<script>alert(1)</script>"
    soup = product_page(name=hostile, rhythm=hostile, links=(Link(hostile, hostile),))
    assert not soup.find("script")
    assert hostile in soup.get_text()


@pytest.mark.django_db
def test_the_page_is_valid_and_leads_to_both_editions(demo_site: None, tmp_path: Path) -> None:
    site_page = StandardPage.objects.live().first()
    new = with_product(name="Renamed", published=None, what=Passage("<ul><li>One</li></ul>"))
    html = render_to_string(
        "resources/handbook/comparison/handbook_comparison.html",
        {
            # Any page of the site does: only its title and address are shown.
            "page": site_page,
            "comparison": for_readers(
                compare(handbook(products=17), replace(new, sections=new.sections[::-1], milestones=()))
            ),
            "older": {"title": "October 2024", "url": "/handbook/editions/2024-10/"},
            "newer": {"title": "June 2025", "url": "/handbook/editions/2025-06/"},
            "other_pairs": [("June and October 2025", "/handbook/compare/2025-06/2025-10/")],
        },
        RequestFactory().get("/handbook/compare/2024-10/2025-06/"),
    )
    main = BeautifulSoup(html, "html.parser").main
    assert words(main.h1) == "Changes from October 2024 to June 2025"
    found = {words(link): link["href"] for link in main.find_all("a")}
    assert found["October 2024"] == "/handbook/editions/2024-10/"
    assert found["June 2025"] == "/handbook/editions/2025-06/"
    assert found["June and October 2025"] == "/handbook/compare/2025-06/2025-10/"
    assert found[site_page.title] == site_page.url
    (tmp_path / "page.html").write_text(html)
    assert problems(tmp_path) == []


def test_the_words_of_the_page_follow_the_reader_s_language() -> None:
    with translation.override("gd"):
        assert page(handbook(), with_product(rhythm="yearly")).find("h2")
