"""Publishing is no way past approval: an edition goes live when its sending starts. What was mailed stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet
from wagtail.models import Page, PagePermissionTester, Revision

if TYPE_CHECKING:
    from bulletin.models import EditionPage, Sending


def is_published_as_usual(edition: EditionPage) -> bool:
    """An edition that readers have seen is corrected like any page, and one from elsewhere is only kept.

    It is from elsewhere if its newest draft says so and it was never queued: once public, nobody mails it.
    """
    if edition.first_published_at is not None:
        return True
    newest = Revision.objects.filter(pk=edition.latest_revision_id)
    origin = newest.values_list("content__origin", flat=True).first() or edition.origin
    return origin == edition.Origin.ELSEWHERE and not edition.sendings.exists()


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

    def can_unpublish(self) -> bool:
        """Every link of every mail leads below it."""
        return super().can_unpublish() and not self._sendings().filter(started_at__isnull=False).exists()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Its editions would go with it."""
        return not self._sendings().exists() and super().can_delete(ignore_bulk)

    def can_move_to(self, destination: Page) -> bool:
        """As for an edition."""
        return self.can_move() and super().can_move_to(destination)

    def _sendings(self) -> QuerySet[Sending]:
        from bulletin.models import Sending

        return Sending.objects.filter(edition__path__startswith=self.page.path)
