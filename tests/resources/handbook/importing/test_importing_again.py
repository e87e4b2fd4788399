"""An import changes only what differs, and never takes anything away by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Revision

from cms.pages.models import ChangeNote
from cms.partial_dates.value import PartialDate
from resources.handbook.content import Link, Passage
from resources.handbook.importing import records
from resources.handbook.importing.apply import apply
from resources.handbook.importing.changes import Choices
from resources.handbook.importing.drafts import CannotImport
from resources.handbook.importing.held import handbook_page
from resources.handbook.importing.plan import plan
from resources.handbook.word.found import FoundSection, Place, Remark
from resources.models import FurtherResource, HandbookPage, Milestone, ProductPage
from tests.factories.pages import standard
from tests.resources.handbook.importing.documents import document, imported, product, with_product

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_handbook")]


def planned(found):
    return plan(found, handbook_page())


def test_the_same_document_changes_nothing() -> None:
    imported(document())
    revisions = Revision.objects.count()
    again = imported(document())
    assert again.plan.changes_nothing
    assert again.lines[-1] == "Nothing changed."
    assert Revision.objects.count() == revisions


def test_a_changed_word_changes_one_product() -> None:
    imported(document())
    revisions = Revision.objects.count()
    changed = with_product(
        document(), "Customer Charter", what=Passage("<p>Says what people can expect.</p>")
    )
    summary = imported(changed)
    assert [entry.title for entry in summary.plan.products.changed] == ["Customer Charter"]
    assert [field.name for field in summary.plan.products.changed[0].fields] == ["what"]
    assert Revision.objects.count() == revisions + 1
    page = ProductPage.objects.get(title="Customer Charter")
    assert page.what == "<p>Says what people can expect.</p>"
    assert page.summary == "Says what people can expect."
    assert ChangeNote.objects.get(page=page).text == "Taken from the handbook of October 2024"


def test_looks_of_names_are_no_change() -> None:
    imported(document())
    loud = with_product(document(), "Service Standards", name="SERVICE\u00a0 STANDARDS")
    sections = (replace(loud.sections[0], heading="1. Introduction"), loud.sections[1])
    assert planned(replace(loud, sections=sections)).changes_nothing


def test_a_draft_leaves_the_public_words_alone_and_is_not_doubled() -> None:
    imported(document())
    changed = with_product(document(), "Customer Charter", published=PartialDate.in_year(2023))
    for _time in range(2):
        imported(changed, publish=False)
    page = ProductPage.objects.get(title="Customer Charter")
    assert str(page.published) == "December 2021"
    assert str(page.get_latest_revision_as_object().published) == "2023"
    assert page.revisions.count() == 2
    assert ProductPage.objects.count() == 3
    imported(changed)
    page.refresh_from_db()
    assert str(page.published) == "2023"


def test_a_likely_rename_is_listed_and_without_a_word_a_new_product() -> None:
    imported(document())
    renamed = with_product(document(), "Customer Charter", name="Customers’ Charter")
    made = planned(renamed)
    assert [(entry.likely.title, entry.title) for entry in made.renames] == [
        ("Customer Charter", "Customers’ Charter")
    ]
    apply(made, publish=True)
    assert ProductPage.objects.live().count() == 4


def test_an_accepted_rename_keeps_the_page_and_its_address() -> None:
    imported(document())
    old = ProductPage.objects.get(title="Customer Charter")
    made = planned(with_product(document(), "Customer Charter", name="Customers’ Charter"))
    apply(made, Choices(renames=frozenset(entry.key for entry in made.renames)), publish=True)
    page = ProductPage.objects.get(pk=old.pk)
    assert (page.title, page.slug) == ("Customers’ Charter", "customer-charter")
    assert page.links[0].value["title"] == "Customers’ Charter"
    assert ProductPage.objects.count() == 3


def test_what_the_document_lacks_is_listed_and_kept() -> None:
    imported(document())
    shorter = replace(document(), products=document().products[:2], sections=document().sections[1:])
    summary = imported(shorter)
    assert {removal.title for removal in summary.plan.removals} == {"Service Design Toolkit", "Introduction"}
    assert ProductPage.objects.live().count() == 3
    assert [block.value["heading"] for block in HandbookPage.objects.get().sections] == [
        "Introduction",
        "Overview",
    ]
    assert any("not in the file, kept: “Service Design Toolkit”" in line for line in summary.lines)


def test_an_editor_may_take_it_off_the_site() -> None:
    imported(document())
    made = planned(replace(document(), products=document().products[:2]))
    apply(made, Choices(removals=frozenset(removal.key for removal in made.removals)), publish=True)
    assert not ProductPage.objects.get(title="Service Design Toolkit").live
    assert ProductPage.objects.live().count() == 2


def test_withdrawn_products_are_not_missed() -> None:
    imported(document())
    ProductPage.objects.filter(title="Service Design Toolkit").update(status="withdrawn")
    assert not planned(replace(document(), products=document().products[:2])).products.removals


def test_an_error_in_the_middle_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_arguments: object) -> None:
        raise RuntimeError("in the middle")

    monkeypatch.setattr(records.Writer, "_write_link", fails)
    with pytest.raises(RuntimeError):
        imported(document())
    assert not HandbookPage.objects.exists()
    assert not ProductPage.objects.exists()
    assert not Milestone.objects.exists()


def test_a_name_too_long_for_its_field_is_refused_with_its_place() -> None:
    long = with_product(document(), "Customer Charter", name="Charter " * 40)
    with pytest.raises(CannotImport, match="table 1, row 4: The name has 319 letters; 255 at most"):
        imported(long)
    assert not HandbookPage.objects.exists()


def test_a_locked_record_refuses_the_import() -> None:
    imported(document())
    ProductPage.objects.filter(title="Customer Charter").update(locked=True)
    changed = with_product(document(), "Customer Charter", rhythm="Yearly")
    with pytest.raises(CannotImport, match="“Customer Charter” is locked or waits"):
        imported(changed)


def test_what_lacks_something_stays_a_draft_and_is_told() -> None:
    summary = imported(replace(document(), products=(*document().products, product("Empty", what=Passage()))))
    assert not ProductPage.objects.get(title="Empty").live
    assert "“Empty” stays a draft: Say in a sentence or two what it does." in summary.lines


def test_columns_that_are_not_there_empty_nothing() -> None:
    imported(document())
    bare = replace(
        document(), products=tuple(replace(each, usage=Passage(), links=()) for each in document().products)
    )
    assert planned(bare).changes_nothing


def test_an_emptied_cell_is_a_change_unless_the_reader_stumbled_there() -> None:
    imported(document())
    emptied = with_product(document(), "Customer Charter", published=None)
    assert [entry.title for entry in planned(emptied).products.changed] == ["Customer Charter"]
    stumbled = Remark("error", Place(table=1, row=4, column=2), "no date")
    assert planned(replace(emptied, remarks=(stumbled,))).changes_nothing


def test_a_new_product_stands_where_the_document_has_it() -> None:
    imported(document())
    first, *others = document().products
    imported(replace(document(), products=(first, product("Between", row=9), *others)))
    names = ProductPage.objects.order_by("path").values_list("title", flat=True)
    assert list(names) == ["Service Standards", "Between", "Customer Charter", "Service Design Toolkit"]


def test_sections_keep_their_ids_and_follow_the_document() -> None:
    imported(document())
    ids = {block.value["heading"]: block.id for block in HandbookPage.objects.get().sections}
    first, second = document().sections
    third = FoundSection("In between", Passage("<p>New.</p>"))
    imported(replace(document(), sections=(second, third, first)))
    page = HandbookPage.objects.get()
    assert [block.value["heading"] for block in page.sections] == ["Overview", "In between", "Introduction"]
    assert [page.sections[0].id, page.sections[2].id] == [ids["Overview"], ids["Introduction"]]


def test_addresses_of_our_own_pages_become_links_to_them() -> None:
    imported(document())
    about = standard(handbook_page().get_parent(), "Where to go")
    what = Passage(f'<p>See <a href="{about.full_url}">where to go</a>.</p>')
    links = (Link("Customer Charter", about.full_url), Link("Help", "mailto:a@example.org"))
    changed = with_product(document(), "Customer Charter", what=what, links=links)
    imported(changed)
    page = ProductPage.objects.get(title="Customer Charter")
    assert page.what == f'<p>See <a id="{about.pk}" linktype="page">where to go</a>.</p>'
    assert page.links[0].value["link"]["page"].pk == about.pk
    assert page.links[1].value["link"]["email"] == "a@example.org"
    assert planned(changed).changes_nothing


def test_two_resources_of_one_title_are_told_by_their_dates() -> None:
    first = document().resources[0]
    both = (first, replace(first, published=PartialDate.in_year(2023), url="https://example.org/g/"))
    imported(replace(document(), resources=both))
    assert FurtherResource.objects.count() == 2
    assert planned(replace(document(), resources=both[::-1])).changes_nothing


def test_planning_asks_no_more_questions_for_more_products() -> None:
    imported(document())
    page = handbook_page()
    with CaptureQueriesContext(connection) as few:
        plan(document(), page)
    many = tuple(product(f"Number {count}", count + 10) for count in range(20))
    bigger = replace(document(), products=(*document().products, *many))
    imported(bigger, publish=False)
    with CaptureQueriesContext(connection) as more:
        plan(bigger, page)
    # One for the drafts, however many there are.
    assert len(more) <= len(few) + 1
