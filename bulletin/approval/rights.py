"""Publishing is no way past approval: an edition goes live when its sending starts. What was mailed stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.models import PagePermissionTester

if TYPE_CHECKING:
    from bulletin.models import EditionPage


def is_published_as_usual(edition: EditionPage) -> bool:
    """An edition that readers have seen is corrected like any page, and one from elsewhere is only kept."""
    return not edition.is_sendable or edition.first_published_at is not None


class EditionPermissions(PagePermissionTester):
    """The rights of one person on one edition."""

    def can_publish(self) -> bool:
        return is_published_as_usual(self.page) and super().can_publish()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """One with a sending, also a cancelled one, is part of the record of who was sent what."""
        return not self.page.sendings.exists() and super().can_delete(ignore_bulk)


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
