"""The list by which relevance is measured can be relied on."""

import pytest
from wagtail.models import Page

from tests.search.judged import questions


def test_there_are_enough_questions():
    assert len(questions()) >= 80


def test_each_question_has_a_page_that_one_wants():
    assert [judged.question for judged in questions() if 3 not in judged.gains.values()] == []


def test_a_gain_is_one_two_or_three():
    assert {gain for judged in questions() for gain in judged.gains.values()} <= {1, 2, 3}


@pytest.mark.django_db
def test_each_place_is_a_page_that_readers_of_the_demo_site_can_open(demo_site):
    places = {(judged.language, place) for judged in questions() for place in judged.gains}
    pages = Page.objects.live().public().filter(depth__gt=1).select_related("locale").specific()
    assert sorted(places - {(page.locale.language_code.split("-")[0], page.url) for page in pages}) == []
