"""The demo directory: 32 councils as their own editors would have left them, and accounts to try it."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Locale, Page, PageLogEntry

from cms.accounts.models import User
from cms.operations.roles import EDITORS, MODERATORS
from home.demo.accounts import ACCOUNTS
from home.demo.councils.table import COUNCILS as TOLD
from la_directory.councils import by_code
from la_directory.freshness.stamp import State, stamps_of
from la_directory.models import (
    CaseStudyPage,
    Check,
    ContactPage,
    CouncilPage,
    CouncilTeam,
    DirectoryPage,
    ForWhom,
    LocalServicePage,
)
from la_directory.teams.membership import team_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo_site")]

DRAMA = re.compile(r"01[34]1 496 0\d{3}")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b")


def council(code: str) -> CouncilPage:
    return in_english(CouncilPage).get(gss_code=code)


def in_english(model: type[Page]) -> QuerySet:
    """What is written first; test_demo_gaelic looks at the translations."""
    return model.objects.filter(locale=Locale.get_default())


def test_all_32_councils_say_whom_to_call_and_what_there_is() -> None:
    live = in_english(CouncilPage).child_of(in_english(DirectoryPage).get()).live()
    assert live.count() == len(TOLD) == 32
    for page in live:
        assert page.introduction and page.switchboard and page.partnership_name and page.plan_until, page
        contacts = ContactPage.objects.descendant_of(page).live()
        assert {contact.for_whom for contact in contacts} == set(ForWhom.values), page
        first = contacts.filter(for_whom=ForWhom.PEOPLE).order_by("sort_order").first()
        assert first.telephone and first.opening_hours, page
        services = LocalServicePage.objects.descendant_of(page).live()
        assert services.count() >= 3 and len({service.kind_id for service in services}) >= 2, page
    assert CouncilTeam.objects.filter(team_mailbox__endswith=".example").count() == 30
    assert in_english(ContactPage).filter(for_whom=ForWhom.LEAD, is_vacant=True).count() >= 3
    assert in_english(ContactPage).filter(languages__contains="Gaelic").count() >= 3
    assert sum(bool(page.body) for page in live) >= 6
    assert sum(bool(page.documents) for page in live) >= 3


def test_services_differ_from_council_to_council() -> None:
    services = in_english(LocalServicePage).live()
    assert all(times == 1 for times in Counter(services.values_list("summary", flat=True)).values())
    assert services.filter(products__isnull=False).distinct().count() >= 30
    assert not services.filter(how_to_get_in="").exists()


def test_nobody_real_can_be_reached() -> None:
    numbers = [page.switchboard for page in in_english(CouncilPage)]
    for contact in in_english(ContactPage):
        numbers += [number for number in (contact.telephone, contact.textphone) if number]
        assert not contact.person
        assert not contact.email or contact.email.endswith(".example"), contact
        assert not POSTCODE.search(contact.address), contact
    assert [str(number) for number in numbers if not DRAMA.fullmatch(str(number))] == []
    assert len(set(numbers)) == len(numbers)


def test_case_studies_can_be_believed_and_found() -> None:
    studies = in_english(CaseStudyPage).live()
    assert studies.count() >= 12
    assert len({study.council.pk for study in studies}) >= 8
    assert len({study.theme_id for study in studies}) >= 7
    for study in studies:
        assert study.what_changed and study.quoted and study.audiences.exists(), study
        assert study.contact.is_descendant_of(study.council), study
        assert [picture.value["image"].contextual_alt_text for picture in study.picture] != [""], study
        assert study.picture


def test_most_checks_hold_and_some_do_not() -> None:
    records = [*in_english(ContactPage), *in_english(LocalServicePage)]
    stamps = stamps_of(records)
    states = Counter(stamp.state() for stamp in stamps.values())
    assert states[State.UNCHECKED] == 2
    assert 5 <= states[State.STALE] <= 20
    assert states[State.FRESH] > len(records) * 0.75
    assert len({stamp.checked_on for stamp in stamps.values()}) >= 30
    names = {record.council.official_name for record in ContactPage.objects.all()}
    assert set(Check.objects.values_list("checked_for", flat=True)) == names
    assert not Check.objects.filter(checked_at__gt=timezone.now() - timedelta(hours=1)).exists()


def test_a_live_page_has_the_revision_and_the_history_of_an_edited_one() -> None:
    pages = Page.objects.descendant_of(in_english(DirectoryPage).get()).live()
    assert not pages.exclude(has_unpublished_changes=False, live_revision__isnull=False).exists()
    for page in [council("S12000049"), *in_english(ContactPage)[:3], *in_english(LocalServicePage)[:3]]:
        assert page.latest_revision == page.live_revision
        draft = page.get_latest_revision_as_object()
        fields = [
            field.name
            for field in page._meta.fields
            if field.name not in ("latest_revision", "live_revision")
        ]
        assert {
            name: getattr(draft, name) for name in fields if getattr(draft, name) != getattr(page, name)
        } == {}
        history = PageLogEntry.objects.filter(page=page, timestamp=page.first_published_at)
        assert {entry.action for entry in history} == {"wagtail.create", "wagtail.publish"}


def test_a_second_run_adds_what_is_missing_and_leaves_what_editors_wrote() -> None:
    fife, before = council("S12000047"), Page.objects.count()
    team, lead = ContactPage.objects.descendant_of(fife).order_by("sort_order")[:2]
    lead.delete()
    team.telephone = "0131 496 0999"
    team.save_revision().publish()
    fife.introduction = "<p>Our own words.</p>"
    fife.save_revision().publish()
    checks = Check.objects.count()

    call_command("load_demo_site", verbosity=0)

    assert Page.objects.count() == before
    assert str(ContactPage.objects.get(pk=team.pk).telephone) == "0131 496 0999"
    assert council("S12000047").introduction == "<p>Our own words.</p>"
    assert ContactPage.objects.get(translation_key=lead.translation_key).live
    assert Check.objects.count() == checks + 1


def test_the_accounts_have_their_roles() -> None:
    people = {
        user.username: user for user in User.objects.filter(username__in=[one.username for one in ACCOUNTS])
    }
    groups = {name: [group.name for group in user.groups.all()] for name, user in people.items()}
    assert (groups["sg-editor"], groups["sg-moderator"]) == ([EDITORS], [MODERATORS])
    for name, code in (("glasgow-editor", "S12000049"), ("highland-editor", "S12000017")):
        assert team_of(people[name]).council.gss_code == code
        assert len(groups[name]) == 1
    assert all(user.email.endswith(".example") and not user.is_superuser for user in people.values())


def test_passwords_are_printed_once_when_accounts_are_made(capsys: pytest.CaptureFixture[str]) -> None:
    User.objects.filter(username="glasgow-editor").delete()
    others = dict(User.objects.values_list("username", "password"))
    call_command("load_demo_site")
    printed = re.findall(r"Account (\S+), password (\S+) ", capsys.readouterr().out)
    assert [name for name, _ in printed] == ["glasgow-editor"]
    assert User.objects.get(username="glasgow-editor").check_password(printed[0][1])
    assert others.items() <= dict(User.objects.values_list("username", "password")).items()

    call_command("load_demo_site")
    assert "password" not in capsys.readouterr().out


def test_each_council_that_is_told_is_one_of_the_table() -> None:
    assert set(TOLD) == {record.code for record in by_code().values()}
