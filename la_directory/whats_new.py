"""What is new in the council directory, for those who tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from cms.pages.whats_new import News, NewsKind, news_of_pages
from la_directory.models import CaseStudyPage, CouncilPage


def new_councils(after: datetime, until: datetime) -> Iterator[News]:
    """Changed contacts and services are no news: they change all the time."""
    councils = CouncilPage.objects.defer("body", "documents", "delivery_plan")
    return news_of_pages(NewsKind.COUNCIL, councils, after, until)


def new_case_studies(after: datetime, until: datetime) -> Iterator[News]:
    case_studies = CaseStudyPage.objects.defer("what_was_done", "what_changed", "related")
    councils = dict(CouncilPage.objects.values_list("path", "title"))
    for news in news_of_pages(NewsKind.CASE_STUDY, case_studies, after, until):
        council = councils.get(news.page.council_path, "")
        is_named = council.casefold() in news.title.casefold()
        yield news if is_named else replace(news, title=f"{council}: {news.title}")


PROVIDERS = (new_councils, new_case_studies)
