"""Links of an edition: what they say, and what they lead to."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction, Site

from bulletin.compose.checklist import problems_of
from bulletin.compose.checks.answers import problems_of_answers
from bulletin.compose.checks.asking import Answer
from bulletin.compose.checks.links import Link
from bulletin.compose.checks.problem import Place
from cms.page_cache import generation
from tests.bulletin import office
from tests.bulletin.office import sections, story

GOV = "https://www.gov.scot/publications/"
ITEM = "section “News”, item 1: A story"
PLACE = Place("Item", "sections")


def found(*items: dict[str, Any], **fields: Any) -> list[tuple[str, str]]:
    if items:
        fields["sections"] = sections(*items)
    return [(each.where, each.words) for each in problems_of(office.edition(**fields))]


def in_text(html: str) -> dict[str, Any]:
    return {"type": "free_text", "value": {"text": html}}


@pytest.mark.parametrize(
    "words", ["Click here", "here", "Read more", "more", "Read more…", "MORE »", "Find out more", "This link"]
)
def test_words_that_say_nothing_are_refused(db: None, words: str) -> None:
    message = f"The link words “{words}” do not say where the link leads."
    assert found(story(address=GOV, link_words=words)) == [(ITEM, message)]


@pytest.mark.parametrize("words", [GOV, "www.gov.scot", "http://gov.scot", "gov.scot/plans", "mygov.scot"])
def test_bare_addresses_are_refused(db: None, words: str) -> None:
    message = f"The link words “{words}” are an address. Say in words where the link leads."
    assert found(story(address=GOV, link_words=words)) == [(ITEM, message)]


@pytest.mark.parametrize(
    "words", ["Read the guidance", "More about funding", "Here to Work: the new pilot", "", "Node.js and you"]
)
def test_words_that_say_where_a_link_leads_are_fine(db: None, words: str) -> None:
    assert found(story(address=GOV, link_words=words)) == []


@pytest.mark.parametrize("name", ["introduction", "free text"])
def test_links_in_texts_are_looked_at_too(db: None, name: str) -> None:
    html = f'<p>Read on <a href="{GOV}">here</a>, or <a href="{GOV}">all the plans</a>.</p>'
    if name == "introduction":
        assert [where for where, _words in found(introduction=html)] == ["Introduction"]
    else:
        assert [where for where, _words in found(in_text(html))] == ["section “News”, item 1"]


def test_a_link_without_words_is_seen(db: None) -> None:
    assert found(in_text(f'<p>See <a href="{GOV}"> </a>.</p>')) == [
        ("section “News”, item 1", "A link has no words.")
    ]


def test_an_address_for_mail_may_be_its_own_words(db: None) -> None:
    assert found(in_text('<p>Write to <a href="mailto:us@gov.scot">us@gov.scot</a>.</p>')) == []


def test_a_chosen_page_has_to_be_published(db: None) -> None:
    page = office.page_of_the_site("Guidance")
    edition = office.edition(sections=sections(story(page=page.pk)))
    assert problems_of(edition) == []
    page.unpublish()
    generation.forget()
    (problem,) = problems_of(office.EditionPage.objects.get(pk=edition.pk))
    assert problem.words == "The page “Guidance” is not published, or not for everybody."
    assert problem.is_blocking


def test_a_chosen_page_has_to_be_for_everybody(db: None) -> None:
    page = office.page_of_the_site("Guidance")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    restriction.groups.add(Group.objects.first())
    generation.forget()
    assert "not for everybody" in found(story(page=page.pk))[0][1]


def test_a_chosen_page_that_was_deleted_is_named(db: None) -> None:
    expected = [(ITEM, "The page that was chosen has been deleted. Choose another, or none.")]
    assert found(story(page=99999999)) == expected


def test_pages_and_documents_that_texts_lead_to_have_to_be_there(db: None) -> None:
    page = office.page_of_the_site("Guidance")
    assert found(in_text(f'<p>See <a linktype="page" id="{page.pk}">the guidance</a>.</p>')) == []
    office.EditionPage.objects.filter(slug="2031-10").delete()
    gone = '<a linktype="{}" id="99999999">the guidance</a>'
    html = f"<p>See {gone.format('page')} or {gone.format('document')}.</p>"
    assert [words for _where, words in found(in_text(html))] == [
        "The page that was chosen has been deleted. Choose another, or none.",
        "The document that a link leads to was deleted.",
    ]


@pytest.mark.parametrize("address", ["gov.scot", "javascript:alert(1)", "mailto:a@gov.scot", "https://"])
def test_a_half_typed_address_is_seen(db: None, address: str) -> None:
    message = f"Nobody can be led to “{address}”. Enter a full address that starts with https://."
    assert found(story(address=address)) == [(ITEM, message)]


@pytest.mark.parametrize("address", ["/about/", "#top", ""])
def test_a_mail_has_no_address_of_its_own(db: None, address: str) -> None:
    words = "A link in a mail needs a full address, or a page of this site."
    html = f'<p>See <a href="{address}">all about us</a>.</p>'
    assert found(in_text(html)) == [("section “News”, item 1", words)]


@pytest.mark.parametrize("host", ["", "admin.example"])
def test_an_address_of_this_site_is_better_chosen_as_a_page(db: None, settings, host: str) -> None:
    """Also one that was copied from a preview, where the admin has a host of its own."""
    settings.WAGTAILADMIN_BASE_URL = "http://admin.example"
    address = f"https://{host or Site.objects.get().hostname}/about/"
    (problem,) = problems_of(office.edition(sections=sections(story(address=address))))
    assert problem.words.startswith(f"“{address}” is a page of this site")
    assert not problem.is_blocking


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer.THERE, []),
        (Answer.MISSING, [(f"There is nothing at {GOV}.", True)]),
        (Answer.NAMELESS, [(f"No site was found for {GOV}. Open it yourself.", False)]),
        (Answer.UNKNOWN, [(f"{GOV} could not be checked. Open it yourself.", False)]),
    ],
)
def test_what_other_sites_answer_becomes_a_problem_or_advice(
    answer: Answer, expected: list[tuple[str, bool]]
) -> None:
    links = [Link(PLACE, None, address=GOV), Link(PLACE, None, page=1), Link(PLACE, "Us", address="tel:123")]
    asked: list[str] = []

    def ask(addresses: list[str]) -> dict[str, Answer]:
        asked.extend(addresses)
        return dict.fromkeys(addresses, answer)

    found = [(each.words, each.is_blocking) for each in problems_of_answers(links, ask)]
    assert (asked, found) == ([GOV], expected)


def test_other_sites_are_asked_only_when_that_is_wanted(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("socket.getaddrinfo", lambda host, *_rest, **_more: asked.append(host) or [])
    edition = office.edition()
    problems_of(edition)
    assert asked == []
    problems_of(edition, check_links=True)
    assert set(asked) == {"www.gov.scot"}


@pytest.mark.parametrize("number", [1, 25])
def test_25_items_cost_no_more_queries_than_one(db: None, number: int) -> None:
    pages = [office.page_of_the_site(f"Guidance {count}") for count in range(number)]
    edition = office.edition(sections=sections(*[story(page=page.pk, title="") for page in pages]))
    edition.get_latest_revision_as_object()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        problems_of(edition)
    assert len(queries) <= 20, "\n".join(query["sql"][:220].replace("wagtailcore_", "") for query in queries)
