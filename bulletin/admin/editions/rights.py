"""Who sees what of editions and sendings in the admin."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import page_permission_policy

from bulletin.models import BulletinPage, Delivery, EditionPage

QUEUE = "bulletin.queue_sending"
VIEW = "bulletin.view_sending"
RELEASE = "bulletin.release_sending"
ADDRESSES = "bulletin.export_subscriber"
WRITES = {"add_page", "change_page"}


def may_see_editions(user: AbstractUser) -> bool:
    """Whoever writes where editions stand, or sends or reads about sendings.

    Every menu asks this, so no page is read for it.
    """
    if not user.is_active:
        return False
    if user.has_perm(QUEUE) or user.has_perm(VIEW):
        return True
    above_editions = {Page, *BulletinPage.allowed_parent_page_models(), BulletinPage, EditionPage}
    return any(
        granted.permission.codename in WRITES and granted.page.specific_class in above_editions
        for granted in page_permission_policy.get_cached_permissions_for_user(user)
    )


def editions_seen_by(user: AbstractUser) -> QuerySet[EditionPage]:
    """All of them for those who send; their own, and those of their archives, for those who write."""
    editions = EditionPage.objects.all()
    if user.has_perm(QUEUE) or user.has_perm(VIEW):
        return editions
    edited = page_permission_policy.instances_user_has_permission_for(user, "change")
    return editions.filter(pk__in=edited.values("pk"))


def may_see(user: AbstractUser, edition: EditionPage) -> bool:
    """Where this edition stands: its writers, and those who send."""
    if not user.is_active:
        return False
    return user.has_perm(QUEUE) or user.has_perm(VIEW) or edition.permissions_for_user(user).can_edit()


class ReportPolicy(ModelPermissionPolicy):
    """Deliveries are seen by those who may see sendings; nobody writes them by hand."""

    def user_has_permission(self, user: AbstractUser, action: str) -> bool:
        return action == "view" and user.is_active and user.has_perm(VIEW)

    def user_has_any_permission(self, user: AbstractUser, actions: list[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


report_policy = ReportPolicy(Delivery)


def shortened(address: str) -> str:
    """Enough to recognise an address that one knows already: `m…@e…`; "" for one that was erased."""
    name, at, domain = address.partition("@")
    return f"{name[:1]}…{at}{domain[:1]}…" if address else ""


def sees_addresses(user: AbstractUser) -> bool:
    return user.has_perm(ADDRESSES)
