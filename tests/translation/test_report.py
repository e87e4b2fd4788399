"""How all translations stand: the report, its filters and files, and what waits for whom."""

from __future__ import annotations

from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.pages.waiting import WaitingItem
from cms.translation.followed import bring_up_to_date
from cms.translation.waiting import translations_waiting
from cms.vocabulary.models import Theme
from tests.factories.pages import standard
from tests.translation.gaelic import begin, fill, save, target, translate

pytestmark = pytest.mark.django_db

URL = "/admin/reports/translations/"


@pytest.fixture
def five(english: Page) -> dict[str, Translation]:
    """One of each state."""
    home = english.get_parent().specific
    pages = {name: standard(home, f"Page {name}") for name in ("done", "draft", "old", "part", "ready")}
    found = {
        name: translate(page, "machine" if name == "draft" else "manual")
        for name, page in pages.items()
        if name not in ("part", "ready")
    }
    found |= {name: begin(pages[name]) for name in ("part", "ready")}
    fill(found["ready"])
    old = pages["old"]
    old.summary = "Something else."
    old.save_revision().publish()
    bring_up_to_date(TranslationSource.objects.get(object_id=old.translation_key).pk)
    return found


def rows(client: Client, query: str = "") -> dict[str, str]:
    table = BeautifulSoup(client.get(f"{URL}?title=Page&{query}").content, "html.parser")
    cells = [[cell.get_text(" ", strip=True) for cell in row("td")] for row in table.select("main tbody tr")]
    return {row[1].removeprefix("Page "): row[3] for row in cells}


def test_every_state_is_told(five: dict[str, Translation], sg_editor: Client) -> None:
    assert rows(sg_editor) == {
        "done": "Up to date",
        "draft": "Not yet reviewed",
        "old": "The English has changed since, not complete",
        "part": "Not complete",
        "ready": "Translated, to be published",
    }


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=changed", {"old"}),
        ("state=unreviewed", {"draft"}),
        ("state=partial", {"old", "part"}),
        ("state=ready&state=done", {"ready", "done"}),
    ],
)
def test_the_report_is_narrowed_down(
    five: dict[str, Translation], sg_editor: Client, query: str, found: set[str]
) -> None:
    assert set(rows(sg_editor, query)) == found


@pytest.mark.parametrize("query", ["state=martian", "kind=0", "kind=x", "p=999", "title=%00"])
def test_what_no_filter_knows_is_no_error(sg_editor: Client, query: str) -> None:
    assert sg_editor.get(f"{URL}?{query}").status_code == 200


def test_it_is_taken_along_as_a_file(five: dict[str, Translation], sg_editor: Client) -> None:
    source = five["done"].source
    source.object_repr = "=1+1"
    source.save()
    table = b"".join(sg_editor.get(f"{URL}?export=csv")).decode()
    assert "Page draft,Standard page,Not yet reviewed,100%,True" in table
    assert "'=1+1" in table
    book = load_workbook(BytesIO(b"".join(sg_editor.get(f"{URL}?export=xlsx"))))
    assert [cell.value for cell in book.active[1]][:2] == ["Title", "English title"]


def test_it_costs_the_same_for_many(
    five: dict[str, Translation], sg_editor: Client, english: Page, django_assert_max_num_queries
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            sg_editor.get(URL)
        return len(queries)

    cost()
    few = cost()
    for number in range(6):
        translate(standard(english.get_parent(), f"Page {number}"))
    assert cost() == few


def test_it_is_not_for_everybody(council_editor: Client, outsider: Client, english: Page) -> None:
    for url in (URL, f"{URL}results/", reverse("wagtail_localize:translations_report")):
        assert council_editor.get(url).status_code == 302
        assert Client().get(url).status_code == 302
    translate(standard(english.get_parent(), "Page"))
    assert rows(outsider) == {}, "nobody is shown what they may not change"
    outsider.user.groups.get().permissions.remove(*Permission.objects.filter(codename="submit_translation"))
    assert outsider.get(URL).status_code == 302


def test_it_stands_in_the_menu_once(sg_editor: Client) -> None:
    told = sg_editor.get(reverse("wagtailadmin_home")).content.decode()
    assert "admin/reports/translations/" in told and "localize/reports" not in told


def waiting(client: Client) -> dict[str, str]:
    return {item.title: item.kind for item in own(client)}


def own(client: Client) -> list[WaitingItem]:
    return [item for item in translations_waiting(client.user) if "Page" in item.title]


def only(*translations: Translation) -> None:
    """The demo site has translations of its own."""
    Translation.objects.exclude(pk__in=[each.pk for each in translations]).delete()


def test_it_waits_for_those_who_may_publish_it(
    five: dict[str, Translation], moderator: Client, sg_editor: Client
) -> None:
    only(*five.values())
    assert waiting(moderator) == {
        "GD Page old": "the English has changed since",
        "GD Page draft": "not yet reviewed",
        "GD Page ready": "translated, to be published",
    }
    assert waiting(sg_editor) == {}


def test_new_words_of_a_live_page_wait_too(five: dict[str, Translation], moderator: Client) -> None:
    only(five["done"])
    words = StringTranslation.objects.get(
        context__object_id=five["done"].source.object_id, context__path="summary"
    )
    words.data = "Rud eile"
    words.save()
    assert set(waiting(moderator).values()) == {"translated, to be published"}
    save(five["done"])
    assert waiting(moderator) == {}


def test_many_become_one_line(english: Page, moderator: Client) -> None:
    made = [translate(standard(english.get_parent(), f"Page {number}"), "machine") for number in range(6)]
    only(*made)
    (item,) = translations_waiting(moderator.user)
    assert (item.title, item.url) == ("6 translations", f"{URL}?state=unreviewed")
    assert len(rows(moderator, item.url.split("?")[1])) == 6


def test_a_word_of_a_vocabulary_waits_for_whoever_changes_it(moderator: Client, sg_editor: Client) -> None:
    made = translate(Theme.objects.create(name="Page of themes"), "machine")
    only(made)
    assert waiting(moderator) == waiting(sg_editor) == {"GD Page of themes": "not yet reviewed"}
    assert target(made).name == "GD Page of themes"
