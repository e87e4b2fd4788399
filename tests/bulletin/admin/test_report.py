"""The report of a sending: every message, nobody's address without the right to it, and what to decide."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta
from io import BytesIO, StringIO

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import PageLogEntry
from wagtail.users.models import UserProfile

from bulletin.models import ConsentEvent, Delivery, Sending, Subscriber
from bulletin.send import states
from cms.accounts.models import User
from tests.bulletin.admin.conftest import SignedIn

pytestmark = pytest.mark.django_db

State = Delivery.State
ISLA = "isla@subscribers.example"


@pytest.fixture
def ended(started: Sending) -> Sending:
    """One sent, one failed, two of which nobody knows."""
    rows = list(started.deliveries.order_by("address"))
    now = timezone.now()
    changes = [
        {"state": State.SENT, "sent_at": now, "reply_code": 250, "reply_text": "OK"},
        {"state": State.FAILED, "reply_code": 550, "reply_text": "=cmd() No such mailbox"},
        {"state": State.UNCERTAIN, "was_uncertain": True},
        {"state": State.UNCERTAIN, "was_uncertain": True},
    ]
    for row, change in zip(rows, changes, strict=True):
        Delivery.objects.filter(pk=row.pk).update(**change)
    assert states.finish(started.pk)
    return started


def report(client: Client, sending: Sending, query: str = "") -> HttpResponse:
    return client.get(reverse("bulletin_report", args=[sending.pk]) + query)


def exported(client: Client, sending: Sending) -> list[dict[str, str]]:
    response = report(client, sending, "?export=csv")
    text = b"".join(response.streaming_content).decode()
    return list(csv.DictReader(StringIO(text)))


def decide(client: Client, sending: Sending, decision: str, **data: int) -> HttpResponse:
    url = reverse("bulletin_uncertain", args=[sending.pk])
    return client.post(url, {"decision": decision, **data}, follow=True)


def test_the_sum_is_shown(ended: Sending, signed_in: SignedIn) -> None:
    html = " ".join(report(signed_in("moderator"), ended).content.decode().split())
    assert "Audience 4 = 1 sent + 1 failed + 0 skipped + 0 waiting + 2 uncertain." in html
    assert "550 =cmd() No such mailbox" in html


def test_addresses_are_masked_without_the_right_to_export_them(
    ended: Sending, people: dict[str, User], signed_in: SignedIn
) -> None:
    moderator = signed_in("moderator")
    html = report(moderator, ended).content.decode()
    assert ISLA not in html and "i…@s…" in html and "subscribers.example" not in html
    assert ISLA in report(signed_in("chief"), ended).content.decode()
    people["moderator"].user_permissions.add(Permission.objects.get(codename="export_subscriber"))
    assert ISLA in report(moderator, ended).content.decode()


def test_nobody_finds_out_an_address_by_searching(ended: Sending, signed_in: SignedIn) -> None:
    for query in (f"?q={ISLA}", "?q=nobody@subscribers.example", "?ordering=address", "?address=x"):
        moderator = report(signed_in("moderator"), ended, query)
        assert len(moderator.context["object_list"]) == 4, query
    assert len(report(signed_in("chief"), ended, f"?q={ISLA}").context["object_list"]) == 1


def test_a_file_holds_each_message_and_no_formula(ended: Sending, signed_in: SignedIn) -> None:
    rows = exported(signed_in("chief"), ended)
    assert [row["Address"] for row in rows].count(ISLA) == 1 and len(rows) == 4
    assert "'=cmd() No such mailbox" in [row["The relay’s words"] for row in rows]
    masked = exported(signed_in("moderator"), ended)
    assert "@subscribers" not in str(masked) and len(masked) == 4


def test_a_spreadsheet_holds_the_same(ended: Sending, signed_in: SignedIn) -> None:
    response = report(signed_in("chief"), ended, "?export=xlsx")
    sheet = load_workbook(BytesIO(b"".join(response.streaming_content))).active
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert ISLA in cells and "'=cmd() No such mailbox" in cells


def test_taking_addresses_away_is_written_down_once_and_without_them(
    ended: Sending, people: dict[str, User], signed_in: SignedIn
) -> None:
    exported(signed_in("moderator"), ended)
    exported(signed_in("chief"), ended)
    entries = PageLogEntry.objects.filter(action="bulletin.export_report")
    assert [(entry.user, entry.data) for entry in entries] == [(people["chief"], {"sending": ended.pk})]


def test_states_filter_the_list(ended: Sending, signed_in: SignedIn) -> None:
    moderator = signed_in("moderator")
    assert len(report(moderator, ended, "?state=uncertain").context["object_list"]) == 2
    assert len(report(moderator, ended, "?state=failed&state=sent").context["object_list"]) == 2
    assert len(report(moderator, ended, "?was_uncertain=true").context["object_list"]) == 2


def test_an_erased_person_has_no_address(ended: Sending, signed_in: SignedIn) -> None:
    Delivery.objects.filter(sending=ended, address=ISLA).update(address="")
    html = report(signed_in("chief"), ended).content.decode()
    assert ISLA not in html and "erased" in html


def test_the_buttons_of_a_row_carry_the_token_without_which_the_site_refuses_them(
    ended: Sending, signed_in: SignedIn
) -> None:
    moderator = signed_in("moderator")
    moderator.handler.enforce_csrf_checks = True
    page = BeautifulSoup(report(moderator, ended, "?state=uncertain").content, "html.parser")
    form = page.select_one("td form")
    fields = {field["name"]: field["value"] for field in form.select("input[name]")}
    moderator.post(form["action"], {**fields, "decision": "as_sent"})
    assert ended.deliveries.filter(state=State.UNCERTAIN).count() == 1


def test_the_buttons_of_a_row_say_to_listeners_whose_message_it_is(
    ended: Sending, signed_in: SignedIn
) -> None:
    rows = ended.deliveries.filter(state=State.UNCERTAIN).order_by("pk")
    Delivery.objects.filter(pk=rows[1].pk).update(address="")
    page = BeautifulSoup(report(signed_in("chief"), ended, "?state=uncertain").content, "html.parser")
    said = [" ".join(button.get_text().split()) for button in page.select("td form button")]
    assert said == ["Send again (k…@s…)", "Treat as sent (k…@s…)", "Treat as sent (erased)"]


def test_one_uncertain_message_is_sent_again(ended: Sending, signed_in: SignedIn) -> None:
    row = ended.deliveries.filter(state=State.UNCERTAIN).first()
    response = decide(signed_in("moderator"), ended, "again", delivery=row.pk)
    assert "1 message is sent again" in response.content.decode()
    row.refresh_from_db()
    ended.refresh_from_db()
    assert row.state == State.PENDING and ended.state == Sending.State.SENDING
    assert ended.deliveries.filter(state=State.UNCERTAIN).count() == 1


def test_all_of_them_count_as_sent(ended: Sending, signed_in: SignedIn) -> None:
    moderator = signed_in("moderator")
    asked = moderator.get(reverse("bulletin_uncertain", args=[ended.pk])).content.decode()
    assert "2 messages were handed to the relay" in asked
    assert "2 messages count as sent" in decide(moderator, ended, "as_sent").content.decode()
    assert ended.deliveries.filter(state=State.SENT).count() == 3
    assert "no such message is uncertain" in decide(moderator, ended, "as_sent").content.decode()


def test_each_decision_is_one_entry_in_the_log(ended: Sending, signed_in: SignedIn) -> None:
    row = ended.deliveries.filter(state=State.UNCERTAIN).first()
    moderator = signed_in("moderator")
    for decision in ("as_sent", "as_sent", "again"):
        decide(moderator, ended, decision, delivery=row.pk)
    entries = PageLogEntry.objects.filter(page=ended.edition_id, action__contains="sent", user__isnull=False)
    assert [entry.action for entry in entries] == ["bulletin.treat_as_sent"]
    assert "@" not in str(entries[0].data)


def test_messages_of_another_sending_are_left_alone(ended: Sending, signed_in: SignedIn) -> None:
    other = Sending.objects.exclude(pk=ended.pk).filter(audience__isnull=False).first()
    row = ended.deliveries.filter(state=State.UNCERTAIN).first()
    moderator = signed_in("moderator")
    if other is not None:
        decide(moderator, other, "as_sent", delivery=row.pk)
    decide(moderator, ended, "as_sent", delivery=10**17)
    assert ended.deliveries.filter(state=State.UNCERTAIN).count() == 2
    assert (
        moderator.post(reverse("bulletin_uncertain", args=[ended.pk]), {"decision": "x"}).status_code == 400
    )


def test_of_a_cancelled_one_nothing_goes_out_before_the_edition_is_queued_again(
    started: Sending, signed_in: SignedIn
) -> None:
    row = started.deliveries.first()
    Delivery.objects.filter(pk=row.pk).update(state=State.UNCERTAIN)
    moderator = signed_in("moderator")
    moderator.post(reverse("bulletin_cancel", args=[started.pk]))
    assert "Queue the edition again first" in decide(moderator, started, "again").content.decode()
    assert "counts as sent" in decide(moderator, started, "as_sent").content.decode()


def test_subscribers_lost_and_joined_are_counted(ended: Sending, signed_in: SignedIn) -> None:
    Kind, now = ConsentEvent.Kind, timezone.now()
    ConsentEvent.objects.create(address_key="a" * 64, kind=Kind.UNSUBSCRIBED, sending=ended)
    ConsentEvent.objects.create(address_key="b" * 64, kind=Kind.BOUNCED, sending=ended)
    ConsentEvent.objects.create(address_key="c" * 64, kind=Kind.CONFIRMED, happened_at=now)
    before = ended.started_at - timedelta(seconds=1)
    ConsentEvent.objects.create(address_key="d" * 64, kind=Kind.CONFIRMED, happened_at=before)
    html = " ".join(report(signed_in("moderator"), ended).content.decode().split())
    assert "Left by way of this edition: 1. Addresses that no longer take mail: 1." in html
    assert "Joined before the next edition: 1." in html


def test_a_long_report_has_pages_and_few_queries(
    started: Sending, signed_in: SignedIn, django_assert_max_num_queries
) -> None:
    people = [
        Subscriber(email=f"p{n}@subscribers.example", address_key=f"{n:064d}", source="x") for n in range(120)
    ]
    made = Subscriber.objects.bulk_create(people)
    Delivery.objects.bulk_create(
        Delivery(
            sending=started,
            subscriber=one,
            address=one.email,
            address_key=one.address_key,
            message_id=f"<{one.pk}@x>",
        )
        for one in made
    )
    moderator = signed_in("moderator")
    with django_assert_max_num_queries(30):
        response = report(moderator, started, "?p=2")
    assert (
        len(response.context["object_list"]) == 50 and response.context["page_obj"].paginator.num_pages == 3
    )


def test_times_are_those_of_scotland_whatever_a_person_has_chosen(
    ended: Sending, signed_in: SignedIn
) -> None:
    UserProfile.objects.update_or_create(
        user=User.objects.get(username="chief"), defaults={"current_time_zone": "Asia/Tokyo"}
    )
    moment = datetime(2031, 7, 15, 8, 30, tzinfo=UTC)
    ended.deliveries.filter(state=State.SENT).update(sent_at=moment)
    Sending.objects.filter(pk=ended.pk).update(started_at=moment)
    chief = signed_in("chief")
    assert "15 July 2031, 09:30:00" in report(chief, ended).content.decode()
    sent = [row["Sent"] for row in exported(chief, ended)]
    assert "2031-07-15 09:30:00" in sent
    assert "15 July 2031, 09:30" in chief.get(reverse("bulletin_editions")).content.decode()
