"""What should have been published or taken down by now and still waits.

Either the clock has stopped, or the page cannot be published as it is.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractUser
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, Revision
from wagtail.permissions import page_permission_policy

from cms.pages.waiting import WaitingItem

GRACE = timedelta(minutes=10)


def overdue_pages(user: AbstractUser, now: datetime | None = None) -> list[WaitingItem]:
    """Pages, and shared wording to be published, whose time passed more than ten minutes ago."""
    limit = (now or timezone.now()) - GRACE
    mine = page_permission_policy.instances_user_has_permission_for(user, "change")
    to_publish = Revision.page_revisions.filter(approved_go_live_at__lt=limit)
    late_up = mine.filter(pk__in=[int(pk) for pk in to_publish.values_list("object_id", flat=True)])
    late_down = mine.filter(live=True, expire_at__lt=limit)
    return [
        *(_late(page, _("should be published by now"), page.go_live_at) for page in late_up),
        *(_late(page, _("should be taken down by now"), page.expire_at) for page in late_down),
        *_overdue_wording(user, limit),
    ]


def _overdue_wording(user: AbstractUser, limit: datetime) -> Iterator[WaitingItem]:
    """Snippets to be published; one that the user may not change has no address for them."""
    finder = AdminURLFinder(user)
    for draft in Revision.objects.not_page_revisions().filter(approved_go_live_at__lt=limit):
        if url := finder.get_edit_url(draft.content_object):
            yield WaitingItem(
                draft.object_str, url, _("should be published by now"), draft.approved_go_live_at
            )


def _late(page: Page, kind: str, since: datetime | None) -> WaitingItem:
    return WaitingItem(
        page.get_admin_display_title(), reverse("wagtailadmin_pages:edit", args=[page.pk]), kind, since
    )
