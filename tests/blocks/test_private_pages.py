"""Nothing of a private page is told on another page: no title, no summary, no address."""

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from tests.blocks.bodies import body, shown, shown_block, words
from tests.blocks.conftest import add_page
from tests.factories.pages import home_page, publication, publications, standard

LISTS = {
    "publications": lambda key: {"publications": [{"title": "", "link": {"page": key}}]},
    "links": lambda key: {"links": [{"title": "", "link": {"page": key}}]},
    "cards": lambda key: {"cards": [{"title": "", "link": {"page": key}}]},
}


def make_private(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


@pytest.fixture
def plan(db: None) -> Page:
    """A publication that is private because the page above it is."""
    index = publications(home_page(), 0, title="Plans")
    made = publication(index, "Hidden plan", summary="Hidden summary.")
    make_private(index)
    return made


@pytest.mark.parametrize("name", LISTS)
def test_lists_tell_nothing_of_a_private_page(name: str, plan: Page) -> None:
    html = shown_block(name, LISTS[name](plan.pk))
    assert html.a is None
    assert "Hidden" not in words(html)


@pytest.mark.parametrize("name", LISTS)
def test_a_page_is_shown_again_when_it_is_private_no_longer(name: str, plan: Page) -> None:
    shown_block(name, LISTS[name](plan.pk))
    PageViewRestriction.objects.all().delete()
    assert "Hidden plan" in words(shown_block(name, LISTS[name](plan.pk)))


def test_a_link_in_rich_text_becomes_words(plan: Page) -> None:
    html = shown_block("text", f'<p><a linktype="page" id="{plan.pk}">What we plan</a></p>')
    assert html.a is None
    assert words(html) == "What we plan"


def test_a_related_link_is_left_out(plan: Page, client: Client) -> None:
    link = {"title": "", "link": {"page": plan}, "summary": ""}
    page = standard(home_page(), "Public page", related=[("link", link)])
    seen = client.get(page.url).content.decode()
    assert "Public page" in seen
    assert "Hidden" not in seen
    assert plan.url not in seen


def test_pages_beside_a_private_one_stay_readable(plan: Page) -> None:
    partners = add_page("Partnerships")
    html = shown(body(*(("links", LISTS["links"](key)) for key in (plan.pk, partners.pk))))
    assert [link.get_text() for link in html.find_all("a")] == ["Partnerships"]
