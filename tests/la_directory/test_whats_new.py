"""What the council directory has to tell of a span of time."""

from datetime import datetime

import pytest

from cms.pages.whats_new import NewsKind
from la_directory.models import CouncilPage
from la_directory.whats_new import new_case_studies, new_councils
from tests.factories import councils
from tests.factories.news import AFTER, BETWEEN, SECOND, UNTIL, changed, first_published

EDGES = [(AFTER, False), (AFTER + SECOND, True), (UNTIL, True), (UNTIL + SECOND, False)]


@pytest.mark.parametrize(("moment", "is_news"), EDGES)
def test_a_council_with_a_public_note_is_news(glasgow: CouncilPage, moment: datetime, is_news: bool) -> None:
    changed(glasgow, moment, "A new drop-in.")
    assert [news.note for news in new_councils(AFTER, UNTIL)] == ["A new drop-in."] * is_news


@pytest.mark.parametrize(("moment", "is_news"), EDGES)
def test_a_new_case_study_is_news(glasgow: CouncilPage, moment: datetime, is_news: bool) -> None:
    first_published(councils.case_study(glasgow, "A kitchen that hires"), moment)
    found = [(news.kind, news.title) for news in new_case_studies(AFTER, UNTIL)]
    assert found == [(NewsKind.CASE_STUDY, f"{glasgow.title}: A kitchen that hires")] * is_news


def test_a_case_study_that_names_its_council_does_so_once(glasgow: CouncilPage) -> None:
    title = f"How {glasgow.title} hires"
    first_published(councils.case_study(glasgow, title), BETWEEN)
    assert [news.title for news in new_case_studies(AFTER, UNTIL)] == [title]


def test_a_changed_contact_is_no_news_of_its_council(glasgow: CouncilPage) -> None:
    changed(councils.contact(glasgow, "Night line"), BETWEEN)
    assert list(new_councils(AFTER, UNTIL)) == []
