"""The pages of the admin on which editors choose from what is new."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from bulletin.models import BulletinPage, EditionPage
from cms.accounts.models import User
from cms.pages.whats_new import page_key
from tests.bulletin import office
from tests.bulletin.compose import newsroom
from tests.bulletin.compose.newsroom import begin, titles, update
from tests.factories.news import SECOND

HOUR = timedelta(hours=1)


@pytest.fixture
def now(archive: BulletinPage) -> object:
    """Editors look at what is new now, so the last edition looked an hour ago."""
    now = timezone.now()
    EditionPage.objects.child_of(archive).update(looked_until=now - HOUR)
    return now


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def ailsa(db: None) -> Client:
    return signed_in(office.editor())


def new_edition_url(archive: BulletinPage) -> str:
    return reverse("bulletin_new_edition_below", args=[archive.pk])


def again_url(edition: EditionPage) -> str:
    return reverse("bulletin_look_again", args=[edition.pk])


def boxes(response: HttpResponse) -> dict[str, bool]:
    """Which news are ticked, by key."""
    page = BeautifulSoup(response.content, "html.parser")
    return {box["value"]: box.has_attr("checked") for box in page.select("input[name=chosen]")}


def until_of(response: HttpResponse) -> str:
    return BeautifulSoup(response.content, "html.parser").select_one("input[name=until]")["value"]


def answer(form: HttpResponse, *chosen: Page) -> dict[str, Any]:
    """What a browser sends when only these are ticked."""
    keys = [page_key(page) for page in chosen]
    return {"until": until_of(form), "shown": list(boxes(form)), "chosen": keys}


def edition_of(archive: BulletinPage) -> EditionPage:
    return EditionPage.objects.child_of(archive).get(live=False)


def test_the_button_is_in_the_header_of_the_archive(archive: BulletinPage, ailsa: Client) -> None:
    listing = ailsa.get(reverse("wagtailadmin_explore", args=[archive.pk])).content.decode()
    assert new_edition_url(archive) in listing
    assert "New edition from what is new" in listing


def test_opening_the_form_makes_nothing(archive: BulletinPage, ailsa: Client, now: object) -> None:
    page = update("News", now)
    response = ailsa.get(new_edition_url(archive))
    assert boxes(response) == {page_key(page): True}
    assert not EditionPage.objects.child_of(archive).filter(live=False).exists()


def test_what_is_ticked_becomes_the_draft(archive: BulletinPage, ailsa: Client, now: object) -> None:
    wanted, _other = update("Wanted", now), update("Unwanted", now)
    form = ailsa.get(new_edition_url(archive))
    late = update("Came while the form was open", timezone.now())
    response = ailsa.post(new_edition_url(archive), answer(form, wanted, late))
    edition = edition_of(archive)
    assert response.headers["Location"] == reverse("wagtailadmin_pages:edit", args=[edition.pk])
    assert titles(edition) == ["Wanted"]
    assert edition.looked_until.isoformat() == until_of(form)
    assert boxes(ailsa.get(again_url(edition))) == {page_key(late): True}


def test_what_was_being_published_while_the_form_was_made_is_not_lost(
    archive: BulletinPage, ailsa: Client, now: object
) -> None:
    """Its moment is before that of the form, its transaction ended after."""
    update("Unwanted", now)
    form = ailsa.get(new_edition_url(archive))
    update("Seen by nobody", now)
    ailsa.post(new_edition_url(archive), answer(form))
    assert titles(edition_of(archive)) == ["Seen by nobody"]


def test_an_edition_can_be_begun_with_nothing_new(archive: BulletinPage, ailsa: Client, now: object) -> None:
    form = ailsa.get(new_edition_url(archive))
    assert "Nothing is new since then." in form.content.decode()
    ailsa.post(new_edition_url(archive), {"until": until_of(form)})
    assert titles(edition_of(archive)) == []


def test_a_draft_that_was_begun_is_led_to(archive: BulletinPage, ailsa: Client) -> None:
    edition = begin(archive)
    edit = reverse("wagtailadmin_pages:edit", args=[edition.pk])
    for response in (ailsa.get(new_edition_url(archive)), ailsa.post(new_edition_url(archive))):
        assert response.headers["Location"] == edit
    assert "has been begun and has not gone out yet" in ailsa.get(edit).content.decode()


@pytest.mark.parametrize("until", ["", "nonsense", "2999-01-01T00:00:00+00:00"])
def test_a_moment_that_makes_no_sense_is_not_taken(
    archive: BulletinPage, ailsa: Client, now: object, until: str
) -> None:
    ailsa.post(new_edition_url(archive), {"until": until, "chosen": []})
    drafts = EditionPage.objects.child_of(archive).filter(live=False)
    assert all(draft.looked_until <= timezone.now() for draft in drafts)


def test_more_than_there_is_room_for_is_said_and_not_taken(
    archive: BulletinPage, ailsa: Client, now: object
) -> None:
    pages = [update(f"Update {number:02}", now - number * SECOND) for number in range(27)]
    form = ailsa.get(new_edition_url(archive))
    assert list(boxes(form).values()) == [True] * 25 + [False] * 2
    assert "2 are left out and not ticked: Update 25; Update 26." in " ".join(form.content.decode().split())
    response = ailsa.post(new_edition_url(archive), answer(form, *pages))
    assert "There is room for 25, and 27 are ticked." in response.content.decode()
    assert list(boxes(response).values()) == [True] * 27
    assert not EditionPage.objects.child_of(archive).filter(live=False).exists()


def test_looking_again_adds_what_is_ticked(archive: BulletinPage, ailsa: Client, now: object) -> None:
    edition = begin(archive, now - HOUR)
    one, _other = update("One", now), update("Other", now)
    form = ailsa.get(again_url(edition))
    assert titles(edition) == []
    ailsa.post(again_url(edition), answer(form, one))
    assert titles(edition) == ["One"]
    assert boxes(ailsa.get(again_url(edition))) == {}


def test_looking_again_stands_in_the_header_and_in_the_checklist(
    archive: BulletinPage, ailsa: Client
) -> None:
    edition = begin(archive)
    edit = ailsa.get(reverse("wagtailadmin_pages:edit", args=[edition.pk])).content.decode()
    assert edit.count(again_url(edition)) == 2
    special = office.edition(edition_kind="special", slug="2031-10-special")
    edit = ailsa.get(reverse("wagtailadmin_pages:edit", args=[special.pk])).content.decode()
    assert again_url(special) not in edit


def test_an_edition_that_is_out_sends_its_editor_back_with_a_reason(
    archive: BulletinPage, ailsa: Client
) -> None:
    edition = begin(archive)
    EditionPage.objects.filter(pk=edition.pk).update(live=True)
    for response in (ailsa.get(again_url(edition), follow=True), ailsa.post(again_url(edition), follow=True)):
        assert "This edition is out." in response.content.decode()


def test_a_locked_draft_takes_nothing(archive: BulletinPage, ailsa: Client, now: object) -> None:
    edition = begin(archive, now - HOUR)
    Page.objects.filter(pk=edition.pk).update(locked=True, locked_by=office.moderator())
    update("News", now)
    response = ailsa.post(again_url(edition), {"until": now.isoformat()}, follow=True)
    assert "The edition is locked." in response.content.decode()
    assert titles(edition) == []


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("groups", [[], ["Editors of Glasgow City Council"]])
def test_who_may_not_write_here_is_kept_out(archive: BulletinPage, method: str, groups: list[str]) -> None:
    stranger = office.person("stranger", *groups)
    stranger.user_permissions.add(*admin_access())
    client, edition = signed_in(stranger), begin(archive)
    for url in (
        new_edition_url(archive),
        reverse("bulletin_new_edition"),
        again_url(edition),
        reverse("bulletin_check_links", args=[edition.pk]),
    ):
        response = getattr(client, method)(url)
        assert response.status_code == 302
        assert response.headers["Location"] == reverse("wagtailadmin_home")
    assert newsroom.draft_of(edition).looked_until == edition.looked_until


def admin_access() -> list:
    from django.contrib.auth.models import Permission

    return list(Permission.objects.filter(codename="access_admin"))


def test_an_edition_or_archive_that_is_not_there_is_not_found(ailsa: Client) -> None:
    for name in ("bulletin_look_again", "bulletin_check_links", "bulletin_new_edition_below"):
        for number in (99999999, 10**30):
            assert ailsa.get(reverse(name, args=[number])).status_code == 404


def test_words_of_pages_are_shown_as_words(archive: BulletinPage, ailsa: Client, now: object) -> None:
    update("<script>alert(1)</script>", now)
    assert "<script>alert(1)" not in ailsa.get(new_edition_url(archive)).content.decode()
