"""A handbook that is exported to Word and imported again stays as it is, whatever its records hold."""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Revision

from resources.handbook.addresses import absolute
from resources.handbook.content import Passage
from resources.handbook.files import word_file
from resources.handbook.gather import gather
from resources.handbook.importing.apply import apply
from resources.handbook.importing.plan import plan
from resources.handbook.word import read
from resources.models import HandbookPage, ProductPage
from tests.factories.handbook_pages import further_resource, handbook_page, milestone, product_page
from tests.factories.pages import home_page, publication, standard

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_handbook")]


@pytest.fixture
def full_handbook() -> HandbookPage:
    """Links to pages and documents, a picture, notes, a rhythm, statuses: all that a document may lose."""
    home = home_page()
    about, hidden = standard(home, "Where to go"), standard(home, "Not yet")
    hidden.unpublish()
    paper = get_document_model().objects.create(title="Paper", file=ContentFile(b"%PDF-", "paper.pdf"))
    image = get_image_model().objects.create(title="Wheel", file=get_test_image_file())
    link = f'<a linktype="page" id="{about.pk}">where <b>to</b> go</a>'
    paper_link = f'<a linktype="document" id="{paper.pk}">paper</a>'
    text = (
        f'<p data-block-key="a1">It’s “{link}” &amp; <i>more</i>\u00a0— H<sup>2</sup>.<br/>Next line.</p>'
        f'<ul><li data-block-key="b">one {paper_link}</li><li>two</li></ul>'
        f'<ol><li>first</li></ol><p>A <a linktype="page" id="{hidden.pk}">draft</a>.</p>'
    )
    picture = {
        "image": {"image": image.pk, "decorative": False, "alt_text": "A wheel of five parts"},
        "caption": "All parts",
        "long_description": "<p>The wheel has five parts.</p><ul><li>one</li></ul>",
    }
    body = [
        {"type": "text", "value": text},
        {"type": "heading", "value": "For whom"},
        {"type": "text", "value": "<p>You.</p>"},
        {"type": "text", "value": "<p>And us.</p>"},
        {"type": "image", "value": picture},
        {"type": "text", "value": "<p>After it.</p>"},
    ]
    page = handbook_page(
        home,
        sections=[
            {"type": "section", "value": {"heading": "Introduction", "body": body, "shows": ""}},
            {"type": "section", "value": {"heading": "Overview", "body": [], "shows": "products"}},
            {"type": "section", "value": {"heading": "Together", "body": [], "shows": "diagram"}},
        ],
        published="October 2024",
        timeline_introduction="<p>What happened <b>when</b>.</p>",
        timeline_notes=[("note", {"mark": "*", "text": f"<p>See {link}.</p>"})],
        resources_introduction="<p>More.</p>",
    )
    standards = product_page(
        page,
        "Service Standards",
        what=text,
        rhythm="Updated twice a year",
        published=None,
        links=json.dumps(
            [
                {"type": "link", "value": {"title": "", "link": {"page": about.pk}, "summary": ""}},
                {"type": "link", "value": {"title": "PDF", "link": {"document": paper.pk}, "summary": "S"}},
                {"type": "link", "value": {"title": "Later", "link": {"page": hidden.pk}, "summary": ""}},
            ]
        ),
    )
    product_page(page, "Old Toolkit", "Data resources", status="replaced", replaced_by=standards)
    product_page(page, "Under Review", "Local resources", status="under_review")
    product_page(page, "Gone", "Local resources", status="withdrawn", withdrawn_reason="It is over.")
    plan_page = publication(home, "Delivery plan")
    milestone("Agreement signed", "5 December 2018", text=f"<p>By both, see {link}.</p>", note_mark="*")
    milestone("Plan", "Nov 2020", link=[("link", {"page": plan_page})], belongs_to=plan_page)
    milestone("Standards", "Dec 2021", belongs_to=standards)
    further_resource("Paper", "Supporting documents", published="2022", link=[("link", {"document": paper})])
    further_resource("Bulletin", "Website", published="Ongoing")
    return page


def exported(page: HandbookPage) -> bytes:
    """The Word file with its one picture."""
    picture = page.sections[0].value["body"][4].value["image"].get_rendition("width-1200")
    with picture.file.open() as file:
        pictures = {urljoin(page.full_url, picture.url): file.read()}
    return word_file.make(absolute(gather(page), page.full_url), pictures=pictures)


def words(page: HandbookPage) -> list[tuple[str, Any]]:
    """The blocks of the first section as they are stored."""
    return [(block["type"], block["value"]) for block in page.sections[0].value["body"].get_prep_value()]


def test_nothing_changes(full_handbook: HandbookPage) -> None:
    made = plan(read(exported(full_handbook)), full_handbook)
    assert [field.label for field in made.own] == []
    assert {
        entry.title: [(field.name, field.old, field.new) for field in entry.fields]
        for part in made.parts
        for entry in (*part.changed, *part.added)
    } == {}
    assert made.removals == ()
    revisions = Revision.objects.count()
    apply(made, publish=True)
    assert Revision.objects.count() == revisions


def test_a_changed_word_leaves_links_of_the_site_what_they_were(full_handbook: HandbookPage) -> None:
    found = read(exported(full_handbook))
    product = ProductPage.objects.get(title="Service Standards")
    html = found.sections[0].body.html.replace("And us.", "And all of us.")
    sections = (replace(found.sections[0], body=Passage(html)), *found.sections[1:])
    products = tuple(
        replace(each, what=Passage(each.what.html.replace("two", "three"))) for each in found.products
    )
    before = words(full_handbook)
    apply(plan(replace(found, sections=sections, products=products), full_handbook), publish=True)
    page = HandbookPage.objects.get(pk=full_handbook.pk)
    assert words(page) == [
        *before[:2],
        ("text", "<p>You.</p><p>And all of us.</p>"),
        *before[4:],
    ]
    product.refresh_from_db()
    assert "<li>three</li>" in product.what
    assert product.what.count('linktype="page"') == 1  # the link to a draft had no address to come back by
    assert product.what.count('linktype="document"') == 1
    assert ">paper</a>" in product.what
    assert plan(replace(found, sections=sections, products=products), page).changes_nothing


def test_without_its_picture_the_document_leaves_that_of_the_site(full_handbook: HandbookPage) -> None:
    book = absolute(gather(full_handbook), full_handbook.full_url)
    assert plan(read(word_file.make(book)), full_handbook).changes_nothing


def test_the_export_command_writes_a_file_that_imports_to_nothing(
    full_handbook: HandbookPage, tmp_path: Path
) -> None:
    path = tmp_path / "handbook.docx"
    call_command("export_handbook", format="docx", output=path, stdout=StringIO())
    assert plan(read(path.read_bytes()), full_handbook).changes_nothing
    assert list(tmp_path.iterdir()) == [path]


def test_an_export_to_nowhere_is_one_clear_line(full_handbook: HandbookPage, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No such file or directory"):
        call_command("export_handbook", format="json", output=tmp_path / "none" / "x.json")
