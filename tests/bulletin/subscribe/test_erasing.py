"""After erasing, an address stands nowhere in the database."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.apps import apps
from django.db import connection

from bulletin.models import ConsentEvent, Delivery, Sending, Subscriber, SubscriberLink, Suppression
from bulletin.subscribe.erase import erase
from bulletin.subscribe.importing.plan import import_list
from cms.mail import hand_over
from cms.mail.addresses import key_of
from cms.mail.connection import open_connection
from cms.mail.models import OutboxMail
from tests.bulletin.subscribe.reader import Reader, words
from tests.bulletin.subscribe.sendings import delivered, sending

pytestmark = pytest.mark.django_db
OLD = "ann@old.example"


@pytest.fixture
def own(demo_site) -> str:
    """Ann has moved, was mailed at both addresses, and a relay has written her address into its reply."""
    ann = Reader(OLD)
    ann.is_subscribed_now()
    first = sending("2031-01")
    delivered(first, ann.row())
    ann.asks_for_preferences()
    ann.client.post(f"{ann.link('own_preferences')}address/", {"email": "ann@council.example"})
    ann.client.post(ann.link("confirm_address", "ann@council.example"))
    ann.address = "ann@council.example"
    second = sending("2031-02")
    refusal = "550 5.1.1 <Ann@Council.example> unknown"
    delivered(second, ann.row(), state=Delivery.State.FAILED, reply_text=refusal)
    delivered(sending("2031-03"), ann.row(), state=Delivery.State.PENDING, sent_at=None)
    Sending.objects.filter(pk=second.pk).update(last_reply=refusal)
    ann.asks_for_preferences()
    link = ann.link("own_preferences")
    ann.signs_up()
    ann.client.post(f"{link}address/", {"email": "ann@third.example"})
    return link


def places_of(words: str) -> list[str]:
    """Every column of every table that holds these words."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            for column in connection.introspection.get_table_description(cursor, table):
                name = f"{connection.ops.quote_name(table)}.{connection.ops.quote_name(column.name)}"
                cursor.execute(
                    f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)} "  # noqa: S608  names of our tables
                    f"WHERE LOWER(CAST({name} AS TEXT)) LIKE %s",
                    [f"%{words}%"],
                )
                if cursor.fetchone()[0]:
                    found.append(name)
    return found


def test_the_button_erases_and_the_page_before_it_does_not(own: str, client) -> None:
    assert places_of("ann@council.example") and places_of(OLD)
    assert "cannot be undone" in words(client.get(f"{own}erase/"))
    assert Subscriber.objects.filter(address_key=key_of("ann@council.example")).exists()
    response = client.post(f"{own}erase/", follow=True)
    assert "Everything is erased" in words(response)
    for address in ("ann@council.example", OLD, "ann@third.example"):
        assert places_of(address) == []
    assert client.get(own).status_code == 404


def test_what_stays_are_keys(own: str, client) -> None:
    key = key_of("ann@council.example")
    client.post(f"{own}erase/")
    assert Suppression.objects.get(address_key=key).reason == Suppression.Reason.ERASED
    events = ConsentEvent.objects.filter(address_key=key)
    assert events.last().kind == ConsentEvent.Kind.ERASED
    assert not events.exclude(subscriber=None).exists()
    deliveries = Delivery.objects.filter(address_key__in=[key, key_of(OLD)])
    assert {(one.address, one.subscriber) for one in deliveries} == {("", None)}
    assert sorted(one.state for one in deliveries) == ["failed", "sent", "skipped"]
    assert not OutboxMail.objects.filter(address_key__in=[key, key_of(OLD)]).exists()


def test_no_model_of_the_bulletin_shows_an_address_in_its_name(own: str) -> None:
    for model in apps.get_app_config("bulletin").get_models():
        for instance in model._default_manager.all()[:400]:
            assert "@" not in str(instance), model


def test_nothing_of_an_import_keeps_the_address(demo_site) -> None:
    address = "jane@list.example"
    list_ = f"email,consented_on,source\n{address},2024-01-01,E-mail from {address}\n"
    import_list(BytesIO(list_.encode()), f"{address}.csv")
    erase(Subscriber.objects.get(email=address), "test")
    assert places_of(address) == []


def test_a_link_of_somebody_else_to_this_address_goes_too(ann: Reader, ben: Reader) -> None:
    ann.is_subscribed_now()
    ann.asks_for_preferences()
    ann.client.post(f"{ann.link('own_preferences')}address/", {"email": ben.address})
    ben.is_subscribed_now()
    assert SubscriberLink.objects.filter(new_email=ben.address).exists()
    erase(ben.row(), "test")
    assert places_of(ben.address) == []


def test_a_mail_that_is_made_at_this_moment_does_not_bring_the_person_back(ann: Reader) -> None:
    ann.signs_up()
    ann.mails()
    ann.signs_up()
    taken = hand_over._claim()
    erase(ann.row(), "test")
    with open_connection() as relay:
        hand_over._settle(taken, relay)
    assert not ann.has_a_row() and places_of(ann.address) == []
    assert len(ann.mails()) == 1
