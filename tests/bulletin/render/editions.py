"""Editions to make mails of: kept in memory only, below the home page or an archive of their own."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.images import get_image_model

from bulletin.models import BulletinPage, EditionPage
from tests.factories.pages import home_page

Item = tuple[str, dict[str, Any]]


def archive() -> BulletinPage:
    """The archive of the site, made where the demo site has none."""
    found = BulletinPage.objects.first()
    if found is None:
        found = BulletinPage(title="E-bulletin", slug="bulletin", summary="All editions.")
        home_page().add_child(instance=found)
    return found


def edition(*items: Item, **fields: Any) -> EditionPage:
    """A draft in the database with one section of these items."""
    fields.setdefault("sections", sections(("This month", items)) if items else [])
    defaults: dict[str, Any] = {
        "title": "Bulletin, March 2031",
        "slug": "2031-03",
        "summary": "What is new.",
        "month": date(2031, 3, 1),
        "subject": "New in March",
        "preheader": "Grants, events and guidance.",
        "introduction": "<p>Good news this month.</p>",
        "live": False,
    }
    page = EditionPage(**{**defaults, **fields})
    archive().add_child(instance=page)
    return page


def sections(*given: tuple[str, Any]) -> list[dict[str, Any]]:
    """Headings with their items, in the form the database keeps."""
    return [
        {
            "type": "section",
            "value": {
                "heading": heading,
                "items": [{"type": kind, "value": value} for kind, value in items],
            },
        }
        for heading, items in given
    ]


def story(title: str = "A story", **fields: Any) -> Item:
    return "story", {"title": title, "summary": "Two sentences.", "address": "https://a.example/", **fields}


def picture(file_format: str = "PNG", size: tuple[int, int] = (1600, 900), **fields: Any) -> dict[str, Any]:
    """The value of a picture of an item."""
    buffer = BytesIO()
    Image.new("RGB", size, "#1c5d5d").save(buffer, file_format)
    name = f"picture.{file_format.lower()}"
    image = get_image_model().objects.create(title="Picture", file=ContentFile(buffer.getvalue(), name))
    return {"image": image.pk, "alt_text": "People at a table", "decorative": False, **fields}


def one_of_each() -> list[Item]:
    """Every kind of item, each with a title of its own."""
    return [
        story("A planning sheet", link_words="Read the guidance"),
        ("event", {"title": "Open session", "day": "2031-03-09", "time": "10am to noon", "place": "Online"}),
        ("funding", {"title": "Small grants", "deadline": "2031-04-30", "address": "https://fund.example/"}),
        ("publication", {"title": "Guidance on plans", "address": "https://plans.example/"}),
        ("handbook_change", {"title": "Service Standards", "summary": "A new section."}),
        ("council_news", {"title": "Moray: a drop-in", "summary": "Tuesdays in Elgin."}),
        ("case_study", {"title": "Work tasters", "summary": "Ten people, six weeks."}),
        ("vacancy", {"title": "Key worker", "employer": "A council", "closes": "2031-03-31"}),
        ("free_text", {"text": '<p>Send us <b>news</b>, <a href="https://send.example/">as a form</a>.</p>'}),
    ]
