"""What may be done with the pages of a council, and by whom.

Wagtail's rights hang on subtrees: whoever may publish contacts could as well unpublish the page that holds
them. Here the fixed pages of a council belong to those whose rights come from above the council.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.models import AbstractUser
from django.utils.functional import cached_property
from wagtail.models import Page, PagePermissionTester

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from la_directory.models import CouncilPage


class CouncilPermissions(PagePermissionTester):
    """The rights of one person on one page of a council, `levels` below the council's own page."""

    def __init__(self, user: AbstractUser | AnonymousUser, page: Page, levels: int) -> None:
        super().__init__(user, page)
        self.levels = levels

    @cached_property
    def from_above(self) -> set[str]:
        """The rights that come from a page above the council, such as those of SG's groups on all pages."""
        above = (self.page.depth - self.levels - 1) * Page.steplen
        return {
            right.permission.codename.rsplit("_", maxsplit=1)[0]
            for right in self.permission_policy.get_cached_permissions_for_user(self.user)
            if len(right.page.path) <= above and self.page.path.startswith(right.page.path)
        }

    @property
    def may_run_the_council(self) -> bool:
        """To make, take down, move, copy or hide pages, as those may who publish above the council."""
        return self.user.is_active and (self.user.is_superuser or "publish" in self.from_above)

    @property
    def works_above(self) -> bool:
        return self.user.is_active and (self.user.is_superuser or "add" in self.from_above)

    def can_move(self) -> bool:
        return self.may_run_the_council and super().can_move()

    def can_copy(self) -> bool:
        """A copy is made under a name of one's own choice, which may be that of a draft elsewhere."""
        return self.works_above and super().can_copy()

    def can_set_view_restrictions(self) -> bool:
        return self.may_run_the_council and super().can_set_view_restrictions()

    def can_reorder_children(self) -> bool:
        """Editors of a council give contacts and services an order by a field of theirs."""
        return self.may_run_the_council and super().can_reorder_children()


class FixedPagePermissions(CouncilPermissions):
    """The council's own page and those that hold its contacts, services and case studies."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return self.may_run_the_council and super().can_delete(ignore_bulk)

    def can_unpublish(self) -> bool:
        return self.may_run_the_council and super().can_unpublish()

    def can_publish(self) -> bool:
        return self.may_run_the_council and super().can_publish()

    def can_add_subpage(self) -> bool:
        """The council's own page has had its parts since it was made."""
        return (self.levels > 0 or self.works_above) and super().can_add_subpage()


class RecordPermissions(CouncilPermissions):
    """A contact, a service or a case study."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """What readers have seen keeps its history: its council takes it down, and deletes only drafts."""
        has_been_live = self.page.live or self.page.first_published_at is not None
        if has_been_live and not self.may_run_the_council:
            return False
        return super().can_delete(ignore_bulk)


def rights_on_council(council: CouncilPage, user: AbstractUser) -> FixedPagePermissions:
    return FixedPagePermissions(user, council, levels=0)


def rights_on_part(part: Page, user: AbstractUser) -> FixedPagePermissions:
    return FixedPagePermissions(user, part, levels=1)


def rights_on_record(record: Page, user: AbstractUser) -> RecordPermissions:
    return RecordPermissions(user, record, levels=2)
