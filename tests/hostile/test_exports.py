"""No cell of a file that the site writes is run by the program that opens it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.http import HttpResponseBase
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from openpyxl import load_workbook
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from bulletin.models import Subscriber
from cms.mail.addresses import key_of
from cms.pages.models import Feedback
from la_directory.models import CouncilPage, DirectoryPage, LocalServicePage, RecordReport
from search.models import MissedSearch
from tests.factories.pages import home_page, standard

pytestmark = pytest.mark.django_db

FORMULA = '=HYPERLINK("https://evil.example","x")'
FORMATS = ("csv", "xlsx")
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# They export one thing and need its number; tests/bulletin/admin/test_report.py looks at their cells.
NEED_A_NUMBER = {"bulletin_report", "bulletin_report_results"}


@pytest.fixture
def editor(demo_site: None) -> Client:
    """Whose own name is a formula, as names stand in most reports."""
    user = get_user_model().objects.create_superuser("=1+1", "editor@example.org", "x", first_name=FORMULA)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def full_of_formulas(editor: Client) -> None:
    """Whatever an export tells of begins like a formula."""
    user = get_user_model().objects.get(username="=1+1")
    page = standard(home_page(), FORMULA)
    page.save_revision(user=user, log_action=True).publish(user=user)
    Page.objects.filter(pk=page.pk).update(
        locked=True, locked_by=user, locked_at=page.last_published_at, last_published_at="2020-01-01T00:00Z"
    )
    Feedback.objects.create(page=page, page_title=FORMULA, answer="no", reason="links", comment=FORMULA)
    Redirect.objects.create(old_path="/=1+1", redirect_link=FORMULA)
    MissedSearch.objects.create(words=FORMULA, language="en", day="2026-10-01", number=3)
    service = LocalServicePage.objects.live().first()
    RecordReport.objects.create(
        council=service.council,
        translation_key=service.translation_key,
        record_title=FORMULA,
        wrong="words",
        comment=FORMULA,
    )
    address = "odd@council.example"
    state = Subscriber.State.ACTIVE
    Subscriber.objects.create(email=address, address_key=key_of(address), name=FORMULA, state=state)
    CouncilPage.objects.filter(pk=CouncilPage.objects.live().first().pk).update(official_name=FORMULA)
    LocalServicePage.objects.filter(pk=service.pk).update(title=FORMULA)


def exporting_views(resolver: Any = None, namespaces: tuple[str, ...] = ()) -> Iterator[str]:
    """The names of all views that can write a table, by the resolver."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from exporting_views(pattern, inner)
        elif isinstance(pattern, URLPattern) and pattern.name and can_export(pattern.callback):
            yield ":".join((*namespaces, pattern.name))


def can_export(view: Any) -> bool:
    while hasattr(view, "__wrapped__") and not hasattr(view, "view_class"):
        view = view.__wrapped__
    made = getattr(view, "view_class", None)
    if made is None or not issubclass(made, SpreadsheetExportMixin):
        return False
    return bool(view.view_initkwargs.get("list_export", made.list_export))


def cells_of(answer: HttpResponseBase) -> list[Any]:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if "csv" in answer["Content-Type"]:
        text = content.decode("utf-8-sig")
        return [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    book = load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b", "inlineStr"}
    return [cell.value for cell in cells]


def dangerous(cells: list[Any]) -> list[str]:
    return [cell for cell in cells if isinstance(cell, str) and cell.lstrip(" \u00a0").startswith(STARTS)]


def test_every_list_of_the_admin_that_can_be_exported_is_harmless(editor: Client, full_of_formulas) -> None:
    told, asked = set(), 0
    for name in sorted(set(exporting_views()) - NEED_A_NUMBER):
        try:
            address = reverse(name)
        except NoReverseMatch:
            pytest.fail(f"{name} can be exported and is not tested: give it an address here")
        for kind in FORMATS:
            answer = editor.get(address, {"export": kind})
            assert answer.status_code == 200, name
            cells = cells_of(answer)
            assert dangerous(cells) == [], f"{name} as {kind}"
            asked += 1
            if any("evil.example" in str(cell) or cell == "'=1+1" for cell in cells):
                told.add(name)
    assert asked >= 2 * 12
    # The formulas really stand there, so that the test means something.
    assert {"wagtailadmin_reports:site_history", "wagtailadmin_reports:aging_pages"} <= told
    assert {"feedback_report:index", "wagtailredirects:index", "missed_searches:index"} <= told
    assert {"directory_reports:index", "wagtailadmin_reports:locked_pages"} <= told


def test_every_other_file_is_harmless(editor: Client, full_of_formulas) -> None:
    directory = DirectoryPage.objects.live().first()
    addresses = [
        reverse("bulletin_export_subscribers"),
        *(reverse("exchange_councils:download", args=[directory.pk, kind]) for kind in FORMATS),
        "/local-authorities/export/councils.csv",
        "/local-authorities/partnership-leads/leads.csv",
        "/handbook/export/handbook.csv",
    ]
    for address in addresses:
        answer = editor.post(address) if "subscribers" in address else editor.get(address)
        assert answer.status_code == 200, address
        assert dangerous(cells_of(answer)) == [], address
