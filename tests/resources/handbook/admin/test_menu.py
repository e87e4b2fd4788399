"""One heading of the menu for all of the handbook, for those who keep it; records are put in order there."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.admin.menu import admin_menu
from wagtail.models import GroupPagePermission, Locale

from resources.models import HandbookPage, Milestone, ProductCategory
from tests.factories import handbook_pages as make
from tests.factories.pages import home_page, standard

pytestmark = pytest.mark.django_db


def entries(client, rf) -> list[str]:
    """What stands below “Handbook”; empty where the heading is not shown."""
    request = rf.get("/admin/")
    request.user = client.user
    for item in admin_menu.menu_items_for_request(request):
        if item.name == "handbook":
            return [str(entry.label) for entry in item.menu.render_component(request)]
    return []


def test_editors_find_all_lists_below_one_heading(editor, rf):
    assert entries(editor, rf)[:6] == [
        "Products",
        "Milestones",
        "Further resources",
        "Product categories",
        "Groups of further resources",
        "Sections and annexes",
    ]


def test_those_who_keep_other_pages_are_not_shown_it(client, django_user_model, rf, demo_site):
    group = Group.objects.create(name="Of another page")
    page = standard(home_page(), "Another page")
    permission = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
    GroupPagePermission.objects.create(group=group, page=page.page_ptr, permission=permission)
    client.user = django_user_model.objects.create_user("other")
    client.user.groups.add(group)
    assert entries(client, rf) == []


def test_sections_and_annexes_lead_to_the_handbook(editor, handbook):
    HandbookPage.objects.exclude(pk=handbook.pk).update(live=False)
    address = reverse("handbook_page")
    several = editor.get(address)
    assert several.status_code == 302 and "handbookpage" in several.url
    assert editor.get(several.url).status_code == 200


def test_one_handbook_opens_at_once_and_none_is_said(editor, demo_site):
    from resources.models import Edition, EditionFile

    for model in (EditionFile, Edition):
        model._base_manager.all()._raw_delete("default")
    address = reverse("handbook_page")
    [only] = HandbookPage.objects.filter(locale=Locale.get_default())
    assert editor.get(address).url == reverse("wagtailadmin_pages:edit", args=[only.pk])
    only.delete()
    told = [str(message) for message in editor.get(address, follow=True).context["messages"]]
    assert any("There is no handbook" in words for words in told)


def moved(client, record, place: str) -> None:
    name = record.snippet_viewset.get_url_name("reorder")
    response = client.post(f"{reverse(name, args=[record.pk])}?position={place}")
    assert response.status_code == 200


def test_records_without_a_number_are_put_in_order_by_dragging(moderator, demo_site):
    Milestone.objects.all().delete()
    made = [make.milestone(title, "2020") for title in ("One", "Two", "Three")]
    moved(moderator, made[2], "0")
    assert list(Milestone.objects.values_list("title", flat=True)) == ["Three", "One", "Two"]
    moved(moderator, made[2], "1")
    assert list(Milestone.objects.values_list("title", flat=True)) == ["One", "Three", "Two"]
    moved(moderator, made[0], "nonsense")
    assert list(Milestone.objects.values_list("title", flat=True)) == ["Three", "Two", "One"]
    for too_large in ("9" * 30, "9" * 5000):
        moved(moderator, made[1], too_large)
        assert list(Milestone.objects.values_list("title", flat=True)) == ["Three", "One", "Two"]


def test_dragging_puts_the_records_of_one_language_in_order(moderator, demo_site):
    Milestone.objects.all().delete()
    gaelic, _ = Locale.objects.get_or_create(language_code="gd")
    made = [make.milestone(title, "2020") for title in ("One", "Two", "Three")]
    for record in made:
        record.copy_for_translation(gaelic).save()
    Milestone.objects.filter(locale=gaelic).update(sort_order=2)
    moved(moderator, made[0], "1")
    own = Milestone.objects.filter(locale=made[0].locale)
    assert list(own.values_list("title", "sort_order")) == [("Two", 1), ("One", 2), ("Three", 3)]
    others = Milestone.objects.filter(locale=gaelic).values_list("sort_order", flat=True)
    assert list(others) == [2, 2, 2]


def test_a_new_order_of_categories_is_seen_by_readers_at_once(editor, client, handbook):
    for name in ("Local resources", "Data resources"):
        make.product_page(handbook, f"Of {name}", name)
    before = client.get(handbook.url).content.decode()
    assert before.index("Of Local resources") < before.index("Of Data resources")
    moved(editor, ProductCategory.objects.get(name="Data resources"), "0")
    after = client.get(handbook.url).content.decode()
    assert after.index("Of Data resources") < after.index("Of Local resources")


def test_a_new_category_stands_last(editor, demo_site):
    name = ProductCategory.snippet_viewset.get_url_name("add")
    editor.post(reverse(name), {"name": "A new one"})
    assert ProductCategory.objects.last().name == "A new one"
