"""The plain text of a mail is made to be read, not left over from the HTML."""

from __future__ import annotations

import pytest
from django.conf import settings

from bulletin.render.text import WIDTH, text_of, wrapped
from tests.bulletin.render.editions import edition, one_of_each, sections, story

pytestmark = pytest.mark.usefixtures("demo_site")

EXPECTED = """Read this bulletin on the website:
{site}/bulletin/2031/03/

Employability in Scotland
Bulletin, March 2031

Good news this month.

DO THIS MONTH
-------------

A planning sheet

Two sentences.

Read the guidance:
https://a.example/

Small grants
Funding. Apply by: 30 April 2031

https://fund.example/

EVENTS
------

- Open session
  9 March 2031, 10am to noon, Online

- Another session
  Perth
  https://events.example/

Send us news, as a form <https://send.example/>.

- by mail <news@example.org>
- or not

--------------------------------
"""


def test_the_whole_text_reads_like_a_letter() -> None:
    sheet, session, fund, *_rest = one_of_each()
    other = ("event", {"title": "Another session", "place": "Perth", "address": "https://events.example/"})
    text = (
        '<p>Send us <b>news</b>, <a href="https://send.example/">as a form</a>.</p>'
        '<ul><li>by <a href="mailto:news@example.org">mail</a></li><li>or not</li></ul>'
    )
    draft = edition(
        sections=sections(
            ("Do this month", [sheet, fund]), ("Events", [session, other, ("free_text", {"text": text})])
        )
    )
    assert text_of(draft).startswith(EXPECTED.format(site=settings.SITE_URL))


def test_the_foot_says_why_and_how_to_leave() -> None:
    foot = text_of(edition(*one_of_each())).partition("--------------------------------\n")[2]
    assert foot.startswith(
        "\nYou get this e-mail because you subscribe to the bulletin of\nEmployability in Scotland.\n"
    )
    for line in (
        "%%UNSUBSCRIBE%%",
        f"{settings.SITE_URL}/bulletin-mail/preferences/",
        f"{settings.SITE_URL}/privacy/",
    ):
        assert line in foot.split("\n")
    assert "We do not track who opens this e-mail or who follows its links." in foot


def test_every_kind_of_item_is_in_the_text() -> None:
    text = text_of(edition(*one_of_each()))
    titles = [value["title"] for _kind, value in one_of_each() if "title" in value]
    assert [text.index(title) for title in titles] == sorted(text.index(title) for title in titles)


def test_words_are_plain_and_not_escaped() -> None:
    text = text_of(edition(story("Ben & Jerry’s <b>", summary='A "quote" & more')))
    assert "Ben & Jerry’s <b>" in text
    assert 'A "quote" & more' in text


def test_lines_are_short_and_addresses_are_not_broken() -> None:
    address = "https://a.example/" + "very-long-" * 20
    draft = edition(
        story(summary="Some words of some length. " * 20, address=address),
        ("free_text", {"text": f'<ul><li>See <a href="{address}">a page with a long address</a></li></ul>'}),
    )
    lines = text_of(draft).split("\n")
    assert all(len(line) <= WIDTH or address in line for line in lines)
    assert sum(address in line for line in lines) == 2


def test_further_lines_of_an_entry_stand_below_its_words() -> None:
    assert wrapped("- " + "word " * 20)[1].startswith("  word")
    assert wrapped("12. " + "word " * 20)[1].startswith("    word")
    assert wrapped("") == [""]


def test_there_are_never_two_empty_lines() -> None:
    assert "\n\n\n" not in text_of(edition(*one_of_each(), introduction=""))
