"""The list of editions, and what of the bulletin waits for whom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission

from bulletin.models import BulletinPage, Delivery, EditionPage, Sending, SendingGate
from bulletin.send import states
from bulletin.send.queue import queue_edition
from cms.accounts.models import User
from cms.pages.waiting import WaitingItem, waiting_for
from tests.bulletin import office
from tests.bulletin.admin.conftest import SignedIn

pytestmark = pytest.mark.django_db


def rows(client: Client, query: str = "") -> dict[str, list[str]]:
    response = client.get(reverse("bulletin_editions") + query)
    soup = BeautifulSoup(response.content, "html.parser")
    cells = [
        [cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])]
        for row in soup.select("main tbody tr")
    ]
    return {row[0].removesuffix(" Edit"): row[1:] for row in cells if row}


def test_each_edition_has_its_state(
    edition: EditionPage, people: dict[str, User], signed_in: SignedIn
) -> None:
    editor = signed_in("editor")
    kind, month, state, *_rest = rows(editor)["October 2031"]
    assert (kind, month, state) == ("Monthly edition", "October 2031", "Draft")
    office.submit(edition, people["editor"])
    assert rows(editor)["October 2031"][2] == "Waits for approval"


def test_what_was_sent_is_counted(started: Sending, signed_in: SignedIn) -> None:
    Delivery.objects.filter(pk=started.deliveries.first().pk).update(state=Delivery.State.SENT)
    _kind, _month, state, sent, sent_on = rows(signed_in("editor"))["October 2031"]
    assert (state, sent) == ("Being sent", "1 of 4") and str(timezone.localdate().year) in sent_on


def test_of_several_sendings_the_newest_counts(
    queued: Sending, people: dict[str, User], signed_in: SignedIn
) -> None:
    states.cancel(queued, people["moderator"])
    editor = signed_in("editor")
    assert rows(editor)["October 2031"][2] == "Approved"
    again = queue_edition(queued.edition, by=people["moderator"])
    Sending.objects.filter(pk=queued.pk).update(queued_at=again.queued_at - timedelta(hours=1))
    assert rows(editor)["October 2031"][2] == "Queued"


def test_an_approved_one_says_so(approved: EditionPage, signed_in: SignedIn) -> None:
    assert rows(signed_in("editor"))["October 2031"][2] == "Approved"


def test_it_is_searched_and_filtered(
    edition: EditionPage, people: dict[str, User], signed_in: SignedIn
) -> None:
    office.edition(people["editor"], title="Winter fund", slug="2031-11-fund", edition_kind="special")
    editor = signed_in("editor")
    assert list(rows(editor, "?q=Winter")) == ["Winter fund"]
    assert "October 2031" not in rows(editor, "?edition_kind=special&q=")
    assert set(rows(editor, "?edition_kind=special&q=Winter")) == {"Winter fund"}


def test_a_new_edition_is_one_press_away(edition: EditionPage, signed_in: SignedIn) -> None:
    html = signed_in("editor").get(reverse("bulletin_editions")).content.decode()
    assert reverse("bulletin_new_edition") in html and "New edition from what is new" in html


def test_the_list_takes_no_more_queries_for_more_editions(
    people: dict[str, User], signed_in: SignedIn, django_assert_max_num_queries
) -> None:
    chief = signed_in("chief")
    with CaptureQueriesContext(connection) as before:
        chief.get(reverse("bulletin_editions"))
    for month in range(1, 13):
        fields = {"title": f"Old {month}", "slug": f"2021-{month:02d}", "origin": "elsewhere"}
        office.edition(people["editor"], **fields).get_latest_revision().publish()
    with django_assert_max_num_queries(len(before) + 2):  # the archive that came with them
        chief.get(reverse("bulletin_editions"))


def drafts_of_2032(people: dict[str, User], number: int) -> list[EditionPage]:
    return [
        office.edition(
            people["editor"], title=f"{month} 2032", slug=f"2032-{month:02}", month=date(2032, month, 1)
        )
        for month in range(1, number + 1)
    ]


def queries(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as found:
        client.get(url)
    return len(found)


def test_drafts_that_wait_cost_few_queries_each(people: dict[str, User], signed_in: SignedIn) -> None:
    """In the list none, at home where it is asked who approves them a few."""
    moderator, number = signed_in("moderator"), 8
    office.submit(office.edition(people["editor"]), people["editor"])
    before = {url: queries(moderator, url) for url in (reverse("bulletin_editions"), "/admin/")}
    for edition in drafts_of_2032(people, number):
        office.submit(edition, people["editor"])
    after = {url: queries(moderator, url) for url in before}
    more = {url: (after[url] - before[url]) / number for url in before}
    assert more[reverse("bulletin_editions")] <= 0
    assert more["/admin/"] <= 6, more


def test_drafts_of_an_archive_that_is_not_ones_own_are_not_listed(
    edition: EditionPage, people: dict[str, User], signed_in: SignedIn
) -> None:
    second = BulletinPage(title="Second", slug="second", summary="x")
    edition.get_parent().get_parent().add_child(instance=second)
    group = Group.objects.create(name="Only the second")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in ("add_page", "change_page"):
        right = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.create(group=group, page=second, permission=right)
    client = Client()
    client.force_login(office.person("zed", "Only the second"))
    html = client.get(reverse("bulletin_editions")).content.decode()
    assert "October 2031" not in html and "Archive: Second" in html and "Archive: Our" not in html
    assert "October 2031" in rows(signed_in("editor"))


def test_a_special_edition_is_begun_from_the_list_by_those_who_may_add(
    people: dict[str, User], signed_in: SignedIn
) -> None:
    editor = signed_in("editor")
    page = BeautifulSoup(editor.get(reverse("bulletin_editions")).content, "html.parser")
    (button,) = [link for link in page.find_all("a") if "New special edition" in link.get_text()]
    form = editor.get(button["href"]).context["form"]
    assert form["edition_kind"].value() == "special"
    plain = editor.get(button["href"].partition("?")[0]).context["form"]
    assert plain["edition_kind"].value() == "monthly"


def of_the_bulletin(user: User) -> list[WaitingItem]:
    return [item for item in waiting_for(user) if "/bulletin/" in item.url]


def test_a_paused_sending_waits_for_those_who_may_resume_it(
    started: Sending, people: dict[str, User]
) -> None:
    assert not any(item.title == started.subject for item in of_the_bulletin(people["moderator"]))
    states.pause(started, people["moderator"])
    for role, number in {"moderator": 1, "chief": 1, "editor": 0, "council": 0}.items():
        found = [item.kind for item in of_the_bulletin(people[role]) if item.title == started.subject]
        assert found == ["sending paused"] * number, role


def test_uncertain_messages_wait_once_the_sending_has_ended(
    started: Sending, people: dict[str, User]
) -> None:
    started.deliveries.update(state=Delivery.State.UNCERTAIN)
    title = f"{started.subject}: 4 uncertain messages"
    assert title not in [item.title for item in of_the_bulletin(people["moderator"])]
    assert states.finish(started.pk)
    assert title in [item.title for item in of_the_bulletin(people["moderator"])]
    assert title not in [item.title for item in of_the_bulletin(people["editor"])]


def test_a_closed_gate_waits_for_those_who_may_open_it(people: dict[str, User]) -> None:
    since = timezone.now() - timedelta(hours=1)
    SendingGate.objects.update_or_create(
        pk=1, defaults={"identity": "another", "held_since": since, "held_because": "It is a copy."}
    )
    assert ("held", since) in [(item.kind, item.since) for item in of_the_bulletin(people["chief"])]
    assert "held" not in [item.kind for item in of_the_bulletin(people["moderator"])]
