"""Subscribers in the admin: who may see, change, erase, export and import them, and what it shows."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from bulletin.admin.subscribers import numbers
from bulletin.models import Subscriber, Suppression
from bulletin.subscribe.leave import leave
from bulletin.subscribe.suppress import suppress
from cms.mail.addresses import key_of
from tests.bulletin.subscribe.reader import Reader
from tests.bulletin.subscribe.sendings import delivered, sending

pytestmark = pytest.mark.django_db
LIST = b"email,name,consented_on,source\nnew@list.example,New,2024-05-01,Perth\n"
BAD = LIST + b"nobody,,2024-05-01,Perth\n"


@pytest.fixture
def ann(demo_site: None) -> Subscriber:
    return Reader().is_subscribed_now()


def person(*rights: str) -> Client:
    """Somebody with a desk and these rights on subscribers."""
    user = get_user_model().objects.create_user(f"desk-{'-'.join(rights)}", password="a long one")
    names = ["access_admin", *(f"{right}_subscriber" for right in rights)]
    user.user_permissions.add(*Permission.objects.filter(codename__in=names))
    client = Client()
    client.force_login(user)
    return client


def pages(number: int) -> dict[str, str]:
    """Each address below the list, by the right that it asks for."""
    return {
        reverse("bulletin_subscribers"): "view",
        reverse("bulletin_subscribers_results"): "view",
        reverse("bulletin_subscriber_numbers"): "view",
        reverse("bulletin_suppressions"): "view",
        reverse("bulletin_suppressions_results"): "view",
        reverse("bulletin_subscriber", args=[number]): "view",
        reverse("bulletin_unsubscribe_by_hand", args=[number]): "change",
        reverse("bulletin_suppress_by_hand"): "change",
        reverse("bulletin_erase_by_hand", args=[number]): "delete",
        reverse("bulletin_export_subscribers"): "export",
        reverse("bulletin_import_subscribers"): "import",
    }


def test_every_page_asks_for_its_right_with_every_method(ann: Subscriber) -> None:
    rights = ("view", "change", "delete", "export", "import")
    people = {right: person(right) for right in rights}
    for path, needed in pages(ann.pk).items():
        for right in rights:
            status = people[right].get(path).status_code
            assert (status == 200) == (right == needed), (path, right, status)
            if right != needed:
                people[right].post(path, {"do": "whole", "file": SimpleUploadedFile("l.csv", LIST)})
        assert Client().get(path).status_code == 302
    ann.refresh_from_db()
    assert ann.state == Subscriber.State.ACTIVE
    assert not Subscriber.objects.filter(email="new@list.example").exists()
    assert not ModelLogEntry.objects.filter(action="bulletin.export_subscribers").exists()


def test_the_menu_shows_subscribers_to_those_who_may_see_them(ann: Subscriber) -> None:
    path = reverse("bulletin_subscribers")
    assert path in person("view").get(reverse("wagtailadmin_home")).content.decode()
    assert path not in person("export").get(reverse("wagtailadmin_home")).content.decode()


def test_nobody_can_be_added_past_their_own_consent(ann: Subscriber) -> None:
    html = person("view", "change", "delete").get(reverse("bulletin_subscribers")).content.decode()
    assert "/add/" not in BeautifulSoup(html, "html.parser").select_one("main").decode()


@pytest.mark.parametrize("words", ["ann@cou", "Ann@Council.EXAMPLE ", "council.example"])
def test_a_search_finds_parts_and_whole_addresses(ann: Subscriber, words: str) -> None:
    html = person("view").get(reverse("bulletin_subscribers"), {"q": words}).content.decode()
    assert ann.email in html


@pytest.mark.parametrize("query", [{"q": "\x00"}, {"p": "999"}, {"state": "x"}, {"ordering": "x"}])
def test_odd_queries_are_answered(ann: Subscriber, query: dict[str, str]) -> None:
    assert person("view").get(reverse("bulletin_subscribers"), query).status_code in (200, 404)


def test_a_search_for_a_suppressed_address_says_so(demo_site) -> None:
    suppress(key_of("gone@council.example"), "bounced", "")
    html = person("view").get(reverse("bulletin_subscribers"), {"q": "Gone@council.example"}).content.decode()
    assert "This address gets no mail since" in html


def test_filters_narrow_the_list_down(ann: Subscriber) -> None:
    leave(ann, source="test")
    client, path = person("view"), reverse("bulletin_subscribers")
    assert ann.email in client.get(path, {"state": "left"}).content.decode()
    for query in (
        {"state": "active"},
        {"gets": "monthly"},
        {"source": "paper"},
        {"asked_at_to": "2020-01-01"},
    ):
        assert ann.email not in client.get(path, query).content.decode()


def test_the_list_takes_as_many_queries_for_fifty_as_for_one(ann: Subscriber) -> None:
    client, path = person("view"), reverse("bulletin_subscribers")
    client.get(path)
    numbers_of_queries = []
    for _number in (50, 1):
        with CaptureQueriesContext(connection) as queries:
            assert ann.email in client.get(path).content.decode()
        numbers_of_queries.append(len(queries))
        Subscriber.objects.exclude(pk=ann.pk).delete()
    assert numbers_of_queries[0] == numbers_of_queries[1]


def test_one_subscriber_with_history(ann: Subscriber) -> None:
    delivered(sending("2031-01"), ann)
    html = person("view").get(reverse("bulletin_subscriber", args=[ann.pk])).content.decode()
    for words in (ann.email, "Asked for it", "Confirmed", "News of 2031-01", "2026-11"):
        assert words in html
    assert "Unsubscribe on request" not in html and "Erase on request" not in html


@pytest.mark.parametrize("number", [0, 10**30])
def test_nobody_of_a_number_is_not_found(demo_site, number: int) -> None:
    assert person("view").get(f"/admin/bulletin/subscribers/{number}/").status_code == 404


def test_unsubscribing_on_request_is_noted_without_the_address(ann: Subscriber) -> None:
    client, path = person("view", "change"), reverse("bulletin_unsubscribe_by_hand", args=[ann.pk])
    client.get(path)
    ann.refresh_from_db()
    assert ann.state == Subscriber.State.ACTIVE
    client.post(path), client.post(path)
    ann.refresh_from_db()
    assert ann.state == Subscriber.State.LEFT
    assert ann.consent_events.last().source == "on request, by an editor"
    entry = ModelLogEntry.objects.get(action="bulletin.unsubscribe_by_hand")
    assert "@" not in f"{entry.label} {entry.data}"


def test_erasing_on_request(ann: Subscriber) -> None:
    client, path = person("delete"), reverse("bulletin_erase_by_hand", args=[ann.pk])
    client.get(path)
    assert Subscriber.objects.filter(pk=ann.pk).exists()
    client.post(path)
    assert not Subscriber.objects.filter(pk=ann.pk).exists()
    assert Suppression.objects.get(address_key=ann.address_key).reason == "erased"
    assert ModelLogEntry.objects.get(action="bulletin.erase_by_hand").label == f"Subscriber {ann.pk}"
    assert client.post(path).status_code == 404


def test_an_export_is_a_file_and_noted_with_the_number_of_rows(ann: Subscriber) -> None:
    client, path = person("export"), reverse("bulletin_export_subscribers")
    assert ann.email not in client.get(path).content.decode()
    response = client.post(path)
    assert "attachment" in response["Content-Disposition"] and "no-store" in response["Cache-Control"]
    text = response.content.decode("utf-8-sig")
    assert ann.email in text
    entry = ModelLogEntry.objects.get(action="bulletin.export_subscribers")
    assert entry.data == {"rows": len(text.splitlines()) - 1} and entry.user


def upload(client: Client, content: bytes, do: str) -> str:
    file = SimpleUploadedFile("list.csv", content)
    response = client.post(reverse("bulletin_import_subscribers"), {"file": file, "do": do}, follow=True)
    assert response.status_code in (200, 403)  # the list itself asks for another right
    return response.content.decode()


def test_an_import_is_looked_at_first_and_says_which_rows_are_bad(demo_site) -> None:
    client = person("import")
    html = upload(client, BAD, "look")
    assert "Row 3, email" in html and "Nothing was written" in html
    assert "nothing was imported" in upload(client, BAD, "whole")
    assert not Subscriber.objects.filter(email="new@list.example").exists()
    assert "Row 3, email" in upload(client, BAD, "good")
    assert Subscriber.objects.get(email="new@list.example").state == Subscriber.State.ACTIVE
    assert ModelLogEntry.objects.get(action="bulletin.import_subscribers").data == {"rows": 1}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"email\n", b"\xff\xfe\x00", b"a,b\n" * 99])
def test_a_file_that_is_no_list_is_refused_with_a_message(demo_site, content: bytes) -> None:
    html = BeautifulSoup(upload(person("import"), content, "whole"), "html.parser")
    assert html.select_one(".error-message")


def test_bounces_are_listed_with_the_relays_words(ann: Subscriber) -> None:
    suppress(ann.address_key, Suppression.Reason.UNKNOWN_MAILBOX, f"550 5.1.1 <{ann.email}> unknown")
    suppress(key_of("gone@council.example"), Suppression.Reason.COMPLAINED, "")
    html = person("view").get(reverse("bulletin_suppressions")).content.decode()
    assert "550 5.1.1 &lt;[e-mail removed]&gt; unknown" in html
    assert "The mailbox does not exist" in html and "Known only by its keyed hash" in html
    only = person("view", "change").get(reverse("bulletin_suppressions"), {"reason": "complained"})
    assert "550 5.1.1" not in only.content.decode()


def test_leavers_count_with_the_edition_whose_link_they_pressed(ann: Subscriber) -> None:
    first = sending("2031-01")
    first.started_at = timezone.now() - timedelta(hours=1)
    first.save()
    second = sending("2031-02")
    leave(ann, sending=first, source="test")
    found = {one.sending.pk: one for one in numbers.editions()}
    assert (found[first.pk].left, found[second.pk].left) == (1, 0)
    assert found[first.pk].came == 1
    html = person("view").get(reverse("bulletin_subscriber_numbers")).content.decode()
    assert "<svg" in html and "News of 2031-01" in html
