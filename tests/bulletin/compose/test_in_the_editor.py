"""The editor of an edition: the checklist on top, and a page that opens quickly however much is in it."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.templatetags.static import static
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail import hooks

from bulletin.models import EditionPage
from tests.bulletin import office
from tests.bulletin.approval.editing import Editing
from tests.bulletin.office import sections, story


@pytest.fixture
def ailsa(db: None) -> Editing:
    return Editing(office.editor())


def checklist(editing: Editing, edition: EditionPage) -> str:
    page = BeautifulSoup(editing.open(edition).content, "html.parser")
    panel = page.find(id="panel-child-content-checklist-section")
    return " ".join(panel.get_text().split())


def test_it_says_when_all_is_well(ailsa: Editing) -> None:
    words = checklist(ailsa, office.edition())
    assert "All is well: nothing is missing." in words
    assert "To be mended" not in words


def test_it_names_what_is_to_be_mended_and_what_is_only_advice(ailsa: Editing) -> None:
    edition = office.edition(subject="", introduction="", sections=sections(story(title="") | {"id": "one"}))
    words = checklist(ailsa, edition)
    assert "To be mended before the edition can be sent Subject : It is missing." in words.replace(
        ": It", " : It"
    )
    assert "Worth another look" in words
    html = ailsa.open(edition).content.decode()
    for anchor in ("id_subject", "panel-child-content-introduction-section", "block-one-section"):
        assert f'href="#{anchor}"' in html


def test_the_places_that_it_leads_to_exist(ailsa: Editing) -> None:
    page = BeautifulSoup(ailsa.open(office.edition()).content, "html.parser")
    names = ("subject", "preheader", "title", "month", "original_file-chooser")
    for place in [f"id_{name}" for name in names] + [
        f"panel-child-content-{name}-section" for name in ("introduction", "sections")
    ]:
        assert page.find(id=place), place


def test_the_styles_that_hide_what_an_item_remembers_are_loaded(ailsa: Editing) -> None:
    assert static("bulletin/compose.css") in ailsa.open(office.edition()).content.decode()


def test_the_script_that_opens_the_places_is_loaded(ailsa: Editing) -> None:
    assert static("bulletin/checklist.js") in ailsa.open(office.edition()).content.decode()


def test_no_two_buttons_at_the_title_look_alike(ailsa: Editing) -> None:
    about = {"page": office.edition(), "user": ailsa.user, "view_name": "edit", "next_url": None}
    register = hooks.get_hooks("register_page_header_buttons")
    ours = [buttons for buttons in register if buttons.__module__.startswith("bulletin.")]
    icons = [button.icon_name for buttons in ours for button in buttons(**about)]
    assert sorted(icons) == ["glasses", "mail", "rotate"]


@pytest.mark.parametrize(("origin", "is_offered"), [("here", True), ("elsewhere", False)])
def test_only_what_is_mailed_from_here_leads_to_sending(
    ailsa: Editing, origin: str, is_offered: bool
) -> None:
    edition = office.edition(origin=origin)
    assert ("Go on to sending" in checklist(ailsa, edition)) is is_offered
    html = ailsa.open(edition).content.decode()
    assert (reverse("bulletin_sending", args=[edition.pk]) in html) is is_offered


def test_it_is_about_the_newest_draft(ailsa: Editing) -> None:
    edition = office.edition(subject="")
    office.change(edition, None, subject="Words")
    assert "All is well" in checklist(ailsa, edition)


def test_it_asks_nobody_outside(ailsa: Editing, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = office.edition()
    monkeypatch.setattr("socket.getaddrinfo", lambda *_rest, **_more: pytest.fail("asked"))
    assert reverse("bulletin_check_links", args=[edition.pk]) in ailsa.open(edition).content.decode()


def test_a_new_page_has_no_checklist_yet(ailsa: Editing) -> None:
    archive = office.archive()
    url = reverse("wagtailadmin_pages:add", args=["bulletin", "editionpage", archive.pk])
    response = ailsa.client.get(url)
    assert response.status_code == 200
    assert "panel-child-content-checklist-section" not in response.content.decode()


def test_the_links_are_checked_on_a_page_of_their_own(
    ailsa: Editing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.getaddrinfo", lambda *_rest, **_more: [])
    edition = office.edition()
    url = reverse("bulletin_check_links", args=[edition.pk])
    page = BeautifulSoup(ailsa.client.get(url).content, "html.parser")
    assert page.find("a", href="https://www.gov.scot/publications/")
    words = " ".join(page.get_text().split())
    assert "https://www.gov.scot/publications/ could not be checked. Open it yourself." in words
    assert "Worth another look" in words and "To be mended" not in words
    office.change(edition, None, subject="")
    assert "To be mended before the edition can be sent" in ailsa.client.get(url).content.decode()
    office.change(edition, None, subject="A subject", sections=sections(story()))
    assert "All links answer" in ailsa.client.get(url).content.decode()


def full(number: int) -> EditionPage:
    """Each item has a page of its own and a picture."""
    items: list[dict[str, Any]] = []
    for count in range(number):
        page = office.page_of_the_site(f"Guidance {count}")
        picture = {"image": office.picture(f"Picture {count}").pk, "alt_text": "Words", "decorative": False}
        items.append(story(page=page.pk, picture=picture))
    return office.edition(sections=sections(*items))


def queries_of_opening(editing: Editing, edition: EditionPage) -> list[str]:
    editing.open(edition)  # makes the renditions, and what is kept
    with CaptureQueriesContext(connection) as queries:
        assert editing.open(edition).status_code == 200
    return [query["sql"] for query in queries]


def test_25_items_open_with_hardly_more_queries_than_five(ailsa: Editing) -> None:
    """The sizes of a picture in the mail cost one for each picture."""
    few = queries_of_opening(ailsa, full(5))
    EditionPage.objects.filter(slug="2031-10").delete()
    many = queries_of_opening(ailsa, full(25))
    assert len(many) - len(few) <= 20
    assert sum("rendition" not in sql for sql in many) <= sum("rendition" not in sql for sql in few)
