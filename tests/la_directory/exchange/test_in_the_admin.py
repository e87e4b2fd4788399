"""Upload, preview, confirm: what an editor sees is what is done."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.test import Client
from django.utils import timezone
from wagtail.models import PageLogEntry

from la_directory.clock_jobs import JOBS
from la_directory.exchange.files import read
from la_directory.exchange.views import Preview
from la_directory.models import ContactPage, DirectoryPage, UploadedCouncils
from tests.la_directory.exchange.tables import contact_row, table


def signed_in(name: str, **rights: bool) -> Client:
    client = Client()
    client.force_login(get_user_model().objects.create_user(name, password="not-a-secret", **rights))
    return client


@pytest.fixture
def sg(db: None) -> Client:
    return signed_in("sg", is_superuser=True)


def words(response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def upload(client: Client, directory: DirectoryPage, content: bytes) -> str:
    """The address of the preview."""
    file = SimpleUploadedFile("councils.csv", content)
    answer = client.post(f"/admin/councils/{directory.pk}/import/", {"file": file})
    assert answer.status_code == 302, words(answer)
    return answer.headers["Location"]


def digest(client: Client, address: str) -> str:
    return re.search(r'name="digest" value="(\w+)"', client.get(address).content.decode())[1]


def test_the_preview_shows_old_and_new_and_confirming_writes_drafts(
    sg: Client, directory: DirectoryPage, team: ContactPage
) -> None:
    menu = sg.get("/admin/councils/exchange/")
    assert menu.headers["Location"] == f"/admin/councils/{directory_for_menu().pk}/import/"
    changed = contact_row(id=team.translation_key, telephone="0141 496 0777")
    address = upload(sg, directory, table(changed, contact_row(title="<b>Added</b>", subject="Jobs")))
    shown = words(sg.get(address))
    assert "telephone 0141 496 0123 0141 496 0777" in shown
    assert "New: contact “<b>Added</b>” row 3" in shown
    assert "Before it can go out: Give a telephone number" in shown
    assert not ContactPage.objects.get(pk=team.pk).has_unpublished_changes

    # Somebody changes the number meanwhile: what is confirmed is what was shown, or it is shown anew.
    old = digest(sg, address)
    team.telephone = "0141 496 0555"
    team.save_revision().publish()
    answer = sg.post(address, {"digest": old})
    assert "Something changed since this was shown" in words(answer)
    assert "telephone 0141 496 0555 0141 496 0777" in words(answer)

    done = words(sg.post(address, {"digest": digest(sg, address)}, follow=True))
    assert (
        "2 drafts were written. They are not yet submitted for approval. Look at them in: Glasgow City."
        in done
    )
    team.refresh_from_db()
    assert str(team.get_latest_revision_as_object().telephone) == "0141 496 0777"
    assert not UploadedCouncils.objects.exists()
    assert PageLogEntry.objects.filter(page=directory, action="la_directory.import_councils").count() == 1


def directory_for_menu() -> DirectoryPage:
    return DirectoryPage.objects.order_by("path").first()


def test_problems_are_shown_and_nothing_can_be_confirmed(sg: Client, directory: DirectoryPage, team) -> None:
    address = upload(sg, directory, table(contact_row(id=team.translation_key, telephone="1")))
    answer = sg.get(address)
    assert "Row 2, telephone: “1” is not a UK telephone number" in words(answer)
    assert 'type="submit">Import' not in answer.content.decode()
    sg.post(address, {"digest": digest(sg, address)})
    assert not ContactPage.objects.get(pk=team.pk).has_unpublished_changes
    assert "The file was deleted" in words(sg.post(address, {"give_up": "yes"}, follow=True))

    refused = sg.post(f"/admin/councils/{directory.pk}/import/", {"file": SimpleUploadedFile("x.csv", b"x")})
    assert "The first row has to name the columns" in words(refused)
    assert not UploadedCouncils.objects.exists()


def test_a_file_is_for_who_uploaded_it_and_for_a_day(sg: Client, directory: DirectoryPage, team) -> None:
    address = upload(sg, directory, table(contact_row(id=team.translation_key)))
    other = signed_in("other", is_superuser=True)
    assert other.get(address).status_code == 404
    forget_in_the_night = JOBS["forget_old_uploads"][1]
    forget_in_the_night()
    assert sg.get(address).status_code == 200
    UploadedCouncils.objects.update(uploaded_at=timezone.now() - timedelta(days=1, minutes=1))
    assert sg.get(address).status_code == 404
    assert UploadedCouncils.objects.exists()
    forget_in_the_night()
    assert not UploadedCouncils.objects.exists()


def test_a_double_click_imports_once(sg: Client, directory: DirectoryPage, team, rf) -> None:
    row = contact_row(title="Added")
    address = upload(sg, directory, table(row))
    request = rf.post(address, {"digest": digest(sg, address)})
    request.user = get_user_model().objects.get(username="sg")
    second, place = Preview(), {"page_id": directory.pk, "pk": UploadedCouncils.objects.get().pk}
    second.setup(request, **place)
    UploadedCouncils.objects.all().delete()  # the first click has imported it meanwhile
    with pytest.raises(Http404):
        second.post(request, **place)
    assert not ContactPage.objects.filter(title="Added").exists()


def test_export_is_a_table_of_drafts_too(sg: Client, directory: DirectoryPage, team: ContactPage) -> None:
    team.subject = "=Jobs"
    team.save_revision()
    answer = sg.get(f"/admin/councils/{directory.pk}/export/csv/")
    row = next(row for row in read(answer.content).rows if row.cells["id"] == str(team.translation_key))
    assert row.cells["subject"] == "=Jobs"
    assert "'=Jobs" in answer.content.decode()
    assert "live, newer draft" in answer.content.decode()
    assert sg.get(f"/admin/councils/{directory.pk}/export/pdf/").status_code == 404


def test_a_council_editor_finds_none_of_it(directory: DirectoryPage, glasgow, team) -> None:
    editor = signed_in("glasgow")
    get_user_model().objects.get(username="glasgow").groups.add(glasgow.team.group)
    for address in ("exchange/", f"{directory.pk}/import/", f"{directory.pk}/export/csv/"):
        answer = editor.get(f"/admin/councils/{address}", follow=True)
        assert answer.redirect_chain or answer.status_code == 403
        assert "not have permission" in words(answer) or answer.status_code == 403
    assert "/admin/councils/" not in editor.get("/admin/").content.decode()
