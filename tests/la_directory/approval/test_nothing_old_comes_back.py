"""Approving one thing of a council never puts an old version of another back."""

import pytest
from django.http import QueryDict
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from la_directory.freshness.stamp import stamps_of
from la_directory.models import ContactPage, CouncilPage, LocalServicePage
from tests.la_directory import editor
from tests.la_directory.editor import APPROVE, PUBLISH, SUBMIT

pytestmark = pytest.mark.django_db
NOTE = "We say how to begin."


def hand_in_the_introduction(morag: editor.Editor, glasgow: CouncilPage, words: str) -> None:
    morag.press(SUBMIT, glasgow, introduction=rich_text(f"<p>{words}</p>"), change_note=NOTE)
    glasgow.refresh_from_db()
    assert words not in glasgow.introduction and glasgow.workflow_in_progress


def test_an_introduction_that_waited_brings_no_old_telephone_number_back(glasgow, contact, morag, moderator):
    hand_in_the_introduction(morag, glasgow, "Call us first.")

    morag.press(PUBLISH, contact, telephone="0141 496 0999")
    contact.refresh_from_db()
    assert str(contact.telephone) == "0141 496 0999"

    moderator.press(APPROVE, glasgow)
    glasgow.refresh_from_db()
    contact.refresh_from_db()
    assert "Call us first." in glasgow.introduction
    assert str(contact.telephone) == "0141 496 0999"


def test_nor_an_old_service_nor_an_old_stamp(glasgow, contact, service, morag, moderator):
    hand_in_the_introduction(morag, glasgow, "Call us first.")
    morag.press(SUBMIT, service, cost="Free")
    moderator.press(APPROVE, service)
    shown = f"{contact.translation_key}:{contact.content_digest}"
    morag.client.post(reverse("my_council:all_still_right"), {"record": [shown]})
    assert stamps_of([contact])[contact.translation_key].is_fresh

    moderator.press(APPROVE, glasgow)
    service, contact = LocalServicePage.objects.get(pk=service.pk), ContactPage.objects.get(pk=contact.pk)
    assert service.cost == "Free" and "Call us first." in CouncilPage.objects.get(pk=glasgow.pk).introduction
    stamps = stamps_of([service, contact])
    assert all(stamp.is_fresh for stamp in stamps.values())


def test_approved_words_stay_those_of_the_council(service, morag, moderator):
    """So that its own people vouch for what they wrote: an approval without a change makes no new draft."""
    morag.press(SUBMIT, service, cost="Free")
    moderator.press(APPROVE, service)
    service.refresh_from_db()
    assert service.cost == "Free" and service.live_revision.user == morag.user


def test_nor_do_opening_hours_look_changed_when_they_are_not(contact, moderator):
    hours = {"days": ["0", "1"], "opens": "09:00", "closes": "17:00"}
    contact.opening_hours = [{"type": "hours", "id": "1", "value": hours}]
    sent = moderator.open(contact) | nested_form_data({"opening_hours": streamfield([("hours", hours)])})
    sent |= {"opening_hours-0-id": "1", "opening_hours-0-value-days": hours["days"]}
    form_class = ContactPage.get_edit_handler().get_form_class()
    data = QueryDict(mutable=True)
    for name, value in sent.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    form = form_class(data, instance=contact, for_user=moderator.user, parent_page=contact.get_parent())
    assert form.errors == {} and form.changed_data == []
    data["opening_hours-0-value-closes"] = "never"
    form = form_class(data, instance=contact, for_user=moderator.user, parent_page=contact.get_parent())
    assert "opening_hours" in form.errors
