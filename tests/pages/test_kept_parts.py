"""Parts of the frame are made once; each change is seen by the next request, and nobody gets another's."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Tag
from django.conf import LazySettings
from django.template import Context, Template
from django.test import Client, RequestFactory
from wagtail.models import Page, Site

from cms.pages.models import SiteSettings
from home.models import StandardPage
from tests.factories import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def frame(client: Client, demo_site: None) -> Callable[..., BeautifulSoup]:
    """A page as it comes from what is kept."""

    def read(address: str, **headers: str) -> BeautifulSoup:
        client.get(address, headers=headers)
        return BeautifulSoup(client.get(address, headers=headers).content, "html.parser")

    return read


def menu(page: BeautifulSoup) -> dict[str, str | None]:
    """The entries of the menu, with how each is marked."""
    return {link.text: link.get("aria-current") for link in page.select("#site-navigation a")}


def words(part: Tag | None) -> str:
    return " ".join(part.get_text(" ").split()) if part else ""


def site_settings() -> SiteSettings:
    return SiteSettings.objects.get()


def save(**values: object) -> None:
    changed = site_settings()
    for name, value in values.items():
        setattr(changed, name, value)
    changed.save()


@pytest.mark.parametrize(
    ("values", "selector"),
    [
        ({"title": "Changed words"}, ".ds_site-branding__title"),
        ({"phase": "beta", "phase_text": "<p>Changed words</p>"}, ".ds_phase-banner"),
        ({"signup_heading": "Changed words"}, ".es_signup"),
        ({"signup_heading": "Heading", "signup_text": "Changed words"}, ".es_signup"),
    ],
)
def test_a_change_of_the_settings_is_seen_at_once(frame, values: dict[str, str], selector: str) -> None:
    assert "Changed words" not in words(frame("/privacy/").select_one(selector))
    save(**values)
    assert "Changed words" in words(frame("/privacy/").select_one(selector))


def test_a_part_that_is_switched_off_is_gone_at_once(frame) -> None:
    save(phase="beta")
    assert frame("/privacy/").select(".ds_phase-banner")
    save(phase="")
    assert not frame("/privacy/").select(".ds_phase-banner")


def test_a_change_of_the_footer_is_seen_at_once(frame) -> None:
    assert "Changed words" not in words(frame("/privacy/").footer)
    save(footer_links=[("link", {"title": "Changed words", "link": {"address": "https://example.org/"}})])
    assert "Changed words" in words(frame("/privacy/").footer)


def test_a_page_linked_in_the_footer_has_its_new_address_there(frame) -> None:
    page = pages.standard(pages.home_page(), "Linked")
    save(footer_links=[("link", {"title": "Linked", "link": {"page": page}})])
    assert frame("/privacy/").footer.select('a[href="/linked/"]')
    page.slug = "renamed"
    page.save_revision().publish()
    assert frame("/privacy/").footer.select('a[href="/renamed/"]')


def test_a_change_of_the_menu_is_seen_at_once(frame) -> None:
    before = menu(frame("/privacy/"))
    page = pages.standard(pages.home_page(), "Just added", show_in_menus=True)
    assert menu(frame("/privacy/")) == {**before, "Just added": None}
    page.unpublish()
    assert menu(frame("/privacy/")) == before


def test_each_page_marks_its_own_place_in_the_menu(frame) -> None:
    def marked(address: str) -> dict[str, str | None]:
        return {title: mark for title, mark in menu(frame(address)).items() if mark}

    section = "No One Left Behind"
    for _ in range(2):
        assert marked("/privacy/") == {}
        assert marked("/no-one-left-behind/") == {section: "page"}
        assert marked("/no-one-left-behind/updates/") == {section: "true"}
        assert marked("/publications/") == {"Publications": "page"}


def test_only_the_pages_about_signing_up_have_no_second_form_for_it(frame) -> None:
    for _ in range(2):
        assert frame("/privacy/").select(".es_signup")
        assert not frame("/bulletin/subscribe/").select(".es_signup")


def test_two_languages_do_not_mix(frame) -> None:
    skip_links = {"/": "Skip to main content", "/gd/": "Leum gun phrìomh shusbaint"}
    seen = {}
    for _ in range(2):
        for address in skip_links:
            page = frame(address)
            seen[address] = [words(page.select_one(part)) for part in (".ds_skip-links", "header", "footer")]
            assert page.select_one("form[role=search]")["action"] == f"{address}search/"
            assert page.select_one(".es_feedback form")["action"] == f"{address}feedback/"
    assert not set(seen["/"]) & set(seen["/gd/"])


def test_two_sites_do_not_mix(frame, settings: LazySettings) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]
    other = pages.add(Page.objects.get(depth=1), StandardPage, "Other site", body=pages.PARAGRAPH)
    pages.standard(other, "Its own page", slug="privacy", show_in_menus=True)
    site = Site.objects.create(hostname="other.example", root_page=other)
    SiteSettings.objects.create(site=site, title="Its own title", phase="")
    for _ in range(2):
        ours, theirs = frame("/privacy/"), frame("/privacy/", host="other.example")
        assert words(ours.select_one(".ds_site-branding__title")) == "Employability in Scotland"
        assert words(theirs.select_one(".ds_site-branding__title")) == "Its own title"
        assert [bool(site.select(".ds_phase-banner")) for site in (ours, theirs)] == [True, False]
        assert menu(theirs) == {"Its own page": "page"}
        assert "Its own page" not in menu(ours)


def test_a_page_that_is_not_there_has_the_same_frame(frame) -> None:
    def parts(page: BeautifulSoup) -> list[str]:
        names = (".ds_skip-links", ".ds_site-header__content", "#site-navigation", ".es_signup", "footer")
        return [words(page.select_one(name)) for name in names]

    assert parts(frame("/no-such-page/")) == parts(frame("/privacy/"))


def test_a_part_sees_nothing_of_the_page_but_what_it_is_given() -> None:
    """Else it would show to all readers what it found on the first page."""
    page = Template(
        "{% load site_frame %}{% kept_include 'frame/control_icons.html' %}"
        "{% kept_include 'frame/control_icons.html' icon=icon %}"
    )
    for icon in ("search", "menu"):
        context = {"icon": icon, "request": RequestFactory().get("/")}
        unnamed, named = BeautifulSoup(page.render(Context(context)), "html.parser").select("use")[::2]
        assert unnamed["href"].endswith("#")
        assert named["href"].endswith(f"#{icon}")


def test_a_page_without_a_site_leaves_nothing_for_those_with_one(frame) -> None:
    bare = Template("{% load site_frame %}{% kept_include 'frame/phase_banner.html' %}")
    save(phase="beta", phase_text="<p>Changed words</p>")
    assert "Changed words" not in bare.render(Context({}))
    assert "Changed words" in words(frame("/privacy/").select_one(".ds_phase-banner"))


def test_each_page_asks_about_itself(frame) -> None:
    for page in StandardPage.objects.live()[:3]:
        assert frame(page.url).select_one(".es_feedback input[name=page]")["value"] == str(page.pk)
