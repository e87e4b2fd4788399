"""Links, buttons, cards and link lists: one target each, and never a link that is broken."""

from typing import Any

import pytest
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page

from cms.blocks.links import LinkBlock
from tests.blocks.bodies import BODY, body, errors_of, shown_block, words
from tests.blocks.conftest import add_page

NOWHERE = {"page": None, "document": None, "address": "", "email": ""}
SHOWN_AS = {
    "buttons": lambda link: {"buttons": [{"label": "Words", "link": link, "style": "primary"}]},
    "cards": lambda link: {"cards": [{"title": "Words", "summary": "", "link": link, "link_words": ""}]},
    "links": lambda link: {"links": [{"title": "Words", "link": link, "summary": ""}]},
    "publications": lambda link: {"publications": [{"title": "Words", "link": link, "summary": "x"}]},
}


def messages(name: str, link: dict[str, Any]) -> str:
    return str(errors_of(body((name, SHOWN_AS[name](link)))))


@pytest.mark.parametrize("name", SHOWN_AS)
def test_a_link_leads_to_exactly_one_place(name: str, partners: Page) -> None:
    assert messages(name, {"page": partners.pk}) == "{}"
    assert messages(name, {"email": "team@example.org"}) == "{}"
    assert "Choose where the link leads" in messages(name, {})
    both = messages(name, {"page": partners.pk, "address": "https://example.org/"})
    assert "A link leads to one place" in both
    assert "'page'" in both
    assert "'address'" in both


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//example.org", "www.gov.scot"]
)
def test_another_kind_of_address_is_refused_beside_its_field(address: str, db: None) -> None:
    assert "Enter a full address" in messages("links", {"address": address})


@pytest.mark.parametrize("name", SHOWN_AS)
@pytest.mark.parametrize(
    "link", [{}, {"address": "javascript:alert(1)"}, {"address": "https://", "email": "x"}]
)
def test_a_draft_is_never_refused_and_never_shows_a_link_to_nowhere(
    name: str, link: dict[str, str], db: None
) -> None:
    draft = body((name, SHOWN_AS[name](link)))
    if "email" not in link:
        BODY.clean_deferred(draft)
    html = shown_block(name, SHOWN_AS[name](link))
    assert words(html).startswith("Words")
    assert html.find("a") is None


@pytest.mark.parametrize("name", SHOWN_AS)
def test_a_live_page_is_linked_and_a_page_that_went_is_shown_as_words(name: str, partners: Page) -> None:
    value = SHOWN_AS[name]({"page": partners.pk})
    assert shown_block(name, value).a["href"] == partners.url
    partners.unpublish()
    assert shown_block(name, value).a is None
    partners.delete()
    html = shown_block(name, value)
    assert html.a is None
    assert "Words" in words(html)


@pytest.mark.parametrize("name", ["cards", "links", "publications"])
def test_a_live_page_gives_its_title_where_none_is_written(name: str, partners: Page) -> None:
    value = SHOWN_AS[name]({"page": partners.pk})
    (entry,) = value[name]
    entry["title"] = ""
    assert errors_of(body((name, value))) == {}
    assert shown_block(name, value).a.get_text(strip=True) == "Local partnerships"
    partners.unpublish()
    assert "Local partnerships" not in words(shown_block(name, value)), "the title of a draft is not public"
    partners.delete()
    assert "Local partnerships" not in words(shown_block(name, value))


@pytest.mark.parametrize("name", ["cards", "links", "publications"])
def test_an_address_needs_a_title(name: str, db: None) -> None:
    value = SHOWN_AS[name]({"address": "https://example.org/"})
    value[name][0]["title"] = ""
    assert "Give the link a title" in str(errors_of(body((name, value))))
    assert len(BODY.clean_deferred(body((name, value)))) == 1


@pytest.mark.parametrize("name", ["buttons", "links"])
def test_a_link_to_a_file_says_its_type_and_size(name: str, document: AbstractDocument) -> None:
    html = shown_block(name, SHOWN_AS[name]({"document": document.pk}))
    assert html.a["href"] == document.url
    assert "Words (PDF, 2.0 KB)" in words(html).replace("\xa0", " ")


def test_a_link_knows_where_it_leads(partners: Page) -> None:
    block = LinkBlock()
    outside = block.to_python({**NOWHERE, "address": "https://www.gov.scot/publications/"})
    assert (outside.url, outside.title) == ("https://www.gov.scot/publications/", "www.gov.scot")
    mail = block.to_python({**NOWHERE, "email": "team@example.org"})
    assert (mail.url, mail.title) == ("mailto:team@example.org", "team@example.org")
    inside = block.to_python({**NOWHERE, "page": partners.pk})
    assert (inside.url, inside.title) == (partners.url, partners.title)
    nothing = block.to_python(NOWHERE)
    assert (nothing.url, nothing.title) == ("", "")


def test_link_words_of_a_card_say_unseen_what_they_are_about(partners: Page) -> None:
    value = SHOWN_AS["cards"]({"page": partners.pk})
    value["cards"][0]["link_words"] = "Find out more"
    link = shown_block("cards", value).a
    assert words(link) == "Find out more about Words"


def test_headings_of_cards_stand_below_the_heading_of_the_block(partners: Page) -> None:
    value = {**SHOWN_AS["cards"]({"page": partners.pk}), "heading": "Related pages"}
    assert [tag.name for tag in shown_block("cards", value).find_all(["h2", "h3"])] == ["h2", "h3"]


def test_what_an_editor_writes_is_escaped(db: None) -> None:
    bad = "<img src=x onerror=alert(1)>"
    page = add_page(bad)
    for name, shape in SHOWN_AS.items():
        value = shape({"page": page.pk})
        (entry,) = value[name]
        entry.update({key: bad for key in ("title", "summary", "label", "link_words") if key in entry})
        assert shown_block(name, value).find("img") is None
