"""The feed of the archive."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client

from bulletin.archive.feed import LENGTH, for_readers_elsewhere
from bulletin.models import BulletinPage, EditionPage
from tests.bulletin import office
from tests.bulletin.archive import editions
from tests.bulletin.archive.editions import item
from tests.factories import pages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client: Client, path: str = "/our-bulletin/feed/") -> ElementTree.Element:
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content)  # noqa: S314  our own feed


def entries(client: Client) -> list[ElementTree.Element]:
    return feed(client).findall(f"{ATOM}entry")


def contents(client: Client) -> BeautifulSoup:
    return BeautifulSoup(entries(client)[0].find(f"{ATOM}content").text, "html.parser")


def test_it_names_itself_its_author_and_when_it_changed(client: Client) -> None:
    editions.live()
    root = feed(client)
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {
        "self": f"{settings.SITE_URL}/our-bulletin/feed/",
        "alternate": f"{settings.SITE_URL}/our-bulletin/",
    }
    assert root.find(f"{ATOM}id").text.startswith("urn:uuid:")
    assert root.find(f"{ATOM}author/{ATOM}name").text
    assert root.find(f"{ATOM}updated").text.startswith("2031-10-20")


def test_letters_that_xml_forbids_do_not_take_the_feed_away(client: Client) -> None:
    editions.live(
        title="October\x0b 2031",
        edition_kind="special",
        slug="2031-10-special",
        sections=editions.items(item("story", title="Pasted\x01 from elsewhere")),
    )
    entry = entries(client)[0]
    assert entry.find(f"{ATOM}title").text.endswith("October 2031")
    assert "Pasted from elsewhere" in entry.find(f"{ATOM}content").text


def test_an_entry_has_the_whole_edition(client: Client) -> None:
    edition = editions.live(
        introduction="<p>Fish &amp; chips &lt;b&gt;</p>",
        sections=editions.items(
            item("story", title="A < B & C"), item("event", day="2031-11-12", place="Perth")
        ),
    )
    entry = entries(client)[0]
    assert entry.find(f"{ATOM}title").text == "E-bulletin, October 2031"
    assert entry.find(f"{ATOM}link").get("href") == edition.full_url
    assert entry.find(f"{ATOM}published").text.startswith("2031-10-20")
    assert entry.find(f"{ATOM}content").get("type") == "html"
    words = contents(client).get_text(" ", strip=True)
    for part in ("Fish & chips <b>", "Part one", "A < B & C", "Perth", "12 November 2031"):
        assert part in words


def test_every_address_in_it_is_whole(client: Client) -> None:
    page = pages.standard(pages.home_page(), "Guidance")
    picture = {"image": office.picture().pk, "alt_text": "A bus", "decorative": False}
    text = f'<p><a linktype="page" id="{page.pk}">there</a></p>'
    editions.live(
        introduction=text,
        sections=editions.items(
            item("story", page=page.pk, picture=picture), {"type": "free_text", "value": {"text": text}}
        ),
    )
    soup = contents(client)
    found = [element.get("href") or element.get("src") for element in soup.select("[href], [src]")]
    assert len(found) == 4
    assert all(address.startswith(f"{settings.SITE_URL}/") for address in found)
    assert soup.img["alt"] == "A bus"


def test_it_holds_nothing_that_only_means_something_here(client: Client) -> None:
    past = item("event", day="2020-01-01", address="https://a.example/", link_words="Take part")
    editions.live(sections=editions.items(past))
    soup = contents(client)
    assert not soup.select("[class], [id], [style], script")
    assert "This date has passed." not in soup.text


def test_drafts_are_not_in_it_and_only_the_newest_are(client: Client) -> None:
    for number in range(LENGTH + 1):
        editions.live(f"20{30 + number}-01")
    office.edition(slug="2099-01", title="A draft")
    names = [entry.find(f"{ATOM}title").text for entry in entries(client)]
    assert len(names) == LENGTH
    assert names[0] == "E-bulletin, January 2042" and "E-bulletin, January 2030" not in names


def test_a_correction_changes_the_entry_and_not_its_identity(client: Client) -> None:
    edition = editions.live()
    before = entries(client)[0]
    office.change(edition, None, introduction="<p>Put right.</p>", change_note="Corrected.")
    edition.get_latest_revision().publish()
    after = entries(client)[0]
    assert after.find(f"{ATOM}id").text == before.find(f"{ATOM}id").text
    assert "Put right." in after.find(f"{ATOM}content").text
    assert (
        EditionPage.objects.get(pk=edition.pk).last_published_at.isoformat()[:10]
        == after.find(f"{ATOM}updated").text[:10]
    )


def test_an_empty_archive_has_a_feed(client: Client) -> None:
    editions.archive()
    assert feed(client).findall(f"{ATOM}entry") == []


def test_addresses_of_other_sites_and_anchors_stay() -> None:
    html = '<p><a href="https://a.example/b">x</a> <a href="#y" class="z">y</a></p>'
    assert for_readers_elsewhere(html) == '<p><a href="https://a.example/b">x</a> <a href="#y">y</a></p>'


def test_the_feed_of_the_demo_site_is_there(client: Client) -> None:
    root = feed(client, f"{BulletinPage.objects.get(slug='bulletin').url}feed/")
    assert len(root.findall(f"{ATOM}entry")) == 8
