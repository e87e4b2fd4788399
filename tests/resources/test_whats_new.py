"""What the resources have to tell of a span of time."""

from datetime import datetime

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from cms.page_cache import generation
from cms.pages.whats_new import News, NewsKind, page_key
from resources.models import HandbookPage, UpdatePage
from resources.whats_new import new_milestones, new_products, new_publications, new_updates
from tests.factories import handbook_pages, pages
from tests.factories.news import AFTER, BETWEEN, SECOND, UNTIL, changed, first_published


@pytest.fixture
def update(db: None) -> UpdatePage:
    pages.updates(pages.home_page(), 1, "Our updates")
    return UpdatePage.objects.get(title="Update 0")


def updates_in_span() -> list[News]:
    return list(new_updates(AFTER, UNTIL))


@pytest.mark.parametrize(
    ("moment", "is_news"), [(AFTER, False), (AFTER + SECOND, True), (UNTIL, True), (UNTIL + SECOND, False)]
)
def test_the_start_is_outside_the_span_and_the_end_within(
    update: UpdatePage, moment: datetime, is_news: bool
) -> None:
    first_published(update, moment)
    assert bool(updates_in_span()) == is_news
    first_published(update, AFTER.replace(year=2030))
    changed(update, moment)
    assert bool(updates_in_span()) == is_news


def test_news_says_what_and_when(update: UpdatePage) -> None:
    first_published(update, BETWEEN)
    (news,) = updates_in_span()
    assert (news.key, news.kind, news.moment) == (page_key(update), NewsKind.UPDATE, BETWEEN)
    assert (news.title, news.summary, news.page, news.is_new) == (
        "Update 0",
        "About Update 0.",
        update,
        True,
    )


def test_a_small_correction_is_no_news(update: UpdatePage) -> None:
    first_published(update, AFTER)
    changed(update, BETWEEN, note="")
    assert updates_in_span() == []


def test_the_note_is_the_summary_of_a_change(update: UpdatePage) -> None:
    first_published(update, AFTER)
    changed(update, BETWEEN, "The table has the figures of March.")
    (news,) = updates_in_span()
    assert news.summary == news.note == "The table has the figures of March."
    assert not news.is_new


def test_a_draft_never_appears(update: UpdatePage) -> None:
    first_published(update, BETWEEN)
    changed(update, BETWEEN)
    update.unpublish()
    assert updates_in_span() == []


@pytest.mark.parametrize("above", [False, True])
def test_a_private_page_never_appears(update: UpdatePage, above: bool) -> None:
    first_published(update, BETWEEN)
    changed(update, BETWEEN)
    page = update.get_parent() if above else update
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    restriction.groups.add(Group.objects.first())
    generation.forget()
    assert updates_in_span() == []


def test_an_alias_is_no_second_piece_of_news(update: UpdatePage) -> None:
    first_published(update, BETWEEN)
    update.create_alias(update_slug="again", parent=update.get_parent())
    assert len(updates_in_span()) == 1


def test_a_note_on_a_chapter_is_news_of_its_publication(db: None) -> None:
    index = pages.publications(pages.home_page(), 0, "Our publications")
    plan = first_published(pages.publication(index, "Plan"), AFTER)
    chapter = first_published(pages.chapter(plan, "Money"), AFTER)
    changed(chapter, BETWEEN, "Sums of 2031.")
    (news,) = new_publications(AFTER, UNTIL)
    assert (news.key, news.title, news.note) == (page_key(plan), "Plan", "Money: Sums of 2031.")
    chapter.unpublish()
    assert list(new_publications(AFTER, UNTIL)) == []


def test_products_tell_what_they_do(db: None) -> None:
    handbook = handbook_pages.handbook_page(pages.home_page(), "Our handbook")
    first_published(handbook_pages.product_page(handbook, "Toolkit"), BETWEEN)
    (news,) = new_products(AFTER, UNTIL)
    assert (news.kind, news.title, news.summary) == (NewsKind.PRODUCT, "Toolkit", "What Toolkit does.")


def test_a_milestone_leads_to_what_it_is_about_or_to_the_handbook(db: None) -> None:
    handbook = HandbookPage.objects.live().order_by("path").first()
    plan = pages.publication(pages.publications(pages.home_page(), 0, "Ours"), "Plan")
    first = handbook_pages.milestone("It starts", "3 April 2031", text="<p>In all councils.</p>")
    second = handbook_pages.milestone("Plan agreed", "May 2031", belongs_to=Page.objects.get(pk=plan.pk))
    type(first).objects.filter(pk__in=[first.pk, second.pk]).update(first_published_at=BETWEEN)
    one, other = sorted(new_milestones(AFTER, UNTIL), key=lambda news: news.title)
    assert (one.title, one.summary, one.page) == ("It starts", "3 April 2031. In all councils.", handbook)
    assert (other.key, other.page.pk) == (f"milestone:{second.pk}", plan.pk)


@pytest.mark.parametrize("moment", [AFTER, UNTIL + SECOND])
def test_a_milestone_outside_the_span_is_no_news(db: None, moment: datetime) -> None:
    record = handbook_pages.milestone("It starts", "3 April 2031")
    type(record).objects.filter(pk=record.pk).update(first_published_at=moment)
    assert list(new_milestones(AFTER, UNTIL)) == []


@pytest.mark.parametrize("number", [1, 30])
def test_many_news_cost_no_more_queries_than_one(db: None, number: int, django_assert_num_queries) -> None:
    index = pages.updates(pages.home_page(), number, "Our updates")
    for page in index.get_children():
        first_published(page, BETWEEN)
        changed(page, BETWEEN)
    updates_in_span()
    with django_assert_num_queries(2):
        assert len(updates_in_span()) == 2 * number
