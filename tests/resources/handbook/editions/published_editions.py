"""Editions for tests, and the people and changes around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from wagtail.models import GroupPagePermission, Page

from resources.handbook.content import Handbook
from resources.handbook.editions.publish import publish_edition
from resources.handbook.files.formats import FORMATS
from resources.models import Edition, HandbookPage
from tests.factories import handbook_pages as make

PDF, WORD = b"%PDF of ", b"PK Word file of "


def published(
    handbook: HandbookPage, name: str = "October 2024", day: date = date(2024, 10, 31), **fields: Any
) -> Edition:
    """As it is stored."""
    edition = publish_edition(handbook, name, day, **fields)
    return Edition.objects.get(pk=edition.pk)


def make_by(
    monkeypatch: pytest.MonkeyPatch, kind: str, maker: Callable[[Handbook, Mapping[str, bytes]], bytes]
) -> None:
    """Files of one format are made by `maker` until the test ends."""
    monkeypatch.setitem(FORMATS, kind, replace(FORMATS[kind], make=maker))


def somebody(username: str, *permissions: str) -> Any:
    """A person who may use the admin, with further rights such as "publish_edition"."""
    user = get_user_model().objects.create_user(username, f"{username}@example.org", "secret")
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *permissions]))
    return user


def with_page_rights(user: Any, page: Page, *verbs: str) -> Any:
    """The same person, who may now also "change" or "publish" the page and all below it."""
    group = user.groups.create(name=f"{user.username} of {page.pk}")
    for verb in verbs:
        right = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{verb}_page")
        GroupPagePermission.objects.create(group=group, page_id=page.pk, permission=right)
    return user


def rename(handbook: HandbookPage, old: str, new: str) -> None:
    """Gives a product of the handbook another name, live at once."""
    products = make.products_page(handbook).get_children().specific()
    product = next(each for each in products if each.title == old)
    product.title = new
    product.change_is_minor = True
    product.save_revision().publish()
