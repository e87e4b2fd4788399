"""A second door to the admin for editors of a council, whatever the view behind it asks or forgets to ask.

Nearly all security releases of Wagtail mend a view that did not ask for the right on its object. So these
people reach the addresses they need and no others, and only with objects of their own in the address.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import ResolverMatch
from wagtail.admin.auth import permission_denied
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from cms.pages.admin_titles import call_pages_as_readers_do, usual_titles
from la_directory.teams.admin_addresses import (
    ON_A_FILE,
    ON_A_PAGE,
    ON_A_SOURCE,
    ON_A_TRANSLATION,
    ON_THE_WAY,
    OPEN,
)
from la_directory.teams.choosing import files_in_reach, own_paths
from la_directory.teams.membership import keeps_only_a_council

ADMIN = "admin/"
NOT_FOUND = ("admin/^.*/$", "admin/test404/")  # addresses without a name, which show that nothing is there
BULK = "wagtail_bulk_action"
PAGE_KEYS = ("page_id", "parent_page_id", "pk")  # the last in a comparison of versions, from Wagtail 8 on
TRANSLATION_KEYS = ("translation_id",)
SOURCE_KEYS = ("translation_source_id",)
FILE_KEYS = ("image_id", "document_id", "doc_id", "pk")


class CouncilGateMiddleware:
    """Stands after sign-in and messages; asks nothing of requests outside the admin."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with usual_titles():
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        match = request.resolver_match
        if not match.route.startswith(ADMIN) or match.route in NOT_FOUND:
            return None
        if not keeps_only_a_council(request.user):
            return None
        call_pages_as_readers_do()
        return None if self.is_open(request, match) else permission_denied(request)

    def is_open(self, request: HttpRequest, match: ResolverMatch) -> bool:
        name = match.view_name
        if name in ON_A_PAGE:
            return _page_is_own(request, _key(match, PAGE_KEYS))
        if name in ON_A_TRANSLATION:
            return _translation_is_own(request, _key(match, TRANSLATION_KEYS))
        if name in ON_A_SOURCE:
            return _source_is_own(request, _key(match, SOURCE_KEYS))
        if name in ON_THE_WAY:
            return _page_is_own(request, _key(match, PAGE_KEYS), or_above=True)
        if name in ON_A_FILE:
            model = get_image_model() if name.startswith("wagtailimages") else get_document_model()
            return _file_is_in_reach(request, model, _key(match, FILE_KEYS))
        if name == BULK:
            return _files_are_in_reach(request, match)
        return name in OPEN


def _key(match: ResolverMatch, names: tuple[str, ...]) -> int:
    """The number of the object in the address; Wagtail 7's comparison of versions gives it no name."""
    given = next((match.kwargs[name] for name in names if name in match.kwargs), None)
    text = str(match.args[0] if given is None and match.args else given)
    return int(text) if text.isdecimal() else 0


def _page_is_own(request: HttpRequest, key: int, or_above: bool = False) -> bool:
    path = Page.objects.filter(pk=key).values_list("path", flat=True).first()
    if path is None:
        return False
    own = own_paths(request.user)
    return path.startswith(tuple(own)) or (or_above and any(each.startswith(path) for each in own))


def _translation_is_own(request: HttpRequest, key: int) -> bool:
    """What stands in the address is the translation; what it shows and changes are two pages."""
    found = Translation.objects.filter(pk=key).values("source", "source__object_id", "target_locale").first()
    if found is None or not _source_is_own(request, found["source"]):
        return False
    return _all_are_own(request, found["source__object_id"], found["target_locale"])


def _source_is_own(request: HttpRequest, key: int) -> bool:
    found = TranslationSource.objects.filter(pk=key).values("object_id", "locale").first()
    return found is not None and _all_are_own(request, found["object_id"], found["locale"])


def _all_are_own(request: HttpRequest, translation_key: UUID, locale: int) -> bool:
    paths = Page.objects.filter(translation_key=translation_key, locale=locale).values_list("path", flat=True)
    own = tuple(own_paths(request.user))
    return bool(paths) and all(path.startswith(own) for path in paths)


def _files_are_in_reach(request: HttpRequest, match: ResolverMatch) -> bool:
    """Wagtail names all that is asked for, also what may not be changed. Pages are changed one by one."""
    models_of_files = {model._meta.label_lower: model for model in (get_image_model(), get_document_model())}
    model = models_of_files.get(f"{match.kwargs['app_label']}.{match.kwargs['model_name']}".lower())
    keys = {key for key in request.GET.getlist("id") if key != "all"}  # of all, Wagtail takes those in reach
    if model is None or not all(key.isdecimal() for key in keys):
        return False
    return files_in_reach(model, request.user).filter(pk__in=keys).count() == len(keys)


def _file_is_in_reach(request: HttpRequest, model: type[models.Model], key: int) -> bool:
    return files_in_reach(model, request.user).filter(pk=key).exists()
