"""The HTML of a mail: all items, in order, with links in full and pictures that mail programs show."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import Locale, Page

from bulletin.models import BulletinSettings, EditionPage
from bulletin.render.mail import CannotRender, DoesNotCompile, compiled, html_of
from bulletin.render.message import size_of_html
from bulletin.render.text import text_of
from bulletin.render.tokens import TOKEN, UNSUBSCRIBE
from cms.pages.models import SiteSettings
from tests.bulletin.render.editions import edition, one_of_each, picture, sections, story
from tests.factories.pages import home_page, standard

pytestmark = pytest.mark.usefixtures("demo_site")


def parsed(draft: EditionPage) -> BeautifulSoup:
    return BeautifulSoup(html_of(draft), "lxml")


def words(tag: Tag | BeautifulSoup) -> str:
    return re.sub(r"\s+", " ", tag.get_text(" "))


def test_every_kind_of_item_is_in_the_mail_with_its_facts() -> None:
    mail = parsed(edition(*one_of_each()))
    assert [heading.get_text() for heading in mail.find_all("h3")] == [
        "A planning sheet",
        "Open session",
        "Small grants",
        "Guidance on plans",
        "Service Standards",
        "Moray: a drop-in",
        "Work tasters",
        "Key worker",
    ]
    text = mail.get_text()
    for fact in (
        "9 March 2031, 10am to noon, Online",
        "Funding. Apply by: 30 April 2031",
        "Vacancy. Employer: A council. Closes: 31 March 2031",
        "Send us news, as a form.",
        "Read the guidance",
    ):
        assert fact in text


def test_headings_go_down_one_level_at_a_time() -> None:
    draft = edition(sections=sections(("First", one_of_each()), ("Second", [story("Another")])))
    levels = [int(heading.name[1]) for heading in parsed(draft).find_all(re.compile("^h[1-6]$"))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert set(levels) == {1, 2, 3}


def test_the_way_to_the_website_comes_first_and_the_way_out_is_at_the_foot() -> None:
    links = [(link.get_text(), link["href"]) for link in parsed(edition(*one_of_each())).find_all("a")]
    assert links[0] == ("Read this bulletin on the website", f"{settings.SITE_URL}/bulletin/2031/03/")
    assert links[-3:] == [
        ("Unsubscribe", UNSUBSCRIBE),
        ("change what you get", settings.SITE_URL + reverse("bulletin:preferences")),
        ("Privacy notice", f"{settings.SITE_URL}/privacy/"),
    ]


def test_what_the_foot_of_the_site_does_not_lead_to_is_left_out_of_the_foot_of_the_mail() -> None:
    details = SiteSettings.for_site(home_page().get_site())
    details.footer_links = details.footer_links.stream_block.to_python([])
    details.save()
    draft = edition(*one_of_each())
    assert "Privacy notice" not in html_of(draft) + text_of(draft)
    assert "We do not track" in html_of(draft) and "We do not track" in text_of(draft)


def test_every_link_and_picture_is_given_in_full() -> None:
    page = standard(home_page(), "Guidance")
    draft = edition(
        ("story", {"page": page.pk, "picture": picture()}),
        ("free_text", {"text": f'<p><a linktype="page" id="{page.pk}">Here</a></p>'}),
        introduction=f'<p><a linktype="page" id="{page.pk}">Guidance</a></p>',
    )
    mail = parsed(draft)
    found = [link["href"] for link in mail.find_all("a")] + [image["src"] for image in mail.find_all("img")]
    found.remove(UNSUBSCRIBE)
    assert all(urlsplit(address).scheme and urlsplit(address).netloc for address in found)
    assert found.count(f"{settings.SITE_URL}/guidance/") == 3


def test_links_do_not_follow_their_readers() -> None:
    followed = "https://a.example/?id=7&utm_source=news&utm_medium=mail&fbclid=x#top"
    mail = html_of(edition(story(address=followed)))
    assert "https://a.example/?id=7#top" in mail
    assert "utm_" not in mail
    assert "fbclid" not in mail


def test_a_page_that_readers_cannot_see_is_no_link() -> None:
    page = standard(home_page(), "Secret")
    page.unpublish()
    mail = parsed(edition(("story", {"page": page.pk, "title": "Soon", "summary": "Wait."})))
    assert mail.find("h3", string="Soon")
    assert mail.find("h3").find("a") is None


@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP"])
def test_pictures_are_png_or_jpeg_and_twice_as_wide_as_shown(file_format: str) -> None:
    mail = parsed(edition(story("Lead"), story("Beside", picture=picture(file_format))))
    image = mail.find("img")
    assert image["alt"] == "People at a table"
    file = Path(settings.MEDIA_ROOT) / urlsplit(image["src"]).path.removeprefix(settings.MEDIA_URL)
    assert file.suffix == (".png" if file_format == "PNG" else ".jpg")
    rendition = get_image_model().objects.get(title="Picture").renditions.get(file__endswith=file.name)
    assert (rendition.width, rendition.height) == (344, 193)
    assert (image["width"], image["height"]) == ("172", "96")


def test_a_decorative_picture_has_an_empty_description() -> None:
    mail = parsed(edition(story(picture=picture(decorative=True, alt_text=""))))
    assert mail.find("img")["alt"] == ""


def test_a_small_picture_is_not_blown_up() -> None:
    image = parsed(edition(story(picture=picture(size=(90, 60))))).find("img")
    assert (image["width"], image["height"]) == ("90", "60")


def test_the_first_picture_goes_across_the_sheet() -> None:
    image = parsed(edition(story(picture=picture()))).find("img")
    assert image["width"] == "552"


def test_a_picture_that_is_gone_names_its_item() -> None:
    value = picture()
    draft = edition(story("Fine"), story("Broken", picture=value))
    Path(get_image_model().objects.get(pk=value["image"]).file.path).unlink()
    with pytest.raises(CannotRender) as refusal:
        html_of(draft)
    assert refusal.value.where == "section “This month”, item 2: Broken"


def test_a_logo_stands_above_the_title_only_if_mail_programs_show_it() -> None:
    details = SiteSettings.for_site(home_page().get_site())
    for file_format, number in (("PNG", 1), ("WEBP", 0)):
        details.logo_id, details.logo_alt = picture(file_format, (400, 80))["image"], "Scottish Government"
        details.save()
        images = parsed(edition(story(), slug=f"2031-0{number + 1}")).find_all("img")
        assert [image["alt"] for image in images] == ["Scottish Government"] * number


def test_the_mail_says_its_language_and_those_of_passages() -> None:
    gaelic = Locale.objects.get_or_create(language_code="gd")[0]
    page = standard(home_page(), "Stiùireadh", locale=gaelic, summary="Mu dheidhinn obair.")
    # Nobody can publish a Gaelic page without its English; one may be left of an older site.
    Page.objects.filter(pk=page.pk).update(live=True)
    draft = edition(("story", {"page": page.pk}), ("story", {"page": page.pk, "title": "Guidance"}))
    mail = parsed(draft)
    assert mail.html["lang"] == "en-GB"
    first, second = mail.find_all("h3")
    assert (first.get("lang"), second.get("lang")) == ("gd", None)
    assert [p.get("lang") for p in mail.find_all("p", string="Mu dheidhinn obair.")] == ["gd", "gd"]


def test_title_preheader_address_and_promise_stand_in_the_mail() -> None:
    bulletin = BulletinSettings.for_site(home_page().get_site())
    bulletin.postal_address = "Atlantic Quay\nGlasgow"
    bulletin.save()
    mail = parsed(edition(*one_of_each()))
    assert mail.title.get_text() == "New in March"
    text = words(mail)
    assert "Grants, events and guidance." in text
    assert "Atlantic Quay, Glasgow" in text
    assert "We do not track who opens this e-mail or who follows its links." in text
    assert "you subscribe to the bulletin" in text


@pytest.mark.parametrize(
    ("title", "shown"),
    [("March 2031", "Bulletin, March 2031"), ("News of March 2031", "News of March 2031")],
)
def test_the_title_of_the_mail_says_what_it_is(title: str, shown: str) -> None:
    assert parsed(edition(story(), title=title)).h1.get_text() == shown


def test_a_special_edition_says_that_it_was_asked_for_as_one() -> None:
    draft = edition(story(), edition_kind="special", slug="2031-03-fund", title="A new fund")
    text = words(parsed(draft))
    assert "you subscribe to the bulletin" in text
    assert "March 2031" in text


def test_events_in_a_row_are_one_list() -> None:
    day = {"day": "2031-03-09", "place": "Perth"}
    events = [("event", {"title": f"Session {number}", **day}) for number in range(3)]
    mail = parsed(edition(story(), *events))
    assert len(mail.find("ul").find_all("li")) == 3


def test_25_full_items_stay_under_90_kb() -> None:
    image = picture()
    items = [
        story(
            f"A title of a usual length, such as this one, number {number}",
            summary="Grants & places, for people who have been out of work a while. " * 9,
            picture=image,
            link_words="Read the guidance",
            address="https://www.gov.scot/publications/a-name-of-a-publication-that-is-quite-long/",
        )
        for number in range(25)
    ]
    assert 40_000 < size_of_html(html_of(edition(*items))) < 90_000


def test_only_one_token_stands_in_the_mail() -> None:
    assert set(TOKEN.findall(html_of(edition(*one_of_each())))) == {UNSUBSCRIBE}


@pytest.mark.parametrize(
    "source",
    [
        "<mj-text><p>open</mj-text>",
        "<mj-text>a < b</mj-text>",
        "<mj-odd>x</mj-odd>",
    ],
)
def test_what_does_not_compile_or_leaves_something_behind_is_refused(source: str) -> None:
    column = f"<mj-section><mj-column>{source}</mj-column></mj-section>"
    with pytest.raises(DoesNotCompile):
        compiled(f"<mjml><mj-body>{column}</mj-body></mjml>")


def test_the_item_that_does_not_compile_is_named(settings, tmp_path: Path) -> None:
    folder = tmp_path / "bulletin/email/items"
    folder.mkdir(parents=True)
    (folder / "free_text.mjml").write_text("<mj-odd>{{ item.text }}</mj-odd>")
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [{**engine, "DIRS": [tmp_path, *engine["DIRS"]]}]
    draft = edition(story(), ("free_text", {"text": "<p>Some words.</p>"}))
    with pytest.raises(CannotRender) as refusal:
        html_of(draft)
    assert refusal.value.where == "section “This month”, item 2"
    assert "<mj-odd>" in refusal.value.words
