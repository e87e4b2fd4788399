"""Publishing is no way past approval: an edition goes live when its sending starts. What was mailed stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.models import Page, PagePermissionTester, Revision

if TYPE_CHECKING:
    from bulletin.models import EditionPage


def is_published_as_usual(edition: EditionPage) -> bool:
    """An edition that readers have seen is corrected like any page, and one from elsewhere is only kept.

    It is from elsewhere if all its drafts say so: one that was written here needs its approval all the same.
    """
    if edition.first_published_at is not None:
        return True
    return not edition.is_sendable and not _was_written_here(edition)


def _was_written_here(edition: EditionPage) -> bool:
    drafts = Revision.objects.for_instance(edition)
    return drafts.filter(content__origin=edition.Origin.HERE).exists()


class EditionPermissions(PagePermissionTester):
    """The rights of one person on one edition."""

    def can_publish(self) -> bool:
        return is_published_as_usual(self.page) and super().can_publish()

    def can_unpublish(self) -> bool:
        """The first link of every mail leads to it."""
        return super().can_unpublish() and not self.page.sendings.filter(started_at__isnull=False).exists()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """One with a sending, also a cancelled one, is part of the record of who was sent what."""
        return not self.page.sendings.exists() and super().can_delete(ignore_bulk)

    def can_move_to(self, destination: Page) -> bool:
        """What is not deleted is not moved. Wagtail lets administrators past that question."""
        return self.can_move() and super().can_move_to(destination)


class ArchivePermissions(PagePermissionTester):
    """The rights of one person on the archive."""

    def can_publish_subpage(self) -> bool:
        """No edition is published in the moment in which it is made, also not as a copy."""
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Its editions would go with it."""
        from bulletin.models import Sending

        below = Sending.objects.filter(edition__path__startswith=self.page.path)
        return not below.exists() and super().can_delete(ignore_bulk)
