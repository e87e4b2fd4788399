"""SG is told once a day what councils changed in their contacts by themselves."""

from datetime import time, timedelta
from typing import Any

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from cms.operations.scheduled_publishing import publish_scheduled
from la_directory.approval.digest import send_digest
from la_directory.clock_jobs import JOBS
from la_directory.models import ContactPage, ContactsPage
from tests.factories import councils
from tests.la_directory.editor import PUBLISH, Editor

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("moderator")]
SMTP = "django.core.mail.backends.smtp.EmailBackend"


def published(contact: ContactPage, person: Editor, **values: Any) -> None:
    """What the editor does, at less cost."""
    draft = contact.get_latest_revision().as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision(user=person.user, log_action=True).publish(user=person.user)


def test_one_mail_tells_what_changed_what_is_new_and_what_is_gone(glasgow, morag, moderator):
    changed = councils.contact(glasgow, "Telephone team", subject="Jobs")
    gone = councils.contact(glasgow, "Old desk")
    contacts = ContactsPage.objects.child_of(glasgow).get()
    published(changed, morag, telephone="0141 496 0111")
    published(changed, morag, telephone="0141 496 0999", subject="")
    morag.add(PUBLISH, contacts, ContactPage, title="Front desk", telephone="0141 496 0124")
    morag.client.post(reverse("wagtailadmin_pages:unpublish", args=[gone.pk]))

    assert [send_digest(), send_digest()] == [1, 0]
    [message] = mail.outbox
    assert moderator.user.email in message.to
    front_desk = ContactPage.objects.get(title="Front desk")
    for words in (
        "Glasgow City Council: Telephone team\nChanged by Morag,",
        "- Subject: Jobs → nothing\n- Telephone: 0141 496 0123 → 0141 496 0999\n",
        "Glasgow City Council: Front desk\nAdded by Morag,",
        "- Telephone: 0141 496 0124\n" + front_desk.full_url,
        "Glasgow City Council: Old desk\nTaken off the site by Morag,",
        reverse("wagtailadmin_pages:history", args=[changed.pk]),
    ):
        assert words in message.body
    assert "0141 496 0111" not in message.body and "\n\n\n" not in message.body


def test_nothing_is_told_of_drafts_of_sg_of_commands_and_of_what_stayed_the_same(
    glasgow, contact, morag, moderator
):
    published(contact, morag)
    contact.telephone = "0141 496 0999"
    contact.save_revision(user=morag.user)
    councils.contact(glasgow, "By a command")
    assert send_digest() == 0
    published(contact, moderator)
    assert send_digest() == 0 and mail.outbox == []


def test_what_could_not_be_handed_over_is_told_the_next_time(contact, morag, settings):
    published(contact, morag, telephone="0141 496 0999")
    settings.EMAIL_BACKEND = SMTP
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert send_digest() == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert [send_digest(), send_digest()] == [1, 0]


def test_people_and_revisions_that_are_gone_hide_no_change(contact, morag):
    first = contact.live_revision
    published(contact, morag, telephone="0141 496 0999")
    first.delete()
    morag.user.delete()
    assert send_digest() == 1
    assert "Glasgow City Council: Employability team\nChanged, " in mail.outbox[0].body
    assert "- Telephone: 0141 496 0999" in mail.outbox[0].body


def test_what_a_council_planned_for_an_hour_is_told_when_it_goes_out(contact, morag):
    published(contact, morag, telephone="0141 496 0999", go_live_at=timezone.now() + timedelta(hours=1))
    assert send_digest() == 0
    past = timezone.now() - timedelta(minutes=1)
    for planned in Revision.objects.exclude(approved_go_live_at=None):
        planned.approved_go_live_at = past
        planned.content["go_live_at"] = past.isoformat()
        planned.save()
    publish_scheduled()
    assert send_digest() == 1 and "Changed by Morag" in mail.outbox[0].body


def test_the_clock_sends_it_at_five() -> None:
    assert JOBS["send_contact_digest"] == (time(17), send_digest)
