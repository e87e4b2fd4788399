"""The demo bulletin: editions that went out, one that is being written, and readers who do not exist."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from hashlib import sha256

import pytest
from django.core.management import call_command
from django.test import Client

from bulletin.compose.proposal import propose_more
from bulletin.models import (
    BulletinPage,
    BulletinSettings,
    ConsentEvent,
    Delivery,
    EditionPage,
    Sending,
    Subscriber,
    Suppression,
)
from home.demo.bulletin.people import GONE, LEFT_LATELY, WAITING, people

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

MODELS = (
    BulletinPage,
    EditionPage,
    Sending,
    Delivery,
    Subscriber,
    ConsentEvent,
    Suppression,
    BulletinSettings,
)


def counts() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in MODELS}


def test_there_are_six_months_a_special_edition_one_from_elsewhere_and_a_draft() -> None:
    editions = EditionPage.objects.live()
    monthly = editions.filter(edition_kind="monthly", origin="here").order_by("month")
    assert [edition.month for edition in monthly] == [date(2026, month, 1) for month in range(5, 11)]
    assert editions.filter(edition_kind="special").count() == 1
    assert editions.get(origin="elsewhere").original_file
    draft = EditionPage.objects.get(live=False)
    assert draft.month == date(2026, 11, 1)
    assert draft.looked_until
    assert len(draft.sections) > 2


def test_looking_again_finds_something_new_for_the_draft() -> None:
    draft = EditionPage.objects.get(live=False).get_latest_revision_as_object()
    found = propose_more(draft, draft.looked_until + timedelta(days=5))
    assert [(news.kind, news.is_new) for news in found.taken] == [("update", True), ("publication", False)]


def test_each_month_looked_further_than_the_one_before() -> None:
    looked = list(
        EditionPage.objects.filter(edition_kind="monthly", origin="here")
        .order_by("month")
        .values_list("looked_until", flat=True)
    )
    assert looked == sorted(set(looked))


def test_every_edition_that_was_sent_here_has_a_sending_that_adds_up() -> None:
    sendings = {sending.edition_id: sending for sending in Sending.objects.all()}
    sent = EditionPage.objects.live().filter(origin="here")
    assert sendings.keys() == {edition.pk for edition in sent}
    for edition in sent:
        sending = sendings[edition.pk]
        counted = sending.counts()
        assert sending.state == Sending.State.SENT
        assert counted.audience == sending.audience == sum(counted[1:]) > 100
        assert counted.waiting == 0
        assert sending.started_at == edition.first_published_at < sending.ended_at
        assert sha256(bytes(sending.message)).hexdigest() == sending.sha256
        assert edition.title in sending.html


def test_audiences_grow_and_not_everything_went_well() -> None:
    monthly = Sending.objects.filter(audience_kind="monthly").order_by("started_at")
    audiences = [sending.audience for sending in monthly]
    assert audiences == sorted(audiences)
    assert {state for (state,) in Delivery.objects.values_list("state").distinct()} == {
        "sent",
        "failed",
        "skipped",
        "uncertain",
    }


def test_nobody_was_mailed_before_agreeing_or_after_leaving() -> None:
    kinds = ConsentEvent.Kind
    began, ended = {}, {}
    for event in ConsentEvent.objects.all():
        if event.kind in (kinds.CONFIRMED, kinds.IMPORTED):
            began[event.address_key] = event.happened_at
        elif event.kind != kinds.REQUESTED:
            ended[event.address_key] = event.happened_at
    for key, sent in Delivery.objects.filter(state="sent").values_list("address_key", "sent_at"):
        assert began[key] < sent
        assert key not in ended or sent < ended[key]


def test_two_hundred_readers_are_at_addresses_that_cannot_exist() -> None:
    states = Counter(Subscriber.objects.values_list("state", flat=True))
    assert states == {
        "active": 200 - len(WAITING) - len(LEFT_LATELY),
        "waiting": len(WAITING),
        "left": len(LEFT_LATELY),
    }
    addresses = [*Subscriber.objects.values_list("email", flat=True), *(person.email for person in people())]
    assert all(address.endswith(".example") for address in addresses)
    assert len({person.email for person in people()}) == len(people()) == 200 + len(GONE)


def test_whoever_left_is_suppressed_and_of_those_who_left_long_ago_nothing_is_left() -> None:
    left = set(Subscriber.objects.filter(state="left").values_list("address_key", flat=True))
    suppressed = set(Suppression.objects.values_list("address_key", flat=True))
    assert left < suppressed
    assert len(suppressed) == len(LEFT_LATELY) + len(GONE)
    gone = {person.email for person in people() if person.number in GONE}
    assert not Subscriber.objects.filter(email__in=gone).exists()
    assert not Delivery.objects.filter(address__in=gone).exists()


def test_loading_again_doubles_nothing_and_brings_nobody_back() -> None:
    Subscriber.objects.filter(state="left").delete()
    Subscriber.objects.filter(state="waiting").first().delete()
    before = counts()
    call_command("load_demo_site", verbosity=0)
    assert counts() == before


def test_only_the_edition_that_is_missing_is_added() -> None:
    before = counts()
    EditionPage.objects.get(live=False).delete()
    changed = EditionPage.objects.live().first()
    changed.title = "In our own words"
    changed.save()
    BulletinSettings.objects.update(postal_address="Elsewhere")
    call_command("load_demo_site", verbosity=0)
    assert counts() == before
    assert EditionPage.objects.get(pk=changed.pk).title == "In our own words"
    assert BulletinSettings.objects.get().postal_address == "Elsewhere"


def test_the_mail_of_july_says_what_the_page_has_corrected(client: Client) -> None:
    edition = EditionPage.objects.get(slug="2026-07")
    page, mail = (client.get(f"{edition.url}{form}").content.decode() for form in ("", "email/"))
    assert "half as much as the tutor." in mail
    assert "as much as the tutor." in page and "costs half" not in page
    assert "Corrected what the crèche in Glasgow costs" in page
    assert edition.last_published_at.date() == date(2026, 8, 3)


def test_the_home_page_leads_to_the_bulletin(client: Client) -> None:
    home = client.get("/").content.decode()
    assert 'href="/bulletin/"' in home
    assert 'action="/bulletin/subscribe/"' in home
