"""The search page answers whatever is asked."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.models import Entry
from search.results import find
from tests.factories import pages

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


SYNTAX = st.lists(st.sampled_from([*ODD, "work", "NEAR", "|", "&", "<->"])).map(" ".join)


@given(words=st.text(max_size=200) | SYNTAX)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=1000)
def test_any_question_gets_an_answer(demo_site, words):
    found = find(words, "en-gb")
    for match in found.everything[:3]:
        with_its_parts = Entry.objects.filter(address__startswith=match.address)
        has = " ".join(f"{entry.title} {entry.body}" for entry in with_its_parts)
        assert found.question.stems & set(has.split())


@pytest.mark.parametrize("name", ["kind", "council", "audience", "year", "sort"])
def test_odd_filters_get_an_answer(client, demo_site, name):
    for value in ("nonsense", "x" * 5000, "\x00", "é", "-1"):
        assert client.get("/search/", {"q": "work", name: value}).status_code == 200


def test_a_phrase_has_to_stand_together(client):
    pages.standard(pages.home_page(), "Zebra and quagga")
    found = {words: find(words, "en-gb").everything for words in ('"zebra and quagga"', '"quagga and zebra"')}
    assert [len(each) for each in found.values()] == [1, 0]
