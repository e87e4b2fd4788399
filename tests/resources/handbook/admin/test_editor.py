"""Every record opens, is kept as a draft from very little, and says what it lacks before it goes out."""

from __future__ import annotations

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail import VERSION as WAGTAIL
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from cms.pages.approval.waiting import approvals_waiting
from cms.pages.review.due import reviews_due
from cms.pages.review.reminders import send_reminders
from cms.vocabulary.models import Audience
from resources.models import (
    FurtherResource,
    Milestone,
    ProductCategory,
    ProductPage,
    ResourceGroup,
)
from tests.factories import handbook_pages as make

pytestmark = pytest.mark.django_db

MOST_QUERIES = 60 if WAGTAIL < (8, 0) else 61  # which reads the page once more


def edit_address(record) -> str:
    if hasattr(record, "path"):
        return reverse("wagtailadmin_pages:edit", args=[record.pk])
    return reverse(record.snippet_viewset.get_url_name("edit"), args=[record.pk])


def add_address(model) -> str:
    return reverse(model.snippet_viewset.get_url_name("add"))


@pytest.fixture
def records(handbook) -> dict:
    product = make.product_page(handbook, "Toolkit")
    return {
        "handbook": handbook,
        "list": make.products_page(handbook),
        "product": product,
        "milestone": make.milestone("Agreement", "Dec 2018", belongs_to=product),
        "resource": make.further_resource("Review", "Supporting documents", published="2018"),
        "category": ProductCategory.objects.first(),
        "group": ResourceGroup.objects.first(),
        "audience": Audience.objects.first(),
    }


@pytest.mark.parametrize(
    "name", ["handbook", "list", "product", "milestone", "resource", "category", "group", "audience"]
)
def test_every_record_opens_for_editors(editor, records, name):
    response = editor.get(edit_address(records[name]))
    assert response.status_code == 200
    assert 'name="title"' in response.content.decode() or 'name="name"' in response.content.decode()


def queries(client, record) -> int:
    client.get(edit_address(record))
    with CaptureQueriesContext(connection) as captured:
        assert client.get(edit_address(record)).status_code == 200
    return len(captured)


def test_a_product_opens_in_60_queries_among_9_and_among_200(editor, handbook):
    [*others, product] = make.products(handbook, 9)
    product.relations = [("relation", {"kind": "supports", "product": other}) for other in others[:3]]
    product.links = [("link", {"title": "", "link": {"page": other}}) for other in others[:3]]
    product.replaced_by, product.audiences = others[0], Audience.objects.all()[:3]
    product.save_revision().publish()
    few = queries(editor, product)
    parent = make.products_page(handbook)
    for count in range(191):
        parent.add_child(instance=ProductPage(title=f"More {count}", category=product.category))
    assert queries(editor, product) == few <= MOST_QUERIES


def product_form(**fields) -> dict:
    words = {name: rich_text("") for name in ("what", "made_by", "used_by", "usage")}
    plain = dict.fromkeys(("category", "published", "rhythm", "replaced_by", "withdrawn_reason"), "")
    streams = {name: streamfield([]) for name in ("links", "relations", "related")}
    counts = {f"comments-{key}": "0" for key in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    start = {"title": "Empty", "slug": "empty", "status": "current", "change_note": "", **counts}
    return nested_form_data({**start, **words, **plain, **streams, **fields})


def test_a_product_is_kept_as_a_draft_from_its_title_alone(editor, handbook):
    parent = make.products_page(handbook)
    address = reverse("wagtailadmin_pages:add", args=["resources", "productpage", parent.pk])
    response = editor.post(address, product_form())
    assert response.status_code == 302
    product = ProductPage.objects.get(title="Empty")
    assert not product.live and product.category is None
    assert editor.get(edit_address(product)).status_code == 200


def errors_of(response) -> dict[str, list[str]]:
    assert response.status_code == 200
    return response.context["form"].errors.get_json_data()


def test_an_empty_product_is_not_submitted_and_each_field_says_why(editor, handbook):
    parent = make.products_page(handbook)
    address = reverse("wagtailadmin_pages:add", args=["resources", "productpage", parent.pk])
    response = editor.post(address, product_form(**{"action-submit": "1"}))
    assert set(errors_of(response)) == {"category", "what"}
    withdrawn = product_form(status="withdrawn", **{"action-submit": "1"})
    assert "withdrawn_reason" in errors_of(editor.post(address, withdrawn))


def milestone_form(**fields) -> dict:
    start = {"title": "An event", "date": "", "text": rich_text(""), "note_mark": "", "belongs_to": ""}
    return nested_form_data({**start, "link": streamfield([]), **fields})


def resource_form(**fields) -> dict:
    group = ResourceGroup.objects.first() or ResourceGroup.objects.create(name="Documents")
    start = {"title": "A report", "group": group.pk, "published": "", "link": streamfield([])}
    return nested_form_data({**start, **fields})


def test_a_milestone_and_a_resource_are_kept_as_drafts_from_very_little(editor, handbook):
    for model, form in ((Milestone, milestone_form()), (FurtherResource, resource_form())):
        response = editor.post(add_address(model), form)
        assert response.status_code == 302, errors_of(response)
        record = model.objects.order_by("pk").last()
        assert record.title == form["title"] and not record.live
        assert editor.get(edit_address(record)).status_code == 200


def test_a_milestone_without_its_date_is_not_published(moderator, handbook):
    response = moderator.post(add_address(Milestone), milestone_form(**{"action-publish": "1"}))
    assert set(errors_of(response)) == {"date"}
    moderator.post(add_address(Milestone), milestone_form(date="Spring 2022", **{"action-publish": "1"}))
    assert Milestone.objects.get(title="An event").live


def test_a_draft_of_a_resource_needs_no_group_but_readers_do(editor, handbook):
    assert editor.post(add_address(FurtherResource), resource_form(group="")).status_code == 302
    submitted = resource_form(group="", **{"action-submit": "1"})
    assert "group" in errors_of(editor.post(add_address(FurtherResource), submitted))


def test_a_date_that_is_none_is_answered_beside_its_field(editor, handbook):
    response = editor.post(add_address(Milestone), milestone_form(date="the day after"))
    [message] = errors_of(response)["date"]
    assert "Spring 2022" in message["message"]


def test_an_editor_submits_a_milestone_and_a_moderator_finds_it_waiting(editor, moderator, handbook):
    editor.post(add_address(Milestone), milestone_form(date="2020", **{"action-submit": "1"}))
    milestone = Milestone.objects.get(title="An event")
    assert milestone.workflow_in_progress and not milestone.live
    [waiting] = [item for item in approvals_waiting(moderator.user) if "An event" in item.title]
    assert waiting.url == edit_address(milestone)
    assert moderator.get(waiting.url).status_code == 200
    assert "An event" in moderator.get(reverse("wagtailadmin_home")).content.decode()


def test_an_editor_may_not_publish_a_milestone(editor, handbook):
    editor.post(add_address(Milestone), milestone_form(date="2020", **{"action-publish": "1"}))
    assert not Milestone.objects.filter(title="An event", live=True).exists()


def test_the_review_of_a_product_waits_for_its_person_who_gets_a_mail(editor, handbook):
    today = timezone.localdate()
    make.product_page(handbook, "To be read again", review_on=today, responsible=editor.user)
    assert "To be read again" in [item.title for item in reviews_due(editor.user)]
    assert send_reminders() >= 1
    assert any("To be read again" in message.body for message in mail.outbox)
