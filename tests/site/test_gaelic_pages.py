"""Gaelic pages as a reader of Gaelic meets them: no English word of ours, unless it is marked as English."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, NavigableString
from django.test import Client
from wagtail.models import Page

from la_directory.councils import by_code
from tests.site.test_gaelic_words import entries

pytestmark = pytest.mark.django_db  # without it there is no database when these run alone

# Words that stand in nearly every English sentence and in no Gaelic one.
ENGLISH = re.compile(r"\b(the|and|of|with|this|your|you|our|from|which|that|not)\b", re.IGNORECASE)
# Names of councils and addresses are no English.
COUNCILS = [re.escape(council.official_name) for council in by_code().values()]
NAMES = re.compile("|".join([r"\S+@\S+", *COUNCILS]))
UNSEEN = {"script", "style", "svg"}
OTHERS = [
    "/gd/search/?q=obair",
    "/gd/search/?q=zzzz",
    "/gd/no-such-page/",
    "/gd/local-authorities/find/?q=Lanarkshire",
    "/gd/local-authorities/find/?q=zzzz",
    "/gd/local-authorities/partnership-leads/",
    "/gd/bulletin/subscribe/",
    "/gd/bulletin-mail/preferences/",
    "/gd/feedback/?answer=no&page=%(home)s",
    "/gd/handbook/editions/",
    "/gd/handbook/compare/2024-10/2025-06/",
]


def words_outside_english(soup: BeautifulSoup) -> Iterator[str]:
    """Texts that are said to be Gaelic, those of attributes that are read out among them."""
    for text in soup.html.find_all(string=True):
        if type(text) is NavigableString and text.strip() and not is_english(text):
            yield " ".join(text.split())
    for name in ("alt", "aria-label", "placeholder", "title"):
        for tag in soup.find_all(attrs={name: True}):
            if not is_english(tag):
                yield " ".join(tag[name].split())


def is_english(place: NavigableString) -> bool:
    for above in [place, *place.parents]:
        attributes = getattr(above, "attrs", {})
        if getattr(above, "name", None) in UNSEEN:
            return True
        # A link may say of where it leads what its own words are in.
        if language := attributes.get("lang", attributes.get("hreflang")):
            return not language.startswith("gd")
    return False


@pytest.fixture(scope="module")
def gaelic_pages(reading, page_paths: list[str]) -> dict[str, BeautifulSoup]:
    client = Client()
    with reading():
        home = Page.objects.get(depth=2, locale__language_code="gd")
        own = [path for path in page_paths if path.startswith("/gd/")]
        others = [path % {"home": home.pk} if "%(" in path else path for path in OTHERS]
        return {path: BeautifulSoup(client.get(path).content, "html.parser") for path in (*own, *others)}


def test_there_are_gaelic_pages_of_each_sort(gaelic_pages: dict[str, BeautifulSoup]) -> None:
    for path in ("/gd/", "/gd/handbook/", "/gd/local-authorities/highland/", "/gd/accessibility/"):
        assert gaelic_pages[path].html["lang"] == "gd"


def test_no_word_of_the_interface_stands_there_in_english(gaelic_pages: dict[str, BeautifulSoup]) -> None:
    ours = {
        " ".join(entry.msgid.split())
        for entry in entries()
        if entry.msgid != entry.msgstr and " " in entry.msgid.strip()
    }
    found = {
        (path, words)
        for path, soup in gaelic_pages.items()
        for words in words_outside_english(soup)
        if words in ours
    }
    assert not found, "\n".join(map(str, sorted(found)))


def test_what_is_english_is_marked_as_english(gaelic_pages: dict[str, BeautifulSoup]) -> None:
    """So a screen reader says it in an English voice, and nobody wonders."""
    found = {
        (path, words[:120])
        for path, soup in gaelic_pages.items()
        for words in words_outside_english(soup)
        if ENGLISH.search(NAMES.sub("", words))
    }
    assert not found, "\n".join(map(str, sorted(found)))


def test_a_word_that_was_left_in_english_is_seen() -> None:
    soup = BeautifulSoup(
        '<html lang="gd"><p>Fàilte</p><p lang="en-GB">Part of the plan</p><p>Part of the plan</p>'
        '<img alt="All of it"></html>',
        "html.parser",
    )
    seen = [words for words in words_outside_english(soup) if ENGLISH.search(words)]
    assert seen == ["Part of the plan", "All of it"]
