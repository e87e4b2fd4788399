"""Links inside paragraphs."""

import pytest
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page
from wagtail.rich_text import RichText, expand_db_html

from cms.blocks.text import LinkedText
from tests.blocks.bodies import BODY, body, errors_of, shown, shown_block, words
from tests.blocks.conftest import add_page


def page_link(key: object, text: str = "the page") -> str:
    return f'<p>See <a linktype="page" id="{key}">{text}</a>.</p>'


def test_a_live_page_is_linked(partners: Page) -> None:
    assert shown_block("text", page_link(partners.pk)).a["href"] == partners.url


def test_pages_that_are_missing_or_not_published_are_plain_words(db: None) -> None:
    draft = add_page("Not yet", live=False)
    html = shown_block(
        "text", page_link(draft.pk, "<b>one</b>") + page_link(987654, "two") + page_link("x", "three")
    )
    assert html.a is None
    assert html.b.get_text() == "one"
    assert words(html) == "See one . See two. See three."


def test_the_same_holds_outside_a_body(partners: Page) -> None:
    stored = page_link(partners.pk) + page_link(987654)
    assert str(LinkedText(stored)) == f'<p>See <a href="{partners.url}">the page</a>.</p><p>See the page.</p>'
    assert f'<a href="{partners.url}">' in str(RichText(stored))
    assert "<a>" in expand_db_html(stored)


def test_a_link_to_a_file_says_its_type_and_size(document: AbstractDocument) -> None:
    html = shown_block("text", f'<p><a linktype="document" id="{document.pk}">The <b>plan</b></a></p>')
    assert html.a["href"] == document.url
    assert not html.a.has_attr("data-file")
    assert html.a.get_text().replace("\xa0", " ") == "The plan (PDF, 2.0 KB)"


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "//example.org", "ftp://example.org", "data:text/html,x"]
)
def test_addresses_nobody_is_led_to_are_words_and_stop_publishing(href: str, db: None) -> None:
    value = body(("text", f'<p><a href="{href}">press</a></p>'))
    assert shown(value).a is None
    assert href in str(errors_of(value))
    assert len(BODY.clean_deferred(value)) == 1


@pytest.mark.parametrize(
    "href", ["https://www.gov.scot/?a=1&amp;b=2", "mailto:a@example.org", "tel:123", "#part"]
)
def test_other_links_stay_as_they_are(href: str, db: None) -> None:
    value = body(("text", f'<p><a href="{href}">press</a></p>'))
    assert f'href="{href}"' in str(value)
    assert errors_of(value) == {}


def test_links_work_wherever_rich_text_stands(partners: Page) -> None:
    text = page_link(partners.pk)
    column = {"columns": [{"type": "rich_text", "heading": "A"}], "rows": [{"values": [text]}]}
    html = shown(
        body(
            ("quotation", {"text": text}),
            ("warning", {"text": text}),
            ("inset", {"text": text}),
            ("details", {"summary": "More", "text": text}),
            ("accordion", {"items": [{"title": "One", "text": text}]}),
            ("image", {"image": {"image": None}, "long_description": text}),
            ("stack_table", {"caption": "Table", "table": column}),
        )
    )
    assert [link["href"] for link in html.find_all("a")] == [partners.url] * 7
