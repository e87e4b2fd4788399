"""Changing many products at once: by revisions, within rights, all of it or nothing."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, PageLogEntry

from cms.pages.models import ChangeNote
from resources.handbook.admin import change_many as module
from resources.models import ProductPage
from tests.factories import handbook_pages as make
from tests.factories.pages import home_page, standard
from tests.resources.handbook.admin.conftest import handbook_of_our_own

pytestmark = pytest.mark.django_db

DAY = timezone.localdate() + timedelta(days=90)
REVIEW = {"review_on": f"{DAY:%d/%m/%Y}"}
UNDER_REVIEW = {"status": "under_review", "change_note": "Being read again."}
WITHDRAWN = {"status": "withdrawn", "withdrawn_reason": "Out of date.", "change_note": "Withdrawn."}


@pytest.fixture(scope="module")
def written_products(written_once) -> list[int]:
    return [product.pk for product in make.products(handbook_of_our_own(), 3)]


@pytest.fixture
def products(demo_site, written_products) -> list[ProductPage]:
    return [ProductPage.objects.get(pk=key) for key in written_products]


def address(action: str, products, **more: str) -> str:
    query = [("id", getattr(product, "pk", product)) for product in products]
    query += [("next", reverse("handbook_products:index")), *more.items()]
    return reverse("wagtail_bulk_action", args=["resources", "productpage", action]) + "?" + urlencode(query)


def change(client, action: str, products, data: dict[str, str], **more: str) -> str:
    """What the editor is told."""
    response = client.post(address(action, products, **more), data, follow=True)
    assert response.status_code == 200
    return " ".join(str(message).strip() for message in response.context["messages"])


def drafts(products) -> list[ProductPage]:
    return [ProductPage.objects.get(pk=product.pk).get_latest_revision_as_object() for product in products]


def fresh(products) -> list[ProductPage]:
    return [ProductPage.objects.get(pk=product.pk) for product in products]


def notes(product: ProductPage) -> list[str]:
    return list(ChangeNote.objects.filter(page_id=product.pk).values_list("text", flat=True))


def test_a_review_date_is_published_without_a_word_to_readers(moderator, products):
    told = change(moderator, "set_review_date", products[:2], REVIEW)
    assert "2 products are changed and published" in told
    assert [product.review_on for product in fresh(products)] == [DAY, DAY, None]
    product = fresh(products)[0]
    assert product.latest_revision.user == moderator.user and product.live_revision == product.latest_revision
    assert notes(product) == [""], "a small correction is recorded, without words"
    actions = PageLogEntry.objects.filter(page=product.pk, user=moderator.user).values_list(
        "action", flat=True
    )
    assert {"wagtail.edit", "wagtail.publish"} <= set(actions)


def test_a_status_is_published_with_its_note(moderator, products):
    change(moderator, "set_status", products, UNDER_REVIEW)
    assert {product.status for product in fresh(products)} == {"under_review"}
    assert all("Being read again." in notes(product) for product in products)


def test_withdrawn_needs_a_reason_and_current_drops_it(moderator, products):
    without = {**WITHDRAWN, "withdrawn_reason": ""}
    response = moderator.post(address("set_status", products), without)
    assert "Say in one sentence why they were withdrawn." in response.content.decode()
    assert {product.status for product in fresh(products)} == {"current"}
    change(moderator, "set_status", products, WITHDRAWN)
    assert {product.withdrawn_reason for product in fresh(products)} == {"Out of date."}
    change(moderator, "set_status", products, {**WITHDRAWN, "status": "current"})
    assert {product.withdrawn_reason for product in fresh(products)} == {""}


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("set_status", {"status": "under_review"}),
        ("set_status", {"status": "replaced", "change_note": "Replaced."}),
        ("set_review_date", {"review_on": ""}),
        ("set_review_date", {"review_on": "01/01/2020"}),
        ("set_review_date", {"review_on": "soon"}),
    ],
)
def test_what_is_missing_or_not_offered_changes_nothing(moderator, products, action, data):
    response = moderator.post(address(action, products), data)
    assert response.status_code == 200 and "error" in response.content.decode()
    assert [product.latest_revision_id for product in fresh(products)] == [
        product.latest_revision_id for product in products
    ]


def test_an_editor_leaves_drafts_for_approval(editor, products):
    told = change(editor, "set_status", products[:2], UNDER_REVIEW)
    assert "Saved as drafts" in told and "Product 0, Product 1" in told
    assert {product.status for product in fresh(products)} == {"current"}
    assert [draft.status for draft in drafts(products)] == ["under_review", "under_review", "current"]
    assert drafts(products)[0].change_note == "Being read again."


def test_a_draft_with_other_changes_takes_it_in_and_stays_a_draft(moderator, products):
    product = products[0]
    product.rhythm, product.change_note = "Nobody has approved this", "A new rhythm."
    product.save_revision()
    told = change(moderator, "set_status", [product], UNDER_REVIEW)
    assert "Saved as drafts" in told
    assert fresh([product])[0].rhythm == "" and fresh([product])[0].status == "current"
    [draft] = drafts([product])
    assert (draft.rhythm, draft.status) == ("Nobody has approved this", "under_review")
    assert draft.change_note == "A new rhythm. Being read again."


def test_a_product_that_was_never_live_stays_a_draft(moderator, products):
    product = products[0]
    product.unpublish()
    change(moderator, "set_review_date", [product], REVIEW)
    assert not fresh([product])[0].live and drafts([product])[0].review_on == DAY


def test_locked_scheduled_and_submitted_products_are_left_and_named(moderator, products, django_user_model):
    locked, submitted, scheduled = products
    locked.locked, locked.locked_by = True, django_user_model.objects.create_user("other")
    locked.save()
    submitted.save_revision()
    submitted.get_workflow().start(submitted, moderator.user)
    scheduled.go_live_at = timezone.now() + timedelta(days=2)
    scheduled.save_revision().publish()
    told = change(moderator, "set_review_date", products, REVIEW)
    assert "Product 0 (is locked)" in told and "Product 1 (waits for approval)" in told
    assert "Product 2 (is scheduled)" in told
    assert {draft.review_on for draft in drafts(products)} == {None}


def test_before_the_change_the_page_says_what_will_be_left(moderator, products):
    products[0].locked = True
    products[0].save()
    html = moderator.get(address("set_review_date", products)).content.decode()
    assert html.count("it stays as it is") == 1 and "Product 2" in html


def give_rights(user, page, *rights: str) -> None:
    group = user.groups.create(name=f"{user.username} of {page.pk}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in rights:
        permission = Permission.objects.get(codename=right, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page_id=page.pk, permission=permission)


def test_rights_are_asked_for_each_page(client, django_user_model, products):
    user = django_user_model.objects.create_user("one")
    give_rights(user, products[0], "change_page", "publish_page")
    give_rights(user, products[0].get_parent(), "lock_page")  # so the others are seen, but not changed
    client.force_login(user)
    assert "You may not change these" in client.get(address("set_review_date", products)).content.decode()
    change(client, "set_review_date", products, REVIEW)
    assert [product.review_on for product in fresh(products)] == [DAY, None, None]


@pytest.mark.parametrize("action", ["set_review_date", "set_status", "publish"])
def test_products_this_person_cannot_see_in_the_admin_are_not_named(
    client, django_user_model, products, action
):
    hidden, seen, _ = products
    hidden.unpublish()
    hidden.title = "A secret name"
    hidden.save_revision()
    user = django_user_model.objects.create_user("council")
    give_rights(user, standard(home_page(), "Of a council"), "change_page", "publish_page")
    client.force_login(user)
    for ids in ([hidden], ["all"]):
        assert client.get(address(action, ids)).status_code == 404
        assert client.post(address(action, ids), REVIEW | UNDER_REVIEW).status_code == 404
    give_rights(user, seen, "change_page", "publish_page")
    client.force_login(user)
    for ids in ([hidden, seen], ["all"]):
        html = client.get(address(action, ids)).content.decode()
        assert seen.title in html and "A secret name" not in html and "Product 0" not in html


def test_an_error_on_the_way_undoes_all_of_it(moderator, products, monkeypatch):
    real = module._change

    def failing(product, *args):
        if product.pk == products[2].pk:
            raise RuntimeError("no more space")
        return real(product, *args)

    monkeypatch.setattr(module, "_change", failing)
    with pytest.raises(RuntimeError):
        change(moderator, "set_review_date", products, REVIEW)
    assert {product.review_on for product in fresh(products)} == {None}


def test_all_means_what_the_list_shows_and_never_another_page(moderator, products):
    other = standard(home_page(), "Another page")
    change(moderator, "set_status", products[:1], UNDER_REVIEW)
    told = change(moderator, "set_review_date", ["all"], REVIEW, status="under_review")
    assert "1 product is changed" in told
    assert [product.review_on for product in fresh(products)] == [DAY, None, None]
    change(moderator, "set_review_date", ["all"], REVIEW, q="product 2")
    assert [product.review_on for product in fresh(products)] == [DAY, None, DAY]
    other.refresh_from_db()
    assert other.review_on is None


@pytest.mark.parametrize("wrong", [["abc"], [0], ["1e3", ""], [2**63], [10**23], ["9" * 5000]])
def test_products_that_are_none_are_not_found(moderator, products, wrong):
    assert moderator.get(address("set_review_date", wrong)).status_code == 404


def test_a_page_of_another_kind_is_not_found(moderator, products):
    other = standard(home_page(), "Another page")
    assert moderator.post(address("set_review_date", [other]), REVIEW).status_code == 404


def test_drafts_of_an_import_are_published_together(moderator, products):
    for product in products[:2]:
        product.rhythm, product.change_note = "Every year", "A new rhythm."
        product.save_revision()
    change(moderator, "publish", products[:2], {})
    assert [product.rhythm for product in fresh(products)] == ["Every year", "Every year", ""]


def test_the_list_offers_these_and_the_tree_of_pages_does_not(moderator, products):
    listed = moderator.get(reverse("handbook_products:index")).content.decode()
    tree = moderator.get(reverse("wagtailadmin_explore", args=[products[0].get_parent().pk])).content.decode()
    for words in ("Set review date", "Set status"):
        assert words in listed and words not in tree
