"""What the people of councils did to contacts by themselves, read from the log and the revisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from itertools import groupby

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Page, PageLogEntry, Revision

from cms.pages.approval.differences import differences, in_one_line
from la_directory.models import ContactPage, ToldChange
from la_directory.record_facts import facts
from la_directory.teams.government import MANAGE
from la_directory.teams.membership import team_of

PUBLISHED = ("wagtail.publish", "wagtail.publish.scheduled")
TAKEN_DOWN = ("wagtail.unpublish", "wagtail.unpublish.scheduled", "wagtail.delete")
BACKEND = "django.contrib.auth.backends.ModelBackend"
LOOKS_BACK = timedelta(days=31)
BY_THE_CLOCK = ("wagtail.publish.scheduled", "wagtail.unpublish.scheduled")


class Kind(Enum):
    ADDED = "added"
    CHANGED = "changed"
    TAKEN_DOWN = "taken down"


@dataclass(frozen=True)
class Change:
    """All that was done to one contact since SG was told last: from the first of the entries to the last."""

    entries: list[PageLogEntry]

    @property
    def last(self) -> PageLogEntry:
        return self.entries[-1]

    @cached_property
    def contact(self) -> ContactPage | None:
        """None when it has been deleted."""
        return ContactPage.objects.filter(pk=self.last.page_id).first()

    @cached_property
    def people(self) -> list[AbstractUser]:
        """Those who did it and still have an account."""
        return list(dict.fromkeys(person for entry in self.entries if (person := _person(entry))))

    @property
    def by(self) -> str:
        return ", ".join(person.get_full_name() or person.get_username() for person in self.people)

    @property
    def council(self) -> str:
        if self.contact:
            return self.contact.council.official_name
        teams = filter(None, map(team_of, self.people))
        return next((team.council.official_name for team in teams), "")

    @cached_property
    def before(self) -> PageLogEntry | None:
        """How the contact stood before: the entry by which it had last gone live or off the site."""
        entries = of_contacts().filter(page_id=self.last.page_id, pk__lt=self.entries[0].pk)
        return entries.order_by("pk").last()

    @property
    def kind(self) -> Kind | None:
        """None when readers saw neither a contact before nor one after."""
        was_live = self.before is not None and self.before.action in PUBLISHED
        if self.last.action in PUBLISHED:
            return Kind.CHANGED if was_live else Kind.ADDED
        return Kind.TAKEN_DOWN if was_live else None

    @cached_property
    def lines(self) -> list[str]:
        """What is new in words; empty where nothing that readers see has changed, and where it is gone."""
        new = _content(self.last)
        if new is None or self.kind is Kind.TAKEN_DOWN:
            return []
        old = _content(self.before) if self.kind is Kind.CHANGED else None
        if old is None:
            return [f"{label}: {words}" for label, words in facts(new)]
        return [in_one_line(difference) for difference in differences(old, new)]

    @property
    def is_worth_telling(self) -> bool:
        return self.kind in (Kind.ADDED, Kind.TAKEN_DOWN) or bool(self.lines)


def of_contacts() -> QuerySet[PageLogEntry]:
    """The entries by which contacts went live or off the site."""
    kind = ContentType.objects.get_for_model(ContactPage)
    # Some of Wagtail's views log a page without its type.
    is_contact = Q(content_type=kind) | Q(page__in=ContactPage.objects.values("pk"))
    return PageLogEntry.objects.filter(is_contact, action__in=PUBLISHED + TAKEN_DOWN)


def untold() -> list[PageLogEntry]:
    """What councils’ people did that SG was not told of, in the order in which it happened.

    What nobody did by hand, as commands do, is told to nobody; what was planned for an hour is its planner’s.
    What is older than a month is no news, whatever has become of the accounts since.
    """
    told = ToldChange.objects.filter(entry=OuterRef("pk"))
    recent = timezone.now() - LOOKS_BACK
    entries = of_contacts().filter(~Exists(told), timestamp__gte=recent).order_by("pk")
    entries = entries.filter(Q(user__isnull=False) | Q(action__in=BY_THE_CLOCK))
    own = _government()
    return [entry for entry in entries if (number := _number_of_person(entry)) and number not in own]


def changes_in(entries: Iterable[PageLogEntry]) -> list[Change]:
    """One for each contact."""
    by_contact = sorted(entries, key=lambda entry: (entry.page_id, entry.pk))
    return [Change(list(group)) for _page, group in groupby(by_contact, key=lambda entry: entry.page_id)]


def _government() -> set[int]:
    """The accounts of SG's people, also of those who have just left."""
    people = get_user_model().objects.with_perm(MANAGE, is_active=None, backend=BACKEND)
    return set(people.values_list("pk", flat=True))


def _number_of_person(entry: PageLogEntry) -> int | None:
    """The account behind an entry, whether or not it is still there."""
    if entry.user_id:
        return entry.user_id
    planned = Revision.objects.filter(pk=entry.revision_id).first()
    if planned is None:  # taking down by the clock names no draft: it is the last that was published
        page = Page.objects.filter(pk=entry.page_id).select_related("latest_revision").first()
        planned = page.latest_revision if page else None
    return planned.user_id if planned else None


def _person(entry: PageLogEntry) -> AbstractUser | None:
    return get_user_model().objects.filter(pk=_number_of_person(entry)).first()


def _content(entry: PageLogEntry | None) -> ContactPage | None:
    """What went live; None when the revision is no longer kept."""
    revision = entry and Revision.objects.filter(pk=entry.revision_id).first()
    return revision.as_object() if revision else None
