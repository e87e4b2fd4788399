"""An approved edition is queued once, now or for a time, for the right people."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import Site
from wagtail.users.models import UserProfile

from bulletin.approval.approve import approve
from bulletin.models import BulletinSettings, Delivery, EditionPage, Sending, Subscriber
from bulletin.send import states
from cms.accounts.models import User
from tests.bulletin import office
from tests.bulletin.admin.conftest import SignedIn
from tests.bulletin.admin.pressing import page_of, press, said, steps, words
from tests.bulletin.approval.editing import Editing

pytestmark = pytest.mark.django_db


def test_only_those_who_send_are_led_on_to_the_queue(approved: EditionPage, signed_in: SignedIn) -> None:
    assert steps(page_of(signed_in("moderator"), approved)) == ["Queue it for sending"]
    assert "a moderator queues it" in words(page_of(signed_in("editor"), approved))


def test_the_queue_says_how_many_would_get_it(
    approved: EditionPage, subscribers: list[Subscriber], signed_in: SignedIn
) -> None:
    html = signed_in("moderator").get(reverse("bulletin_queue", args=[approved.pk])).content.decode()
    assert "4 subscribers" in html and "New guidance and a new fund" in html


def test_a_draft_is_not_queued(edition: EditionPage, signed_in: SignedIn) -> None:
    moderator = signed_in("moderator")
    assert "Only an approved edition" in said(moderator.get(reverse("bulletin_queue", args=[edition.pk])))
    assert "not approved" in press(moderator, "queue", edition, when="now")
    assert not Sending.objects.filter(edition=edition).exists()


def test_it_is_queued_for_a_time_in_scotland(
    approved: EditionPage, subscribers: list[Subscriber], signed_in: SignedIn
) -> None:
    moderator = signed_in("moderator")
    UserProfile.objects.update_or_create(
        user=User.objects.get(username="boyd"), defaults={"current_time_zone": "Asia/Tokyo"}
    )
    given = {"when": "later", "send_at": "2031-07-15T09:30"}
    assert "15 July 2031, 09:30" in press(moderator, "queue", approved, **given)
    sending = approved.sendings.get()
    assert sending.send_at.isoformat() == "2031-07-15T08:30:00+00:00"
    soup = page_of(moderator, approved)
    assert "The sending starts on 15 July 2031, 09:30" in words(soup)
    assert steps(soup) == ["Pause", "Cancel the sending"]


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ({"when": "later", "send_at": "2021-07-15T09:30"}, "This time has passed"),
        ({"when": "later"}, "Enter the date and the time"),
        ({"when": "later", "send_at": "soon"}, "Enter a valid date/time"),
        ({"when": "never"}, "Select a valid choice"),
        ({}, "This field is required"),
    ],
)
def test_a_time_that_cannot_be_is_refused(
    given: dict[str, str], answer: str, approved: EditionPage, signed_in: SignedIn
) -> None:
    response = signed_in("moderator").post(reverse("bulletin_queue", args=[approved.pk]), given)
    assert answer in response.content.decode()
    assert not Sending.objects.filter(edition=approved).exists()


def test_two_forms_queue_it_once(
    approved: EditionPage, subscribers: list[Subscriber], signed_in: SignedIn
) -> None:
    first, second = signed_in("moderator"), signed_in("chief")
    for client in (first, second):
        assert client.get(reverse("bulletin_queue", args=[approved.pk])).status_code == 200
    assert "Queued" in press(first, "queue", approved, when="now")
    assert "queued already" in press(second, "queue", approved, when="now")
    assert "queued already" in press(first, "queue", approved, when="now")
    assert approved.sendings.count() == 1


def test_a_correction_goes_to_the_same_audience(
    started: Sending, people: dict[str, User], signed_in: SignedIn
) -> None:
    started.deliveries.update(state=Delivery.State.SENT, sent_at=timezone.now())
    states.finish(started.pk)
    late = Subscriber.objects.exclude(state="left").first()
    Subscriber.objects.filter(pk=late.pk).update(wants_specials=False)
    special = office.edition(
        people["editor"], title="Correction", slug="2031-10-correction", edition_kind="special"
    )
    approve(special, people["moderator"])
    moderator = signed_in("moderator")
    asked = moderator.get(reverse("bulletin_queue", args=[special.pk])).content.decode()
    assert "All who want special editions: 3 subscribers" in asked
    day = date_format(timezone.localtime(started.started_at), "j F Y")
    assert f"Those who were sent “New guidance and a new fund” on {day}: 4 subscribers" in asked
    press(moderator, "queue", special, when="now", same_audience_as=started.pk)
    assert special.sendings.get().same_audience_as == started
    assert "Those who were sent “New guidance" in words(page_of(moderator, special))
    press(moderator, "cancel", special.sendings.get())
    again = moderator.get(reverse("bulletin_queue", args=[special.pk])).context["form"]
    assert again["same_audience_as"].value() == started.pk


def test_the_queue_names_the_sender(
    edition: EditionPage, people: dict[str, User], signed_in: SignedIn
) -> None:
    details = BulletinSettings.for_site(Site.objects.get())
    details.sender_name, details.sender_address = "The team", "team@gov.example"
    details.save()
    approve(edition, people["moderator"])
    html = signed_in("chief").get(reverse("bulletin_queue", args=[edition.pk])).content.decode()
    assert "The team &lt;team@gov.example&gt;" in html


def test_what_will_have_passed_by_then_is_not_queued(
    edition: EditionPage, people: dict[str, User], signed_in: SignedIn
) -> None:
    now = timezone.localtime()
    event = {"type": "event", "value": {"title": "Open day", "day": f"{now.date() + timedelta(days=3)}"}}
    office.change(edition, people["editor"], sections=office.sections(event))
    approve(edition, people["moderator"])
    moderator, url = signed_in("moderator"), reverse("bulletin_queue", args=[edition.pk])
    late = {"when": "later", "send_at": f"{now + timedelta(days=5):%Y-%m-%dT%H:%M}"}
    assert "has passed when readers get it" in moderator.post(url, late).content.decode()
    assert not edition.sendings.exists()
    press(moderator, "queue", edition, **late | {"send_at": f"{now + timedelta(days=2):%Y-%m-%dT%H:%M}"})
    assert edition.sendings.exists()


def test_the_editor_says_that_changes_are_not_mailed_any_more(
    queued: Sending, people: dict[str, User]
) -> None:
    editing = Editing(people["editor"])
    shown = editing.open(queued.edition).content.decode()
    assert "What you change now is not mailed any more." in shown and "action-submit" not in shown
    states.cancel(queued, people["moderator"])
    shown = editing.open(queued.edition).content.decode()
    assert "not mailed any more" not in shown and "action-submit" in shown
