"""Who may translate what, and who may publish the translation."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from wagtail.models import DraftStateMixin, Page
from wagtail.permissions import page_permission_policy
from wagtail.snippets.permissions import get_permission_name

SUBMIT = "wagtail_localize.submit_translation"


def is_translated_here(record: models.Model) -> bool:
    """A type that stays in English says so with `may_be_translated = False`."""
    return getattr(record, "may_be_translated", True)


def may_edit(user: AbstractUser, record: models.Model) -> bool:
    if isinstance(record, Page):
        return record.permissions_for_user(user).can_edit()
    return user.has_perm(get_permission_name("change", type(record)))


def may_publish(user: AbstractUser, record: models.Model) -> bool:
    """What has no drafts is published with every change."""
    if isinstance(record, Page):
        return record.permissions_for_user(user).can_publish()
    verb = "publish" if isinstance(record, DraftStateMixin) else "change"
    return user.has_perm(get_permission_name(verb, type(record)))


def may_translate(user: AbstractUser, record: models.Model) -> bool:
    return user.has_perm(SUBMIT) and is_translated_here(record) and may_edit(user, record)


def looks_after_all_pages(user: AbstractUser) -> bool:
    """Whether their rights hold for the whole tree, and not only for a part such as a council."""
    if user.is_superuser:
        return True
    rights = page_permission_policy.get_cached_permissions_for_user(user)
    return any(len(right.page.path) == Page.steplen for right in rights)
