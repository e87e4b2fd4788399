"""Publications: short and long, current, replaced and withdrawn."""

from datetime import date

import pytest
from django.urls import reverse

from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(demo_site):
    return pages.publications(pages.home_page(), 0)


@pytest.fixture
def long(index):
    plan = pages.publication(index, "Long plan")
    for title in ("Introduction", "Money", "Next steps"):
        pages.chapter(
            plan, title, body=[("heading", {"level": "2", "text": "Part"}), ("text", f"<p>{title} text</p>")]
        )
    return plan


def text(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_a_short_publication_holds_its_text_and_no_contents_of_one_entry(client, index):
    page = pages.publication(
        index, body=[("heading", {"level": "2", "text": "Aims"}), ("text", "<p>Words.</p>")]
    )
    html = text(client, page.url)
    assert "Words." in html
    assert "On this page" not in html


def test_a_long_one_numbers_its_chapters_and_leads_to_the_first(client, long):
    html = text(client, long.url)
    assert "1. Introduction" in html
    assert "3. Next steps" in html


def test_numbering_is_a_choice(client, long):
    long.numbers_chapters = False
    long.save_revision().publish()
    assert "1. Introduction" not in text(client, long.url)


def test_a_chapter_knows_what_comes_before_and_after(client, long):
    html = text(client, f"{long.url}money/")
    assert "<h1" in html and "2. Money" in html
    assert html.index("1. Introduction") < html.index("3. Next steps")
    assert f'href="{long.url}introduction/"' in html
    assert f'href="{long.url}next-steps/"' in html


def test_the_whole_stands_on_one_page_with_headings_one_level_down_and_unique_ids(client, long):
    import re

    html = text(client, f"{long.url}all/")
    for words in ("Introduction text", "Money text", "Next steps text"):
        assert words in html
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert len(re.findall(r"<h3[^>]*>\s*Part", html)) == 3


def test_a_replaced_publication_leads_to_the_current_one(client, index):
    new = pages.publication(index, "New framework")
    old = pages.publication(index, "Old framework", status="superseded", superseded_by=new)
    html = text(client, old.url)
    assert "has been replaced" in html
    assert f'href="{new.url}"' in html


def test_a_replacement_that_is_not_public_is_not_linked(client, index):
    new = pages.publication(index, "New framework")
    old = pages.publication(index, "Old framework", status="superseded", superseded_by=new)
    new.unpublish()
    html = text(client, old.url)
    assert "has been replaced" in html
    assert "New framework" not in html


def test_a_withdrawn_publication_says_why(client, index):
    page = pages.publication(index, status="withdrawn", withdrawn_reason="The scheme has ended.")
    assert "The scheme has ended." in text(client, page.url)


def test_the_history_holds_earlier_notes_and_ours_newest_first(client, index):
    page = pages.publication(
        index,
        first_published_on=date(2020, 11, 24),
        earlier_updates=[("update", {"day": date(2021, 1, 5), "text": "Annex added."})],
    )
    page.change_note = "Table 2 corrected."
    page.save_revision().publish()
    html = text(client, page.url)
    assert html.index("Table 2 corrected.") < html.index("Annex added.") < html.index("24 November 2020</dt>")


def test_only_live_chapters_are_counted(client, long):
    from resources.models import ChapterPage

    ChapterPage.objects.get(title="Money").unpublish()
    html = text(client, long.url)
    assert "2. Next steps" in html and "Money" not in html


@pytest.mark.parametrize(
    "query", ["type=review", "year=1999", "type=nonsense", "year=nonsense", "page=99999", "page=x"]
)
def test_filters_with_any_value_answer(client, query):
    assert client.get(f"/publications/?{query}").status_code == 200


def test_the_filters_narrow_the_list(client, index):
    pages.publication(index, "A review", publication_type="review", first_published_on=date(2018, 12, 1))
    pages.publication(
        index, "Some guidance", publication_type="guidance", first_published_on=date(2022, 4, 1)
    )
    by_type, by_year = text(client, f"{index.url}?type=review"), text(client, f"{index.url}?year=2022")
    assert "A review" in by_type and "Some guidance" not in by_type
    assert "Some guidance" in by_year and "A review" not in by_year
    assert "No publication fits" in text(client, f"{index.url}?type=review&year=2022")


@pytest.mark.parametrize(
    ("status", "field", "message"),
    [
        ("superseded", "superseded_by", "Choose the page"),
        ("withdrawn", "withdrawn_reason", "why it was withdrawn"),
    ],
)
def test_the_editor_is_asked_for_what_a_status_needs(admin_client, index, status, field, message):
    from wagtail.test.utils.form_data import nested_form_data, streamfield

    data = {
        "title": "Plan",
        "slug": "plan",
        "summary": "A plan.",
        "publication_type": "guidance",
        "official_date": "Nov 2020",
        "first_published_on": "2020-11-24",
        "status": status,
        "action-publish": "1",
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
        **{name: streamfield([]) for name in ("related", "body", "attachments", "earlier_updates")},
    }
    url = reverse("wagtailadmin_pages:add", args=["resources", "publicationpage", index.pk])
    assert message in admin_client.post(url, nested_form_data(data)).content.decode()
    del data["action-publish"]
    assert admin_client.post(url, nested_form_data(data)).status_code == 302, "a draft is never refused"
