"""What a moderator sees at the top of the editor, and that approving publishes just that."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import rich_text

from cms.pages.approval.differences import differences
from cms.pages.approval.standing import Standing
from cms.pages.history import is_held_back
from cms.pages.waiting import waiting_for
from cms.vocabulary.models import ClientGroup
from la_directory.models import ContactPage, LocalServicePage, ServicesPage
from tests.factories import councils
from tests.la_directory.editor import APPROVE, PUBLISH, SAVE, SEND_BACK, SUBMIT

pytestmark = pytest.mark.django_db


def in_words(old: Page, new: Page) -> dict[str, tuple[str, str]]:
    return {found.label: (found.old_words, found.new_words) for found in differences(old, new)}


def test_every_kind_of_value_is_compared_in_words(glasgow, service):
    hours = [{"type": "hours", "id": "1", "value": {"days": ["0", "1"], "opens": "09:00", "closes": "17:00"}}]
    contact = councils.contact(glasgow, "Front desk", opening_hours=hours)
    later = [{**hours[0], "value": {**hours[0]["value"], "closes": "16:30"}}]
    changed = ContactPage.objects.get(pk=contact.pk)
    changed.telephone, changed.is_vacant, changed.for_whom = "0141 496 0999", True, "employers"
    changed.opening_hours = later
    assert in_words(contact, changed) == {
        "For whom": ("People looking for help", "Employers"),
        "Telephone": ("0141 496 0123", "0141 496 0999"),
        "Opening hours": ("Monday and Tuesday, 9am to 5pm", "Monday and Tuesday, 9am to 4:30pm"),
        "Post vacant": ("No", "Yes"),
    }
    draft = service.get_latest_revision().as_object()
    first, second = ClientGroup.objects.create(name="Veterans"), ClientGroup.objects.create(name="Carers")
    draft.client_groups.set([first, second])
    assert in_words(service, draft) == {"Who it is for": ("", "Carers, Veterans")}
    glasgow.introduction = '<p>See <a href="https://one.example">us</a>.</p>'
    other = glasgow.specific_class(introduction='<p>See <a href="https://two.example">us</a>.</p>')
    [link] = [found for found in differences(glasgow, other) if found.label == "Introduction"]
    assert link.is_of_form


def test_a_moderator_sees_old_and_new_and_the_way_there(glasgow, contact, morag, moderator):
    glasgow.team.contacts_wait = True
    glasgow.team.save()
    morag.press(SUBMIT, contact, telephone="0141 496 0999")
    [item] = [item for item in waiting_for(moderator.user) if item.title == contact.title]
    assert item.place.endswith("Glasgow City › Contacts")
    panel = BeautifulSoup(moderator.client.get(item.url).content, "html.parser").select_one(".es_differences")
    assert panel.find_parent("details").has_attr("open")
    assert panel.get_text(" ", strip=True) == (
        "Telephone Now on the site 0141 496 0123 In the draft 0141 496 0999"
    )


def test_changes_that_nobody_submitted_are_named(service, morag, moderator):
    morag.press(SAVE, service, cost="Free")
    standing = Standing(LocalServicePage.objects.get(pk=service.pk))
    assert standing.not_handed_in.by == "Morag" and not standing.waits
    assert "Unsubmitted changes by Morag since" in moderator.html(service)
    morag.press(SUBMIT, service)
    assert Standing(LocalServicePage.objects.get(pk=service.pk)).not_handed_in is None


def test_what_came_after_the_submitted_draft_is_named_and_approved_only_when_seen(service, morag, moderator):
    morag.press(SUBMIT, service, cost="Free")
    opened_before = moderator.open(service)
    draft = service.get_latest_revision_as_object()
    draft.cost = "£50"
    draft.save_revision(user=morag.user)  # as an import or a mailed correction does

    task_state = service.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[service.pk, "approve", task_state.pk])
    moderator.client.post(url, {"comment": ""})
    moderator.press(APPROVE, service, opened_before)
    service.refresh_from_db()
    assert service.cost == "" and service.workflow_in_progress

    assert "Unsubmitted changes by Morag" in moderator.html(service)
    moderator.press(APPROVE, service)
    service.refresh_from_db()
    assert service.cost == "£50"
    task_state.refresh_from_db()
    assert task_state.revision == service.live_revision


def test_a_form_opened_before_a_new_submission_does_not_approve_it(service, morag, moderator):
    morag.press(SUBMIT, service, cost="Free")
    opened_before = moderator.open(service)
    morag.press({"action-cancel-workflow": "1"}, service)
    morag.press(SUBMIT, service, cost="£50")
    moderator.press(APPROVE, service, opened_before)
    service.refresh_from_db()
    assert service.cost == ""


def test_a_new_page_is_called_new_and_comes_back_with_a_comment(glasgow, service, morag, moderator):
    services = ServicesPage.objects.child_of(glasgow).get()
    values = {"title": "New start", "kind": service.kind_id, "summary": "Help to plan."}
    morag.add(SUBMIT, services, LocalServicePage, **values)
    service = LocalServicePage.objects.get(title="New start")
    assert "New: readers have never seen it." in moderator.html(service)
    moderator.press(SEND_BACK, service)
    assert "Say more." in morag.client.get("/admin/").content.decode()


def test_records_of_councils_are_held_back_by_the_same_rules(contact, service, morag, moderator):
    draft = contact.get_latest_revision_as_object()
    draft.telephone = ""
    draft.save_revision(user=morag.user)
    assert is_held_back(draft)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    moderator.client.post(f"{url}?id={contact.pk}")
    morag.press(PUBLISH, contact)
    contact.refresh_from_db()
    assert str(contact.telephone) == "0141 496 0123"

    draft = service.get_latest_revision_as_object()
    draft.summary = ""
    draft.save_revision(user=morag.user)
    service.get_workflow().start(draft, morag.user)
    assert "cannot be approved yet. Look at: what it does" in moderator.html(service)
    moderator.press(APPROVE, service)
    service.refresh_from_db()
    assert service.summary and service.workflow_in_progress


def test_the_introduction_is_compared_word_by_word(glasgow, morag, moderator):
    morag.press(SUBMIT, glasgow, introduction=rich_text("<p>Call us <b>first</b>.</p>"), change_note="New.")
    html = moderator.html(glasgow)
    assert '<span class="addition">Call us first.</span>' in html and "Public change note" in html
