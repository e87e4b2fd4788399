"""The lists of case studies: of one council and of all, filtered by the address alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page

from bench.growth import multiply
from cms.page_cache import generation
from cms.vocabulary.models import Audience, Theme
from la_directory.models import CaseStudiesPage, CaseStudyPage, CouncilCaseStudiesPage, CouncilPage
from tests.factories import councils
from tests.factories.pages import add, home_page
from tests.la_directory.case_studies.test_page import picture
from tests.site.test_query_budgets import assert_within
from tests.site.test_valid_html import problems


@pytest.fixture
def everything(db: None) -> CaseStudiesPage:
    """The list of all, without the case studies of the demo site."""
    Page.objects.type((CaseStudiesPage, CaseStudyPage)).update(live=False)
    return add(home_page(), CaseStudiesPage, "Case studies")


def of_council(council: CouncilPage) -> CouncilCaseStudiesPage:
    return CouncilCaseStudiesPage.objects.child_of(council).get()


def shown(client: Client, url: str, query: str = "") -> BeautifulSoup:
    response = client.get(f"{url}{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def titles(page: BeautifulSoup) -> list[str]:
    return [heading.get_text(strip=True) for heading in page.select(".es_results h3")]


def test_filters_narrow_the_list_and_nonsense_does_not(
    client: Client, everything: CaseStudiesPage, glasgow: CouncilPage, fife: CouncilPage
) -> None:
    skills, families = Theme.objects.get(name="Skills"), Theme.objects.get(name="Families")
    employers = Audience.objects.get(name="Employers")
    councils.case_study(glasgow, "Bread", theme=skills, audiences=[employers])
    councils.case_study(glasgow, "Buses", theme=families)
    councils.case_study(fife, "Boats", theme=skills)
    for query, expected in {
        "": ["Boats", "Buses", "Bread"],
        "?council=glasgow-city": ["Buses", "Bread"],
        "?theme=skills": ["Boats", "Bread"],
        "?theme=skills&council=glasgow-city": ["Bread"],
        "?audience=employers": ["Bread"],
        "?council=fife&theme=families": [],
        "?council=mars&theme=%00&audience=999&page=-3": ["Boats", "Buses", "Bread"],
    }.items():
        assert sorted(titles(shown(client, everything.url, query))) == sorted(expected), query
    assert "No case studies match" in shown(client, everything.url, "?council=fife&theme=families").get_text()
    own = shown(client, of_council(glasgow).url, "?council=fife")
    assert sorted(titles(own)) == ["Bread", "Buses"]
    assert own.select("select[name=theme]") and not own.select("select[name=council]")
    assert own.select_one(f'main a[href="{everything.url}"]')
    assert "Glasgow City" in own.title.get_text()


def test_an_empty_list_says_so_and_offers_no_filter(client: Client, everything: CaseStudiesPage) -> None:
    page = shown(client, everything.url)
    assert "There are no case studies yet" in page.get_text()
    assert not page.select("main form.es_filter")


def test_a_list_costs_the_same_with_20_and_with_60_pictures_included(
    client: Client, everything: CaseStudiesPage, glasgow: CouncilPage, settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    case = councils.case_study(
        glasgow, audiences=list(Audience.objects.all()[:2]), picture=picture("Two cooks")
    )
    lists = (everything.url, of_council(glasgow).url)
    multiply(case, 19)
    generation.advance()
    few = [assert_within(client, url, 12) for url in lists]
    multiply(case, 40)
    generation.advance()
    many = [assert_within(client, url, 12) for url in lists]
    last = [assert_within(client, f"{url}?page=3&theme=", 12) for url in lists]
    assert few == many == last
    page = shown(client, everything.url, "?page=2")
    assert len(page.select(".es_results img")) == 20
    assert page.select_one('link[rel="canonical"]')["href"].endswith("?page=2")
    filtered = shown(client, everything.url, "?page=2&council=glasgow-city")
    assert filtered.select_one('link[rel="canonical"]')["href"].endswith(everything.url)
    (tmp_path / "list.html").write_bytes(client.get(everything.url).content)
    assert problems(tmp_path) == []


def test_a_case_study_of_a_hidden_council_does_not_name_it(
    client: Client, everything: CaseStudiesPage, glasgow: CouncilPage
) -> None:
    councils.case_study(glasgow, "Bread")
    glasgow.unpublish()
    page = shown(client, everything.url)
    assert "Bread" in titles(page)
    assert "Glasgow City" not in page.select_one("main").get_text()
