"""The public history: asked for when words change, never in the way of a draft."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from cms.pages.models import ChangeNote
from home.models import StandardPage
from tests.factories import pages

pytestmark = pytest.mark.django_db


def post(client, page, action, **changes):
    body = changes.pop("body", "<p>Some words.</p>")
    data = {
        "title": page.title,
        "slug": page.slug,
        "summary": page.summary,
        "body": streamfield([("text", rich_text(body))]),
        "related": streamfield([]),
        "change_note": "",
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
        **changes,
    }
    if action:
        data[f"action-{action}"] = "1"
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), nested_form_data(data))


@pytest.fixture
def page(demo_site):
    return pages.standard(pages.home_page(), "A page to change")


def test_publishing_changed_words_asks_what_changed(admin_client, page):
    response = post(admin_client, page, "publish", body="<p>Other words.</p>")
    assert "Say in one sentence what changed" in response.content.decode()
    assert "Other words" in response.content.decode(), "what was typed is still there"
    assert "Some words" in str(StandardPage.objects.get(pk=page.pk).body)


def test_a_note_is_published_with_its_date_and_the_next_change_starts_without_one(admin_client, page):
    post(admin_client, page, "publish", body="<p>Other words.</p>", change_note="New telephone number.")
    published = StandardPage.objects.get(pk=page.pk)
    assert "Other words" in str(published.body)
    assert [note.text for note in published.change_notes] == ["New telephone number."]
    assert published.change_note == ""
    assert published.get_latest_revision_as_object().change_note == ""


def test_a_small_correction_is_recorded_but_not_shown(admin_client, page):
    post(admin_client, page, "publish", body="<p>Other words.</p>", change_is_minor="on")
    published = StandardPage.objects.get(pk=page.pk)
    assert published.change_notes == []
    assert ChangeNote.objects.filter(page_id=page.pk, text="").count() == 1


def test_saving_a_draft_is_never_refused(admin_client, page):
    post(admin_client, page, "", body="<p>Half a</p>", summary="")
    draft = StandardPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert "Half a" in str(draft.body)
    assert draft.summary == ""


def test_publishing_again_without_a_change_asks_nothing(admin_client, page):
    post(admin_client, page, "publish")
    assert not ChangeNote.objects.filter(page_id=page.pk).exists()


def test_the_first_publication_needs_no_note(admin_client, page):
    page.unpublish()
    post(admin_client, page, "publish", body="<p>Other words.</p>")
    assert StandardPage.objects.get(pk=page.pk).live


def test_submitting_for_approval_asks_too(client, django_user_model, page):
    from django.contrib.auth.models import Group

    editor = django_user_model.objects.create_user("ed", password="x")
    editor.groups.add(Group.objects.get(name="SG editors"))
    client.force_login(editor)
    response = post(client, page, "submit", body="<p>Other words.</p>")
    assert "Say in one sentence what changed" in response.content.decode()


def test_a_scheduled_note_is_kept_once_and_when_the_page_goes_live(page):
    from datetime import timedelta

    from django.utils import timezone

    page.unpublish()
    page.change_note = "Note of the first"
    page.go_live_at = timezone.now() + timedelta(days=3)
    page.save_revision().publish()
    assert not ChangeNote.objects.filter(page_id=page.pk).exists()


def test_a_newer_draft_does_not_bring_the_same_note_again(page):
    page.change_note = "Only once"
    first = page.save_revision()
    second = page.save_revision()
    first.publish()
    second.refresh_from_db()
    second.publish()
    assert [note.text for note in ChangeNote.objects.filter(page_id=page.pk)] == ["Only once"]


def test_a_copy_starts_without_the_note_of_its_source(page):
    page.change_note = "Of the source"
    page.save_revision()
    copied = page.copy(update_attrs={"slug": "a-copy", "title": "A copy"})
    assert copied.get_latest_revision_as_object().change_note == ""
