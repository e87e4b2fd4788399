"""Editors see what readers said, narrowed down as they wish, as bars and as a list."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from cms.pages.feedback.models import Feedback, FeedbackQuerySet
from cms.pages.feedback.tally import tallies

REPORT = "/admin/reports/feedback/"


@pytest.fixture
def three(the_page: Page, feedback: Callable[..., Feedback]) -> dict[str, Feedback]:
    """One of each answer, in three months, about two pages; the second is dealt with."""
    other = the_page.get_parent().add_child(instance=Page(title="Another page", slug="another-page"))
    return {
        "yes": feedback(answer="yes", reason="", created_at=datetime(2026, 3, 31, 23, 30, tzinfo=UTC)),
        "no": feedback(
            comment="The second link\nleads nowhere",
            created_at=datetime(2026, 5, 2, 9, tzinfo=UTC),
            dealt_with_at=timezone.now(),
        ),
        "yes_but": feedback(
            page=other,
            page_title=other.title,
            answer="yes_but",
            reason="spelling",
            comment="Recieve",
            created_at=datetime(2026, 6, 3, 9, tzinfo=UTC),
        ),
    }


def shown(client: Client, **query: object) -> list[str]:
    """The answers that the list shows, top first."""
    html = BeautifulSoup(client.get(REPORT, query).content, "html.parser")
    rows = html.select("form[data-controller=w-bulk] tbody tr")
    return [row.select("td")[3].text.strip() for row in rows]


def test_the_newest_stands_first(three, editor: Client) -> None:
    assert shown(editor) == ["Yes, but", "No", "Yes"]


@pytest.mark.parametrize(
    ("query", "answers"),
    [
        ({"status": "waiting"}, ["Yes, but"]),
        ({"status": "dealt_with"}, ["No"]),
        ({"answer": "yes"}, ["Yes"]),
        ({"answer": ["yes", "no"]}, ["No", "Yes"]),
        ({"reason": "spelling"}, ["Yes, but"]),
        ({"reason": ["spelling", "broken_link"]}, ["Yes, but", "No"]),
        ({"created_at_from": "2026-05-02"}, ["Yes, but", "No"]),
        ({"created_at_to": "2026-05-02"}, ["No", "Yes"]),
        ({"created_at_from": "2026-04-01", "created_at_to": "2026-04-01"}, ["Yes"]),
        ({"created_at_from": "2026-07-01"}, []),
        ({"q": "recieve"}, ["Yes, but"]),
        ({"q": "another"}, ["Yes, but"]),
        ({"ordering": "created_at"}, ["Yes", "No", "Yes, but"]),
        ({"ordering": "-answer"}, ["Yes, but", "Yes", "No"]),
        ({"status": "nonsense", "page": "x", "created_at_from": "x", "ordering": "x", "p": "x"}, None),
    ],
    ids=str,
)
def test_filters_search_and_order(three, editor: Client, query, answers) -> None:
    assert shown(editor, **query) == (["Yes, but", "No", "Yes"] if answers is None else answers)


def test_the_filter_of_pages_offers_those_with_feedback(three, the_page, editor: Client) -> None:
    html = BeautifulSoup(editor.get(REPORT).content, "html.parser")
    options = [option.text.strip() for option in html.select("select[name=page] option")]
    assert options[1:] == ["A page to read", "Another page"]
    assert shown(editor, page=the_page.pk) == ["No", "Yes"]


def test_bars_count_what_the_filters_leave(three) -> None:
    def counted(feedback: FeedbackQuerySet) -> dict[str, list[tuple[str, int]]]:
        return {
            tally.title: [(line.label, line.number) for line in tally.lines] for tally in tallies(feedback)
        }

    assert counted(Feedback.objects.all()) == {
        "Answers": [("Yes", 1), ("No", 1), ("Yes, but", 1)],
        "Reasons": [("Broken link", 1), ("Spelling mistake", 1)],
        "Pages that helped least": [("A page to read", 1), ("Another page", 1)],
        # Half past eleven at night by UTC is the next day, and month, in a Scottish summer.
        "Months": [("April 2026", 1), ("May 2026", 1), ("June 2026", 1)],
    }
    assert counted(Feedback.objects.filter(answer="yes")) == {
        "Answers": [("Yes", 1)],
        "Months": [("April 2026", 1)],
    }
    assert counted(Feedback.objects.none()) == {}


def test_bars_are_as_long_as_their_numbers_and_said_in_figures_first(feedback, editor: Client) -> None:
    for _ in range(4):
        feedback()
    feedback(answer="yes", reason="")
    html = BeautifulSoup(editor.get(REPORT).content, "html.parser")
    table = html.select_one("table[aria-labelledby=tally-1]")
    assert html.select_one("#tally-1").text == "Answers"
    rows = [[cell.text.strip() for cell in row.select("td")[:2]] for row in table.select("tbody tr")]
    assert rows == [["Yes", "1"], ["No", "4"]]
    assert [bar["width"] for bar in table.select("rect")] == ["40", "160"]
    assert all(svg["aria-hidden"] == "true" for svg in table.select("svg"))


def test_the_part_that_filters_refresh_holds_bars_and_list(three, editor: Client) -> None:
    html = editor.get(f"{REPORT}results/", {"status": "waiting", "_w_filter_fragment": 1}).content.decode()
    page = BeautifulSoup(html, "html.parser")
    assert "<html" not in html
    assert page.select_one("input[name=next]")["value"] == f"{REPORT}?status=waiting"
    assert len(page.select("form[data-controller=w-bulk] tbody tr")) == 1


def test_feedback_about_a_deleted_page_stays_in_the_report(three, the_page, editor: Client) -> None:
    the_page.delete()
    assert "A page to read (deleted)" in " ".join(
        BeautifulSoup(editor.get(REPORT).content, "html.parser").text.split()
    )
    assert len(shown(editor)) == 3


def test_words_of_readers_are_shown_as_text(feedback, editor: Client) -> None:
    feedback(comment="<script>alert(1)</script>\n<b>bold</b>")
    html = editor.get(REPORT).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>&lt;b&gt;bold&lt;/b&gt;" in html


def test_the_report_costs_as_many_queries_for_fifty_as_for_one(
    feedback, editor: Client, django_assert_max_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    feedback()
    editor.get(REPORT)
    with CaptureQueriesContext(connection) as one:
        editor.get(REPORT)
    for number in range(49):
        feedback(created_at=timezone.now() - timedelta(days=number), comment=f"Comment {number}")
    with CaptureQueriesContext(connection) as fifty:
        editor.get(REPORT)
    assert len(fifty) == len(one)


@pytest.mark.parametrize("path", ["", "results/", "?export=csv", "?export=xlsx"])
def test_the_report_needs_the_right_to_view_feedback(feedback, signed_in, path: str) -> None:
    feedback(comment="Seen by few")
    refused = signed_in("change_feedback").get(f"{REPORT}{path}", follow=True)
    assert "Seen by few" not in refused.content.decode()
    assert Client().get(f"{REPORT}{path}").status_code == 302
    assert signed_in("view_feedback", "change_feedback").get(f"{REPORT}{path}").status_code == 200


def test_the_menu_shows_the_report_to_those_who_may_read_it(signed_in) -> None:
    from cms.pages.feedback.wagtail_hooks import feedback_in_the_menu

    for rights, is_shown in [(["view_feedback"], True), ([], False)]:
        request = signed_in(*rights).get("/admin/").wsgi_request
        assert feedback_in_the_menu().is_shown(request) is is_shown


def test_who_may_only_read_sees_no_buttons(feedback, signed_in) -> None:
    feedback(comment="A comment")
    html = signed_in("view_feedback").get(REPORT).content.decode()
    assert "A comment" in html
    for words in ("Mark as dealt with", "Mark ticked", "Remove comment", 'name="id"'):
        assert words not in html
