"""Upload, preview, confirm: what an editor sees is what is done."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from wagtail.models import GroupPagePermission, WorkflowState

from cms.operations.roles import EDITORS, MODERATORS
from resources.handbook.importing import uploads, views
from resources.handbook.word import CannotReadWord
from resources.handbook.word.found import FoundHandbook
from resources.models import HandbookPage, ProductPage, UploadedHandbook
from tests.resources.handbook.importing.documents import document, imported, product, with_product

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_handbook")]


def person(name: str, group: str) -> Client:
    user = get_user_model().objects.create_user(name, password="not-a-secret")
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def moderator() -> Client:
    return person("moderator", MODERATORS)


@pytest.fixture
def editor() -> Client:
    return person("editor", EDITORS)


@pytest.fixture(scope="module")
def once_imported(no_handbook: None) -> None:
    imported(document())


@pytest.fixture
def handbook(once_imported: None) -> HandbookPage:
    return HandbookPage.objects.get()


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Callable[[FoundHandbook], None]:
    """Whatever is uploaded is read as this document."""

    def instead(found: FoundHandbook) -> None:
        for module in (uploads, views):
            monkeypatch.setattr(module, "read", lambda _file: found)

    return instead


def upload(client: Client, handbook: HandbookPage, content: bytes = b"PK") -> str:
    """The address of the preview."""
    file = SimpleUploadedFile("handbook.docx", content)
    answer = client.post(f"/admin/handbook/{handbook.pk}/import/", {"file": file})
    assert answer.status_code == 302, unescape(answer.content.decode())
    return answer.headers["Location"]


def digest(client: Client, address: str) -> str:
    return re.search(r'name="digest" value="(\w+)"', client.get(address).content.decode())[1]


def test_the_preview_shows_before_and_after_and_writes_nothing(moderator, handbook, reads) -> None:
    found = with_product(document(), "Customer Charter", rhythm="Updated yearly")
    reads(
        FoundHandbook(**{**vars(found), "products": (*found.products[:2], product("Data Guide", links=()))})
    )
    address = upload(moderator, handbook)
    html = unescape(moderator.get(address).content.decode())
    assert "Data Guide" in html
    assert "Updated yearly" in html
    assert "<ins>" in html
    assert "Take “Service Design Toolkit” off the site" in html
    assert 'name="audience-1" value="Local authorities" checked' in html
    assert not ProductPage.objects.filter(title="Data Guide").exists()


def test_confirming_does_what_was_ticked(moderator, handbook, reads) -> None:
    found = document()
    reads(FoundHandbook(**{**vars(found), "products": (*found.products[:2], product("Data Guide"))}))
    address = upload(moderator, handbook)
    gone = ProductPage.objects.get(title="Service Design Toolkit")
    sent = {
        "digest": digest(moderator, address),
        "publish": "yes",
        "remove": [f"product:{gone.pk}"],
        "audience-1": ["Local authorities", "Everybody"],
    }
    answer = moderator.post(address, sent, follow=True)
    assert "Products: 1 added, 1 taken off." in unescape(answer.content.decode())
    made = ProductPage.objects.get(title="Data Guide")
    assert made.live
    assert [audience.name for audience in made.audiences.all()] == ["Local authorities"]
    gone.refresh_from_db()
    assert not gone.live
    assert not UploadedHandbook.objects.exists()


def test_when_records_changed_meanwhile_the_preview_is_shown_anew(moderator, handbook, reads) -> None:
    reads(with_product(document(), "Customer Charter", rhythm="Updated yearly"))
    address = upload(moderator, handbook)
    old = digest(moderator, address)
    page = ProductPage.objects.get(title="Customer Charter")
    page.rhythm = "Now and then"
    page.save_revision().publish()
    answer = moderator.post(address, {"digest": old, "publish": "yes"})
    assert "Something changed since this was shown" in answer.content.decode()
    page.refresh_from_db()
    assert page.rhythm == "Now and then"
    moderator.post(address, {"digest": digest(moderator, address), "publish": "yes"})
    page.refresh_from_db()
    assert page.rhythm == "Updated yearly"


def test_an_editor_who_may_not_publish_hands_drafts_to_approval(editor, handbook, reads) -> None:
    reads(FoundHandbook(**{**vars(document()), "products": document().products[:2]}))
    gone = ProductPage.objects.get(title="Service Design Toolkit")
    address = upload(editor, handbook)
    assert 'name="publish"' not in editor.get(address).content.decode()
    sent = {"digest": digest(editor, address), "publish": "yes", "remove": [f"product:{gone.pk}"]}
    editor.post(address, sent)
    gone.refresh_from_db()
    assert gone.live
    reads(with_product(document(), "Customer Charter", rhythm="Updated yearly"))
    address = upload(editor, handbook)
    editor.post(address, {"digest": digest(editor, address), "publish": "yes"})
    page = ProductPage.objects.get(title="Customer Charter")
    assert page.rhythm == ""
    assert page.get_latest_revision_as_object().rhythm == "Updated yearly"
    assert page.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS


def test_giving_up_deletes_the_document(moderator, handbook, reads) -> None:
    reads(document())
    moderator.post(upload(moderator, handbook), {"give_up": "yes"})
    assert not UploadedHandbook.objects.exists()


def test_without_the_right_there_is_no_way_in(handbook) -> None:
    council = Group.objects.create(name="Council")
    council.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in ("change_page", "publish_page"):
        permission = Permission.objects.get(codename=right)
        GroupPagePermission.objects.create(group=council, page=handbook, permission=permission)
    client = person("stranger", "Council")
    assert client.get(f"/admin/handbook/{handbook.pk}/import/").status_code == 302
    assert "Import from Word" not in client.get(f"/admin/pages/{handbook.pk}/").content.decode()


RECORDS = ("productcategory", "resourcegroup", "milestone", "furtherresource")
ALL_RIGHTS = (
    "access_admin",
    "import_handbook",
    *(f"{verb}_{name}" for verb in ("add", "change") for name in RECORDS),
)


@pytest.mark.parametrize("has_products_page", [True, False])
@pytest.mark.parametrize("missing", ["", "add_page", "change_page", *ALL_RIGHTS[1:]])
def test_only_who_could_write_all_of_it_by_hand_imports(handbook, missing, has_products_page) -> None:
    if not has_products_page:
        ProductPage.objects.all().delete()
        handbook.get_children().get().delete()
    group = Group.objects.create(name="Keepers")
    group.permissions.set(Permission.objects.filter(codename__in={*ALL_RIGHTS} - {missing}))
    for right in {"add_page", "change_page"} - {missing}:
        permission = Permission.objects.get(codename=right)
        GroupPagePermission.objects.create(group=group, page=handbook, permission=permission)
    client = person("keeper", "Keepers")
    way_in = f"/admin/handbook/{handbook.pk}/import/"
    assert client.get(way_in).status_code == (302 if missing else 200)
    assert client.post(way_in, {}).status_code == (302 if missing else 200)
    assert (way_in in client.get(f"/admin/pages/{handbook.pk}/").content.decode()) is not bool(missing)


def test_a_number_larger_than_any_page_has_is_not_found(moderator) -> None:
    assert moderator.get(f"/admin/handbook/{10**23}/import/").status_code == 404
    assert moderator.get(f"/admin/handbook/{10**23}/import/1/").status_code == 404


def test_the_button_stands_with_the_handbook(moderator, handbook) -> None:
    html = moderator.get(f"/admin/pages/{handbook.pk}/").content.decode()
    assert f"/admin/handbook/{handbook.pk}/import/" in html
    assert moderator.get(f"/admin/handbook/{handbook.pk}/import/").status_code == 200
    assert moderator.get("/admin/handbook/import/").headers["Location"].endswith(f"{handbook.pk}/import/")


def test_nobody_sees_the_document_of_another(moderator, editor, handbook, reads) -> None:
    reads(document())
    address = upload(moderator, handbook)
    assert editor.get(address).status_code == 404
    assert editor.post(address, {"give_up": "yes"}).status_code == 404


def test_a_file_that_cannot_be_read_is_refused_in_one_line(moderator, handbook, monkeypatch) -> None:
    def refuses(_file: bytes) -> None:
        raise CannotReadWord("The file holds a macro.")

    monkeypatch.setattr(uploads, "read", refuses)
    file = SimpleUploadedFile("handbook.docx", b"PK")
    answer = moderator.post(f"/admin/handbook/{handbook.pk}/import/", {"file": file})
    assert "The file holds a macro." in answer.content.decode()
    assert not UploadedHandbook.objects.exists()


def test_a_real_file_of_another_kind_is_refused(moderator, handbook) -> None:
    file = SimpleUploadedFile("handbook.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    answer = moderator.post(f"/admin/handbook/{handbook.pk}/import/", {"file": file})
    assert answer.status_code == 200
    assert not UploadedHandbook.objects.exists()


def test_documents_nobody_came_back_to_go_with_the_next_upload(moderator, editor, handbook, reads) -> None:
    reads(document())
    upload(editor, handbook)
    UploadedHandbook.objects.update(uploaded_at=timezone.now() - timedelta(days=2))
    upload(moderator, handbook)
    assert UploadedHandbook.objects.count() == 1
