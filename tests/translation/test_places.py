"""A translation goes where its English goes, so what is private stays private."""

from __future__ import annotations

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from tests.factories.pages import home_page, standard
from tests.translation.gaelic import target, translate

pytestmark = pytest.mark.django_db


def test_moved_with_its_english(english: Page, client: Client) -> None:
    section = standard(home_page(), "Section")
    translate(section)
    translation = translate(english)
    english.move(section, pos="last-child")
    page = target(translation)
    assert page.url == f"/gd{Page.objects.get(pk=english.pk).url}" and page.live
    assert client.get(page.url).status_code == 200


def test_moved_into_a_private_section_it_is_private_too(english: Page, client: Client) -> None:
    staff = standard(home_page(), "Staff")
    PageViewRestriction.objects.create(page=staff, restriction_type="login")
    translation = translate(english)
    below = translate(standard(english, "Below"))
    before = [target(translation).url, target(below).url]
    english = Page.objects.get(pk=english.pk)
    english.move(staff, pos="last-child")
    assert not target(translation).live and not target(below).live
    for address in before:
        response = client.get(address)
        assert (response.status_code, response.content) in ((404, response.content), (302, b""))


def test_moving_a_translation_moves_no_english(english: Page) -> None:
    section = standard(home_page(), "Section")
    gaelic_section = target(translate(section))
    page = target(translate(english))
    where = english.path
    page.move(gaelic_section, pos="last-child")
    assert Page.objects.get(pk=english.pk).path == where
