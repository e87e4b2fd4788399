"""What a chosen page says is written into the item, once."""

from typing import Any

import pytest

from bulletin.compose.taken_over import take_over
from bulletin.models import BulletinPage, EditionPage
from cms.pages.whats_new import page_key
from tests.bulletin import office
from tests.factories import councils


def taken(*items: dict[str, Any]) -> list[Any]:
    """The values of the items after they were taken over."""
    stream = EditionPage(sections=office.sections(*items)).sections
    take_over(stream)
    return [item.value for item in stream[0].value["items"]]


def item(**values: Any) -> dict[str, Any]:
    return {"type": "story", "value": values}


def test_what_is_empty_is_filled(db: None) -> None:
    page = office.page_of_the_site("Guidance")
    (story,) = taken(item(page=page.pk))
    assert (story["title"], story["summary"]) == ("Guidance", "About Guidance.")
    assert story["source"] == page_key(page)
    assert story["source_at"]


def test_what_an_editor_wrote_stays(db: None) -> None:
    page = office.page_of_the_site("Guidance")
    (story,) = taken(item(page=page.pk, title="Ours", summary="Also ours."))
    assert (story["title"], story["summary"]) == ("Ours", "Also ours.")


def test_what_an_editor_emptied_afterwards_stays_empty(db: None) -> None:
    page = office.page_of_the_site("Guidance")
    (story,) = taken(item(page=page.pk, title="Ours", source=page_key(page), source_at="2031-04-01"))
    assert not story["summary"]
    assert story["source_at"] == "2031-04-01"


def test_another_page_brings_its_own_words(db: None) -> None:
    old, new = office.page_of_the_site("Old"), office.page_of_the_site("New")
    (story,) = taken(item(page=new.pk, title="Old", summary="My words.", source=page_key(old)))
    assert (story["title"], story["summary"], story["source"]) == ("New", "My words.", page_key(new))


def test_what_was_made_from_another_record_keeps_its_source(db: None) -> None:
    page = office.page_of_the_site("Handbook")
    (story,) = taken(item(page=page.pk, title="It starts", source="milestone:7"))
    assert story["source"] == "milestone:7"
    assert not story["summary"]


def test_a_draft_gives_nothing_away(db: None) -> None:
    page = office.page_of_the_site("Secret")
    page.unpublish()
    (story,) = taken(item(page=page.pk))
    assert not story["title"]
    assert not story["source"]


def test_long_words_are_cut_to_their_fields(db: None) -> None:
    page = office.page_of_the_site("Guidance " * 25)
    (story,) = taken(item(page=page.pk))
    assert len(story["title"]) == 150
    assert story["title"].endswith("…")


def test_items_without_a_page_and_free_text_are_left_alone(db: None) -> None:
    text = {"type": "free_text", "value": {"text": "<p>Hello.</p>"}}
    story, free = taken(item(title="Ours"), text)
    assert (story["title"], str(free["text"])) == ("Ours", "<p>Hello.</p>")


@pytest.fixture
def case_study(db: None) -> Any:
    council = councils.council(councils.directory(BulletinPage.objects.first().get_parent(), slug="ours"))
    picture = {"image": office.picture().pk, "alt_text": "Two cooks", "decorative": False}
    return councils.case_study(council, picture=[{"type": "image", "value": {"image": picture}}])


def test_a_picture_comes_with_its_alternative_text(case_study: Any) -> None:
    (story,) = taken(item(page=case_study.pk))
    assert story["picture"].contextual_alt_text == "Two cooks"


def test_another_picture_stays(case_study: Any) -> None:
    other = office.picture("Another")
    chosen = {"image": other.pk, "alt_text": "Words", "decorative": False}
    (story,) = taken(item(page=case_study.pk, picture=chosen))
    assert story["picture"].pk == other.pk


def test_the_picture_of_the_page_before_goes_with_it(case_study: Any) -> None:
    page = office.page_of_the_site("Guidance")
    (story,) = taken(item(page=case_study.pk))
    moved = item(page=page.pk, picture=case_study.leading_picture, source=page_key(case_study))
    (story,) = taken(moved)
    assert story["picture"] is None


@pytest.mark.parametrize("number", [1, 20])
def test_many_chosen_pages_cost_no_more_queries_than_one(
    db: None, number: int, django_assert_max_num_queries
) -> None:
    pages = [office.page_of_the_site(f"Guidance {count}") for count in range(number)]
    stream = EditionPage(sections=office.sections(*[item(page=page.pk) for page in pages])).sections
    with django_assert_max_num_queries(6):
        take_over(stream)
