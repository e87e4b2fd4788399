"""The demo site shows every kind of page and block, leads where it says, and keeps what editors wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.blocks import StreamValue
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, Revision, Site, WorkflowState

from cms.blocks.text import RICH_TEXT_FEATURES
from cms.pages.completeness import problems
from cms.pages.models import ChangeNote, SiteSettings
from cms.vocabulary.models import ApproachStatements
from home.demo import load
from home.demo.old_addresses import OLD_ADDRESSES
from la_directory.councils import COUNCILS
from la_directory.models import Check, CouncilCaseStudiesPage, CouncilTeam
from resources.blocks import ResourceBodyBlock
from resources.models import PublicationPage, UpdatePage
from tests.factories.pages import home_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

KNOWN_SITES = {
    "contactscotland-bsl.org",
    "www.cosla.gov.uk",
    "www.employabilityinscotland.com",
    "www.equalityadvisoryservice.com",
    "www.equalityhumanrights.com",
    "www.gov.scot",
    "www.improvementservice.org.uk",
    "www.legislation.gov.uk",
    "www.mygov.scot",
    "www.nationalarchives.gov.uk",
    "www.slaed.org.uk",
    *(urlsplit(council.website).hostname for council in COUNCILS),
}


def live_pages() -> list[Page]:
    return list(Page.objects.live().filter(depth__gt=1).specific())


def bodies(page: Page) -> Iterator[StreamValue]:
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield getattr(page, field.name)


def strings(stored: object) -> Iterator[str]:
    """Every text in the stored data of a body."""
    if isinstance(stored, str):
        yield stored
    for part in stored.values() if isinstance(stored, dict) else stored if isinstance(stored, list) else ():
        yield from strings(part)


def counts() -> dict[str, int]:
    models = (
        Page, Revision, ChangeNote, Redirect, ApproachStatements, Site, SiteSettings,
        get_image_model(), get_document_model(), WorkflowState, Check, CouncilTeam, get_user_model(),
    )  # fmt: skip
    return {model._meta.label: model._default_manager.count() for model in models}


def test_loading_twice_doubles_nothing_and_changes_nothing() -> None:
    before, published = counts(), dict(Page.objects.values_list("pk", "last_published_at"))
    call_command("load_demo_site", verbosity=0)
    assert counts() == before
    assert dict(Page.objects.values_list("pk", "last_published_at")) == published


def test_what_editors_wrote_is_left_alone() -> None:
    before = counts()
    contact = Page.objects.get(slug="contact")
    contact.title, contact.slug = "Talk to us", "talk-to-us"
    contact.save()
    plan = Page.objects.get(slug="strategic-plan-2024-to-2027")
    plan.move(Page.objects.get(slug="publications"), "first-child")
    details = SiteSettings.objects.get()
    details.footer_links = []
    details.save()
    Redirect.objects.filter(old_path="/policy/no-one-left-behind").update(redirect_link="/elsewhere/")

    call_command("load_demo_site", verbosity=0)

    # Wagtail itself redirects the old address of a renamed page.
    before["wagtailredirects.Redirect"] += Redirect.objects.filter(automatically_created=True).count()
    assert counts() == before
    assert Page.objects.get(pk=contact.pk).title == "Talk to us"
    assert len(SiteSettings.objects.get().footer_links) == 0
    assert Redirect.objects.get(old_path="/policy/no-one-left-behind").redirect_link == "/elsewhere/"


def test_only_what_is_missing_is_added() -> None:
    before = Page.objects.count()
    Page.objects.get(slug="privacy").delete()
    call_command("load_demo_site", verbosity=0)
    assert Page.objects.count() == before
    assert Page.objects.get(slug="privacy").live


def test_if_empty_does_nothing_where_there_are_pages(capsys: pytest.CaptureFixture[str]) -> None:
    Page.objects.get(slug="privacy").delete()
    call_command("load_demo_site", if_empty=True)
    assert "not loaded" in capsys.readouterr().out
    assert not Page.objects.filter(slug="privacy").exists()


def test_a_load_that_fails_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    Page.objects.get(slug="publications").delete()
    before, files = counts(), set(Path(settings.MEDIA_ROOT).rglob("*"))

    def fail(*_args: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(load._Loading, "_redirect_old_addresses", fail)
    with pytest.raises(OSError, match="disk is full"):
        call_command("load_demo_site", verbosity=0)
    assert counts() == before
    assert set(Path(settings.MEDIA_ROOT).rglob("*")) == files


def test_a_page_that_is_in_the_way_gets_one_clear_line() -> None:
    index = Page.objects.get(slug="updates")
    index.delete()
    stand_in = apps.get_model("home.StandardPage")(title="Updates", slug="updates", summary="Ours.")
    policy = Page.objects.get(slug="no-one-left-behind", locale=Locale.get_default())
    policy.add_child(instance=stand_in)
    with pytest.raises(CommandError, match="takes no update below it"):
        call_command("load_demo_site", verbosity=0)


def test_the_welcome_page_is_gone_and_the_home_page_stands_at_the_root() -> None:
    homes = Page.objects.filter(depth=2).values_list("locale__language_code", flat=True)
    assert sorted(homes) == ["en-gb", "gd"]
    assert home_page()._meta.label == "home.LandingPage"
    assert Site.objects.get().root_page_id == home_page().pk


def test_every_page_type_is_met() -> None:
    ours = {
        model._meta.label
        for app in ("home", "la_directory", "resources", "bulletin")
        for model in apps.get_app_config(app).get_models()
        if issubclass(model, Page)
    }
    assert {page._meta.label for page in live_pages()} == ours


def test_every_block_is_met() -> None:
    used = {child.block_type for page in live_pages() for body in bodies(page) for child in body}
    assert set(ResourceBodyBlock().child_blocks) - used == set()


def test_every_state_of_a_page_is_met() -> None:
    updates = UpdatePage.objects.all()
    assert updates.live().filter(date__range=(date(2024, 11, 1), date(2026, 11, 22))).count() >= 8
    joint = updates.live().filter(update_kind="joint")
    assert joint.count() == 3
    assert all(len(update.signatories) == 2 for update in joint)
    assert updates.filter(live=False, go_live_at__isnull=False, _revisions__approved_go_live_at__isnull=False)
    assert WorkflowState.objects.filter(status="in_progress").count() == 1
    assert updates.filter(live=False, go_live_at__isnull=True).count() == 2
    publications = PublicationPage.objects.live()
    assert Counter(publications.values_list("status", flat=True)) == {
        "current": publications.count() - 2, "superseded": 1, "withdrawn": 1,
    }  # fmt: skip
    assert len(set(publications.values_list("publication_type", flat=True))) >= 6
    plan = publications.get(slug="no-one-left-behind-delivery-plan")
    assert len(plan.chapters) >= 5
    files = [(item.value.kind, item.value.is_accessible) for item in plan.attachments]
    assert files == [("PDF", False), ("DOCX", True)]
    assert len(plan.change_notes) == 2
    assert len(plan.earlier_updates) == 2


def test_an_editor_could_publish_every_page_as_it_stands() -> None:
    assert {page.url: found for page in live_pages() if (found := problems(page))} == {}
    assert problems(SiteSettings.objects.get()) == {}


def rich_texts(stored: object) -> Iterator[str]:
    yield from (text for text in strings(stored) if text.endswith(("</p>", "</ul>", "</ol>")))


def test_an_editor_who_saves_a_page_unchanged_changes_nothing() -> None:
    editor = ContentstateConverter(RICH_TEXT_FEATURES)
    for page in live_pages():
        if page.locale_id != Locale.get_default().pk:
            continue  # a translation is edited text by text
        for body in bodies(page):
            for text in rich_texts(body.get_prep_value()):
                assert editor.to_database_format(editor.from_database_format(text)) == text, page.url


def test_pages_show_the_days_of_their_texts() -> None:
    page = Page.objects.get(slug="strategic-plan-published")
    assert page.last_published_at.date() == page.first_published_at.date() == date(2024, 9, 13)
    assert page.get_latest_revision().created_at.date() == date(2024, 9, 13)


def links_of(client: Client, address: str) -> Iterator[str]:
    """Every address a page names that stands on this site, without the part after #."""
    response = client.get(address)
    assert response.status_code == 200, f"{address} answers {response.status_code}"
    if not response["Content-Type"].startswith("text/html"):
        return
    for element in BeautifulSoup(response.content, "html.parser").select("body a[href]"):
        assert element.get_text(strip=True) or element.img, f"{address} has a link without words: {element}"
        target = urldefrag(urljoin(address, element["href"])).url.removeprefix(settings.SITE_URL)
        parts = urlsplit(target)
        if not parts.scheme:
            yield target
        elif parts.scheme not in ("mailto", "tel"):
            is_known = parts.hostname in KNOWN_SITES or parts.hostname.endswith(".example")
            assert is_known, f"{address} leads to {target}"


def test_every_page_can_be_reached_and_every_link_answers(client: Client) -> None:
    seen, waiting = {"/"}, ["/"]
    while waiting:
        for link in links_of(client, waiting.pop()):
            if link not in seen:
                seen.add(link)
                # Each contact and service has a form to report it, and all these are one view.
                if not link.startswith("/directory/report/"):
                    waiting.append(link)
    missed = {urldefrag(page.url).url for page in live_pages()} - seen
    empty = {page.url for page in CouncilCaseStudiesPage.objects.all() if not page.case_studies.exists()}
    assert missed == empty, "nothing leads to a list with nothing in it, and something to all else"
    assert any(link.startswith("/documents/") for link in seen)


@pytest.mark.parametrize("slash", ["", "/"])
@pytest.mark.parametrize(("old", "new"), OLD_ADDRESSES.items())
def test_old_addresses_lead_to_their_new_pages(client: Client, old: str, new: str, slash: str) -> None:
    response = client.get(old + slash)
    assert (response.status_code, response["Location"]) == (301, new)
    assert client.get(new).status_code == 200
