"""An address that is entered by hand gets no mail, whether it is known or not."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from bulletin.models import Subscriber, Suppression
from cms.mail.addresses import key_of
from tests.bulletin.subscribe.reader import Reader
from tests.bulletin.subscribers_admin.test_subscribers import person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("is_known", [True, False])
def test_an_address_is_entered_and_noted_without_it(demo_site, is_known: bool) -> None:
    ann = Reader()
    if is_known:
        ann.is_subscribed_now()
    client, path = person("change"), reverse("bulletin_suppress_by_hand")
    for _press in range(2):
        assert client.post(path, {"email": " Ann@Council.example"}).status_code == 302
    assert Suppression.objects.get(address_key=key_of(ann.address)).reason == Suppression.Reason.BY_HAND
    assert not Subscriber.objects.active().filter(email=ann.address).exists()
    entry = ModelLogEntry.objects.get(action="bulletin.suppress_by_hand")
    assert "@" not in f"{entry.label} {entry.data}"


@pytest.mark.parametrize("typed", ["", "nobody", "a@b@c", "x" * 999 + "@council.example", "\x00"])
def test_what_is_no_address_is_refused_with_a_message(demo_site, typed: str) -> None:
    before = Suppression.objects.count()
    response = person("change").post(reverse("bulletin_suppress_by_hand"), {"email": typed})
    assert response.status_code == 200 and "error-message" in response.content.decode()
    assert Suppression.objects.count() == before
