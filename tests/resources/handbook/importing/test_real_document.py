"""The handbook of October 2024 becomes records by one command."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from time import perf_counter

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from docx import Document
from wagtail.models import Revision

from resources.models import FurtherResource, HandbookPage, ProductPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_handbook")]


@pytest.fixture
def edited(document: Path, tmp_path: Path) -> Callable[[str, str], Path]:
    """The same document in which somebody wrote other words into a cell."""

    def edit(old: str, new: str) -> Path:
        word = Document(str(document))
        texts = (text for table in word.tables for text in table._tbl.iter("{*}t"))
        runs = [text for text in texts if old in (text.text or "")]
        for run in runs:
            run.text = run.text.replace(old, new)
        assert runs, f"{old} stands in no table"
        path = tmp_path / "edited.docx"
        word.save(str(path))
        return path

    return edit


def run(*arguments: object, **options: bool) -> str:
    out = StringIO()
    call_command("import_handbook", *map(str, arguments), stdout=out, **options)
    return out.getvalue()


def test_one_command_makes_a_live_handbook(document: Path, client: Client) -> None:
    start = perf_counter()
    said = run(document, publish=True)
    assert perf_counter() - start < 5
    page = HandbookPage.objects.get()
    assert (page.live, page.slug, str(page.published)) == (True, "handbook", "October 2024")
    assert page.sections[0].value["heading"] == "Introduction"
    assert [section.value["shows"] for section in page.sections] == ["", "", "products", "diagram"]
    categories = Counter(product.category.name for product in ProductPage.objects.live().order_by("path"))
    assert list(categories.values()) == [3, 2, 2, 2]
    groups = Counter(resource.group.name for resource in FurtherResource.objects.live())
    assert sorted(groups.values()) == [1, 2, 4]
    html = client.get("/handbook/").content.decode()
    assert html.count("Service Standards") >= 1
    assert "NOLB Data Toolkit" in html
    assert "Products: 9 added, 0 changed, 0 unchanged." in said
    assert "18 records were published." in said


def test_a_second_run_changes_nothing(document: Path) -> None:
    run(document, publish=True)
    revisions = Revision.objects.count()
    said = run(document, publish=True)
    assert "Nothing changed." in said
    assert Revision.objects.count() == revisions


def test_drafts_wait_until_a_run_that_publishes(document: Path, client: Client) -> None:
    said = run(document)
    assert "waits as drafts" in said
    assert not HandbookPage.objects.live().exists()
    assert not ProductPage.objects.live().exists()
    assert client.get("/handbook/").status_code == 404
    assert "Nothing changed." in run(document)
    assert ProductPage.objects.count() == 9
    said = run(document, publish=True)
    assert re.search(r"\d+ records were published", said)
    assert ProductPage.objects.live().count() == 9
    assert FurtherResource.objects.live().count() == 7
    assert client.get("/handbook/").status_code == 200


def test_the_command_sets_no_audiences_and_lists_those_it_proposes(document: Path) -> None:
    said = run(document, publish=True)
    assert not any(product.audiences.exists() for product in ProductPage.objects.all())
    assert "Proposed audiences of “Customer Charter”, for an editor to set: People who use services." in said


def test_a_dry_run_says_what_would_change_and_writes_nothing(document: Path) -> None:
    revisions = Revision.objects.count()
    said = run(document, dry_run=True)
    assert "Handbook: added." in said
    assert "Dry run: nothing was written." in said
    assert Revision.objects.count() == revisions
    assert not HandbookPage.objects.exists()


def test_a_changed_date_changes_one_product(document: Path, edited: Callable[[str, str], Path]) -> None:
    run(document, publish=True)
    said = run(edited("October 2021", "May 2023"), publish=True)
    assert "Products: 0 added, 1 changed, 8 unchanged." in said
    assert "changed: “Continuous Improvement Toolkit” (date of publication)" in said
    assert "1 record was published." in said
    assert str(ProductPage.objects.get(slug="continuous-improvement-toolkit").published) == "May 2023"


def test_a_rename_is_new_unless_it_is_accepted(document: Path, edited: Callable[[str, str], Path]) -> None:
    run(document, publish=True)
    renamed = edited("NOLB Data Toolkit", "NOLB Data Tool Kit")
    said = run(renamed, dry_run=True)
    assert "added: “NOLB Data Tool Kit” (likely “NOLB Data Toolkit” renamed" in said
    said = run(renamed, publish=True, accept_renames=True)
    assert "Products: 0 added, 1 changed, 8 unchanged." in said
    assert ProductPage.objects.get(slug="nolb-data-toolkit").title == "NOLB Data Tool Kit"


@pytest.mark.parametrize("content", [b"", b"no document", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)])
def test_a_file_that_is_no_document_is_one_clear_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "handbook.docx"
    path.write_bytes(content)
    with pytest.raises(CommandError) as problem:
        run(path)
    assert str(problem.value).startswith(str(path))
    assert "\n" not in str(problem.value)
    assert not HandbookPage.objects.exists()


def test_a_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"none\.docx: No such file or directory"):
        run(tmp_path / "none.docx")
