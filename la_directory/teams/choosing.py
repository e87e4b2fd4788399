"""What a person may point to from a page of theirs: what is public, and what is their own.

Wagtail offers every page to everyone who may choose one, drafts too, and takes any number that a form sends.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, PageQuerySet
from wagtail.permissions import page_permission_policy

from cms.page_cache.restrictions import restricted_paths

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser
    from wagtail.permission_policies.base import BasePermissionPolicy

FILE_VERBS = ["add", "change", "delete", "choose"]


def own_paths(user: AbstractUser) -> set[str]:
    """The tree paths at which a person has a right; the root's where there is no limit."""
    if user.is_superuser:
        return {Page.get_first_root_node().path}
    rights = page_permission_policy.get_cached_permissions_for_user(user)
    return {right.page.path for right in rights}


def has_no_limit(user: AbstractUser) -> bool:
    return any(len(path) == Page.steplen for path in own_paths(user))


def choosable_pages(pages: PageQuerySet, user: AbstractUser) -> PageQuerySet:
    """Of these pages those that everyone may read, and those in the person's own parts of the tree."""
    if has_no_limit(user):
        return pages
    public = Q(live=True)
    for path in restricted_paths():
        public &= ~Q(path__startswith=path)
    own = Q()
    for path in own_paths(user):
        own |= Q(path__startswith=path)
    return pages.filter(public | own if own else public)


def may_choose_page(page: Page, user: AbstractUser) -> bool:
    return choosable_pages(Page.objects.filter(pk=page.pk), user).exists()


def files_in_reach(model: type[models.Model], user: AbstractUser) -> models.QuerySet:
    """Pictures or documents in collections in which a person may do anything at all."""
    return _policy_of(model).instances_user_has_any_permission_for(user, FILE_VERBS)


def _policy_of(model: type[models.Model]) -> BasePermissionPolicy:
    """Wagtail 8 registers policies by model; before, each kind of file has a module with its own."""
    try:
        from wagtail.permissions import policy_registry
    except ImportError:
        from wagtail.documents.permissions import permission_policy as of_documents
        from wagtail.images.permissions import permission_policy as of_images

        return of_images if model is get_image_model() else of_documents
    return policy_registry.get_by_type(model)


def out_of_reach(model: type[models.Model], keys: Iterable[str], user: AbstractUser) -> set[str]:
    """Which of these records a person may not point to. One that does not exist is nobody's secret.

    A number that is written in another way than a chooser does, such as "+5", is out of reach, too.
    """
    keys = {str(key) for key in keys}
    if strange := {key for key in keys if not key.isdecimal()}:
        return strange
    there = model._default_manager.filter(pk__in=keys)
    if issubclass(model, Page):
        allowed = choosable_pages(there, user)
    elif model in (get_image_model(), get_document_model()):
        allowed = files_in_reach(model, user).filter(pk__in=there)
    elif "live" in {field.name for field in model._meta.get_fields()}:
        allowed = there.filter(live=True)
    else:
        return set()
    return _keys(there) - _keys(allowed)


def _keys(records: models.QuerySet) -> set[str]:
    return {str(key) for key in records.order_by().values_list("pk", flat=True)}
