"""The pages that are to be read again soon, of every type."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.contrib.auth.models import AbstractUser
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import get_page_models
from wagtail.permissions import page_permission_policy

from cms.pages.waiting import WaitingItem

if TYPE_CHECKING:
    from cms.pages.models import SitePage

SOON = timedelta(days=14)


def pages_with_review(until: date | None = None) -> list[SitePage]:
    """Live pages with a review date up to `until`, the most urgent first."""
    from cms.pages.models import SitePage

    found: list[SitePage] = []
    for model in get_page_models():
        if issubclass(model, SitePage):
            pages = model._default_manager.live().filter(review_on__isnull=False)
            if until is not None:
                pages = pages.filter(review_on__lte=until)
            found += pages.select_related("responsible")
    return sorted(found, key=lambda page: (page.review_on, page.pk))


def reviews_due(user: AbstractUser, today: date | None = None) -> list[WaitingItem]:
    """What this person has to read again in a fortnight; what is nobody’s waits for publishers."""
    today = today or timezone.localdate()
    publishable = page_permission_policy.instances_user_has_permission_for(user, "publish")
    nobodys = set(publishable.values_list("pk", flat=True))
    return [
        WaitingItem(
            page.get_admin_display_title(),
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            _("to review by %(date)s") % {"date": date_format(page.review_on, "j F Y")},
        )
        for page in pages_with_review(today + SOON)
        if page.responsible_id == user.pk or (page.responsible_id is None and page.pk in nobodys)
    ]
