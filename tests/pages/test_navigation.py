"""The menu and the way back up."""

import pytest
from django.test import RequestFactory
from django.utils.translation import override

from cms.languages.marks import language_of
from cms.pages.navigation import MENU_LENGTH, breadcrumbs, main_menu
from cms.pages.privacy import restricted_paths
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_for(demo_site):
    return lambda path: RequestFactory().get(path)


def test_the_menu_is_one_query_and_then_none(request_for, django_assert_num_queries):
    request = request_for("/")
    main_menu(request)
    pages.standard(pages.home_page(), "One more", show_in_menus=True)
    restricted_paths(), language_of(pages.home_page())  # what is private is known before, and the languages
    with django_assert_num_queries(1):
        assert "One more" in [item.title for item in main_menu(request)]
    with django_assert_num_queries(0):
        main_menu(request)


def test_the_menu_holds_eight_entries_at_most(request_for):
    for number in range(10):
        pages.standard(pages.home_page(), f"Entry {number}", show_in_menus=True)
    assert len(main_menu(request_for("/"))) == MENU_LENGTH


def test_the_menu_shows_no_draft_and_no_private_page(request_for):
    from wagtail.models import PageViewRestriction

    draft = pages.standard(pages.home_page(), "A draft", show_in_menus=True)
    draft.unpublish()
    private = pages.standard(pages.home_page(), "A private page", show_in_menus=True)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert not {"A draft", "A private page"} & {item.title for item in main_menu(request_for("/"))}


def test_the_entry_of_the_section_is_marked(request_for):
    items = main_menu(request_for("/publications/some-plan/"))
    assert [item.title for item in items if item.is_section] == ["Publications"]
    assert not any(item.is_current for item in items)


def test_breadcrumbs_lead_from_home_to_the_page(demo_site):
    parent = pages.standard(pages.home_page(), "Parent")
    child = pages.standard(parent, "Child")
    assert breadcrumbs(child) == [("Home", "/"), ("Parent", "/parent/"), ("Child", "")]


def test_the_home_page_has_no_breadcrumbs(demo_site):
    assert breadcrumbs(pages.home_page()) == []


def test_breadcrumbs_are_asked_once_for_all_pages_of_one_parent(demo_site, django_assert_num_queries):
    parent = pages.standard(pages.home_page(), "Parent")
    first, second = pages.standard(parent, "First"), pages.standard(parent, "Second")
    breadcrumbs(first)
    with django_assert_num_queries(0):
        assert breadcrumbs(second) == [("Home", "/"), ("Parent", "/parent/"), ("Second", "")]
    assert breadcrumbs(parent) == [("Home", "/"), ("Parent", "")]


def test_breadcrumbs_show_a_page_above_as_it_is_now(demo_site):
    parent = pages.standard(pages.home_page(), "Parent")
    child = pages.standard(parent, "Child")
    breadcrumbs(child)
    parent.title, parent.slug = "Renamed", "renamed"
    parent.save_revision().publish()
    assert breadcrumbs(child)[1] == ("Renamed", "/renamed/")
    parent.unpublish()
    assert breadcrumbs(child) == [("Home", "/"), ("Child", "")]


def test_breadcrumbs_are_in_the_language_of_the_reader(demo_site):
    child = pages.standard(pages.home_page(), "Child")
    assert breadcrumbs(child)[0][0] == "Home"
    with override("gd"):
        assert breadcrumbs(child)[0][0] == "Dachaigh"
