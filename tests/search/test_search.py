"""The search page answers whatever is asked."""

import pytest

pytestmark = pytest.mark.django_db

ODD = [
    '"',
    '"a',
    'say "hello',
    "\"'",
    "*",
    "a*",
    "(",
    ")",
    "AND",
    "a OR",
    "NOT",
    "^",
    ":",
    "title:a",
    "{}",
    "%",
    "_",
    "\\",
]


@pytest.mark.parametrize("words", [*ODD, "x" * 200, "x" * 10_000, "\x00", "é", "🙂"])
def test_odd_words_get_an_answer(client, demo_site, words):
    assert client.get("/search/", {"q": words}).status_code == 200


@pytest.mark.parametrize("page", ["0", "-1", "99999", "x", "9" * 5000])
def test_odd_pages_get_an_answer(client, demo_site, page):
    for address in ("/search/?q=work&", "/publications/?", "/no-one-left-behind/updates/?"):
        assert client.get(f"{address}page={page}").status_code == 200
        assert client.get(f"{address}year={page}").status_code == 200


def test_a_page_is_found_by_its_words(client, demo_site):
    assert "Privacy" in client.get("/search/?q=privacy").content.decode()


def test_nothing_found_says_so(client, demo_site):
    assert "Nothing was found" in client.get("/search/?q=zzzzqqqq").content.decode()


def test_a_draft_is_not_found(client, demo_site):
    from tests.factories import pages

    pages.standard(pages.home_page(), "Zebra crossing").unpublish()
    assert "Zebra crossing" not in client.get("/search/?q=zebra").content.decode()
