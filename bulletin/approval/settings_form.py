"""Choosing the approver and the deputy, among those who could approve."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm


class ApproversForm(WagtailAdminModelForm):
    """Whoever is in no group of the approval would be named in vain."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("approver", "deputy"):
            people = self.fields[name]
            people.queryset = possible_approvers()
            people.label_from_instance = lambda person: person.get_full_name() or person.get_username()

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        approver, deputy = given.get("approver"), given.get("deputy")
        if deputy and not approver:
            self.add_error("approver", _("Choose an approver, or no deputy either."))
        elif deputy and deputy == approver:
            self.add_error("deputy", _("Choose somebody else than the approver."))
        return given


def possible_approvers() -> QuerySet[AbstractUser]:
    """Administrators, and everybody in a group that approves editions."""
    from bulletin.models import EditionApprovalTask

    groups = Group.objects.filter(completedraftapprovaltask__in=EditionApprovalTask.objects.values("pk"))
    people = get_user_model().objects.filter(is_active=True)
    chosen = people.filter(Q(is_superuser=True) | Q(groups__in=groups)).distinct()
    return chosen.order_by("last_name", "first_name", "username")
