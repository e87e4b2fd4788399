"""Pictures and recordings, and files to download."""

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client, RequestFactory
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage

from cms.blocks.documents import file_facts, file_note
from cms.blocks.pictures import hero_picture
from tests.blocks.bodies import BODY, body, errors_of, shown, shown_block, words
from tests.blocks.conftest import add_document, add_image

FILM = {
    "title": "How it works",
    "picture": None,
    "url": "https://www.youtube.com/watch?v=1",
    "description": "",
}
CARD = {"title": "Card", "link": {"address": "https://www.gov.scot/"}}


def picture(image: AbstractImage, **fields: object) -> dict[str, object]:
    return {"image": {"image": image.pk, "decorative": False, "alt_text": "A path through hills"}, **fields}


def widths(html: Tag) -> list[str]:
    return [part.split()[1] for part in html.source["srcset"].split(", ")]


def test_a_picture_keeps_its_place_and_loads_late(image: AbstractImage) -> None:
    html = shown_block("image", picture(image))
    assert html.img["alt"] == "A path through hills"
    assert (html.img["width"], html.img["height"]) == ("1200", "750")
    assert (html.img["loading"], html.img["decoding"]) == ("lazy", "async")
    assert html.source["type"] == "image/webp"
    assert widths(html) == ["1200w", "800w", "400w"]
    assert html.source["sizes"]


def test_a_browser_that_knows_no_webp_gets_a_jpeg(image: AbstractImage) -> None:
    html = shown_block("image", picture(image))
    assert html.img["src"].endswith(".jpg")
    assert all(part.split()[0].endswith(".webp") for part in html.source["srcset"].split(", "))


def test_a_small_picture_names_each_width_once(db: None) -> None:
    assert widths(shown_block("image", picture(add_image(size=(500, 300))))) == ["500w", "400w"]
    tiny = shown_block("image", picture(add_image(size=(100, 60))))
    assert " " not in tiny.source["srcset"]
    assert not tiny.source.has_attr("sizes")


def test_only_the_first_picture_of_a_page_is_fetched_at_once(image: AbstractImage) -> None:
    request = RequestFactory().get("/")
    value = body(("image", picture(image)), ("cards", {"cards": [CARD | {"image": image.pk}]}))
    first, second = shown(value, request=request).find_all("img")
    assert (first["fetchpriority"], first.get("loading")) == ("high", None)
    assert (second["loading"], second.get("fetchpriority")) == ("lazy", None)


def test_the_picture_of_a_policy_comes_before_those_of_its_text(demo_site: None, client: Client) -> None:
    html = BeautifulSoup(client.get("/no-one-left-behind/").content, "html.parser").main
    assert [picture.img.get("fetchpriority") for picture in html.find_all("picture")][:1] == ["high"]


def test_a_picture_in_the_head_of_a_page_comes_before_those_of_its_text(image: AbstractImage) -> None:
    request = RequestFactory().get("/")
    assert "fetchpriority" in str(hero_picture(image, request))
    assert shown(body(("image", picture(image))), request=request).img["loading"] == "lazy"


def test_a_decorative_picture_has_an_empty_alternative(image: AbstractImage) -> None:
    value = picture(image)
    value["image"]["decorative"] = True
    assert shown_block("image", value).img["alt"] == ""


def test_a_picture_without_alternative_text_is_kept_but_not_published(
    image: AbstractImage,
) -> None:
    value = {
        "image": {"image": image.pk, "decorative": False, "alt_text": ""},
        "caption": "",
        "long_description": "",
    }
    assert "alt_text" in str(errors_of(body(("image", value))))
    assert len(BODY.clean_deferred(body(("image", value)))) == 1
    value["image"]["decorative"] = True
    assert errors_of(body(("image", value))) == {}


def test_caption_and_long_description_stand_below_the_picture(image: AbstractImage) -> None:
    html = shown_block("image", picture(image, caption="Six parts", long_description="<p>First, …</p>"))
    assert html.figcaption.get_text() == "Six parts"
    assert "First, …" in words(html.details)
    assert html.summary.get_text(strip=True) == "Description of this picture"


def test_a_picture_that_was_deleted_leaves_its_words(image: AbstractImage) -> None:
    value = picture(image, caption="Six parts", long_description="<p>First, …</p>")
    image.delete()
    html = shown_block("image", value)
    assert html.img is None
    assert "Six parts" in words(html)


def test_a_picture_whose_file_is_lost_does_not_stop_the_page(image: AbstractImage) -> None:
    image.file.storage.delete(image.file.name)
    assert shown_block("image", picture(image)).img["alt"] == "A path through hills"


def test_a_recording_is_a_still_picture_that_says_it_leaves_the_site(image: AbstractImage) -> None:
    html = shown_block("embed", {**FILM, "picture": image.pk})
    assert html.a["href"] == FILM["url"]
    assert words(html.a) == "How it works, on YouTube (leaves this site)"
    assert html.a.img["alt"] == ""
    assert html.iframe is None
    assert html.script is None
    assert "youtube" not in html.img["src"]


@pytest.mark.parametrize(
    ("url", "service"),
    [
        ("https://youtu.be/1", "YouTube"),
        ("https://player.vimeo.com/video/1", "Vimeo"),
        ("https://www.example.org/film", "example.org"),
        ("https://notyoutube.com/", "notyoutube.com"),
    ],
)
def test_readers_are_told_which_service_they_go_to(url: str, service: str, db: None) -> None:
    assert f"on {service} (leaves this site)" in words(shown_block("embed", {**FILM, "url": url}))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "mailto:a@example.org", "vimeo.com/1", ""])
def test_a_recording_leads_to_a_web_page_or_nowhere(url: str, db: None) -> None:
    value = {**FILM, "url": url}
    assert shown_block("embed", value).a is None
    assert "url" in str(errors_of(body(("embed", value))))
    assert len(BODY.clean_deferred(body(("embed", value)))) == 1


def test_a_transcript_is_optional_and_says_of_what_it_is(document: AbstractDocument) -> None:
    assert errors_of(body(("embed", FILM))) == {}
    html = shown_block("embed", {**FILM, "transcript": {"document": document.pk}})
    assert words(html.find_all("a")[1]).replace("\xa0", " ") == "Transcript of How it works (PDF, 2.0 KB)"


def test_files_are_listed_with_type_size_and_language(document: AbstractDocument) -> None:
    gaelic = add_document("Plana", "plana.docx")
    gaelic.language = "gd"
    gaelic.save()
    entries = [{"document": document.pk, "title": "The plan"}, {"document": gaelic.pk}, {"document": 987654}]
    html = shown_block("documents", {"title": "Files", "documents": entries})
    assert html.h2.get_text() == "Files"
    assert [link.get_text(strip=True) for link in html.find_all("a")] == ["The plan", "Plana"]
    assert "PDF" in words(html)
    assert "Scottish Gaelic" in words(html)


def test_what_is_known_of_a_file_is_read_in_one_place(document: AbstractDocument) -> None:
    facts = file_facts(document)
    assert (facts.file_type, facts.size, facts.language, facts.accessible) == ("PDF", 2048, "", False)
    assert file_note(document).replace("\xa0", " ") == "PDF, 2.0 KB"
