"""After erasing, an address stands nowhere in the database."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection

from bulletin.models import ConsentEvent, Delivery, Sending, Subscriber, Suppression
from cms.mail.addresses import key_of
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
