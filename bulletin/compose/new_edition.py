"""A new edition from what is new on the site, and a draft that looks again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from bulletin.compose.news_items import add_to
from bulletin.compose.proposal import Proposal, propose, propose_more
from bulletin.models import BulletinPage, EditionPage, Sending

LOOKED = "bulletin.look"  # the action in the log of a page


class NoArchive(Exception):
    """There is no page that an edition could stand below."""

    def __str__(self) -> str:
        return _("There is no archive of the bulletin yet. Add one below the home page.")


class AlreadyBegun(Exception):
    """A monthly edition that has not gone out yet exists: there is one at a time."""

    def __init__(self, edition: EditionPage) -> None:
        super().__init__(edition.pk)
        self.edition = edition

    def __str__(self) -> str:
        return _("“%(title)s” has been begun and has not gone out yet.") % {"title": self.edition.draft_title}


class CannotLook(Exception):
    """The edition takes no more news; the message says why."""


def new_edition(
    by: AbstractUser | None,
    *,
    archive: BulletinPage | None = None,
    until: datetime | None = None,
    chosen: Collection[str] | None = None,
) -> EditionPage:
    """A draft for the month that comes next, with all that is new until now, or with what was `chosen` of it.

    Raises NoArchive or AlreadyBegun. Whoever comes second waits for the first, and is then told of its draft.
    """
    with transaction.atomic():
        archive = _locked(archive)
        if begun := begun_edition(archive):
            raise AlreadyBegun(begun)
        proposal = propose(archive, until or timezone.now())
        month = next_month(archive, timezone.localdate())
        edition = EditionPage(title=date_format(month, "F Y"), month=month, live=False, owner=by)
        edition.slug = edition.slug_for()
        _fill(edition, proposal if chosen is None else proposal.only(chosen))
        archive.add_child(instance=edition)
        log(instance=edition, action="wagtail.create", user=by, content_changed=True)
        _keep(edition, by, proposal, chosen)
    return edition


def look_again(
    edition: EditionPage,
    by: AbstractUser | None,
    *,
    until: datetime | None = None,
    chosen: Collection[str] | None = None,
) -> int:
    """Adds what came since the draft last looked and says how many items that were. Raises CannotLook."""
    with transaction.atomic():
        row = EditionPage.objects.select_for_update(of=("self",)).get(pk=edition.pk)
        if reason := reason_against_looking(row):
            raise CannotLook(reason)
        draft = row.get_latest_revision_as_object()
        proposal = propose_more(draft, until or timezone.now())
        added = proposal if chosen is None else proposal.only(chosen)
        _fill(draft, added)
        draft.save()
        _keep(draft, by, proposal, chosen)
    edition.sections, edition.looked_until = draft.sections, draft.looked_until
    edition.latest_revision = draft.latest_revision
    return len(added.taken)


def reason_against_looking(edition: EditionPage) -> str:
    """Why it takes no more news; "" if it does."""
    if edition.edition_kind != EditionPage.Kind.MONTHLY or not edition.is_sendable:
        return _("Only a monthly edition that is written here looks for what is new.")
    if edition.live:
        return _("This edition is out. What is new belongs to the next one.")
    if edition.sendings.filter(state__in=Sending.OPEN).exists():
        return _("This edition is queued. Cancel that first, or leave what is new to the next one.")
    return ""


def begun_edition(archive: BulletinPage) -> EditionPage | None:
    """The monthly edition that is being written."""
    drafts = EditionPage.objects.child_of(archive).filter(
        edition_kind=EditionPage.Kind.MONTHLY, origin=EditionPage.Origin.HERE, live=False
    )
    return drafts.exclude(sendings__state=Sending.State.SENT).order_by("-month", "-pk").first()


def next_month(archive: BulletinPage, today: date) -> date:
    """The first day of this month, or of the first one after the newest monthly edition."""
    editions = EditionPage.objects.child_of(archive)
    monthly = editions.filter(edition_kind=EditionPage.Kind.MONTHLY).order_by("-month")
    newest = monthly.values_list("month", flat=True).first()
    month = max(today.replace(day=1), _following(newest)) if newest else today.replace(day=1)
    taken = set(editions.values_list("slug", flat=True))
    while f"{month:%Y-%m}" in taken:
        month = _following(month)
    return month


def _following(month: date) -> date:
    return (month.replace(day=1) + timedelta(days=32)).replace(day=1)


def _locked(archive: BulletinPage | None) -> BulletinPage:
    archives = BulletinPage.objects.select_for_update(of=("self",)).order_by("path")
    found = archives.filter(pk=archive.pk).first() if archive else archives.first()
    if found is None:
        raise NoArchive
    return found


def _fill(edition: EditionPage, proposal: Proposal) -> None:
    sections = edition.sections.get_prep_value()
    add_to(sections, proposal.taken)
    edition.sections = edition.sections.stream_block.to_python(sections)
    # A page that was open for long may name a moment before the last look.
    edition.looked_until = max(proposal.until, proposal.after)


def _keep(
    edition: EditionPage, by: AbstractUser | None, proposal: Proposal, chosen: Collection[str] | None
) -> None:
    """As a revision by whoever pressed the button, with what was added and left out in the log."""
    keys = {news.key for news in proposal.taken} if chosen is None else set(chosen)
    revision = edition.save_revision(user=by, clean=False)
    data = {
        "added": sum(news.key in keys for news in proposal.news),
        "left_out": [news.title for news in proposal.news if news.key not in keys],
        "until": proposal.until.isoformat(),
    }
    log(instance=edition, action=LOOKED, user=by, revision=revision, content_changed=True, data=data)
