"""The addresses of the feed. It is read by programs, so a wrong request gets a short answer in JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from la_directory.open_referral import records
from la_directory.open_referral.found import public_councils, public_services

PROFILE = "https://docs.openreferraluk.org/en/latest/"
AT_MOST = 100  # records on a page
USUAL = 50


class PageForm(forms.Form):
    """Which part of a list is wanted."""

    page = forms.IntegerField(required=False, min_value=1, max_value=100_000)
    per_page = forms.IntegerField(required=False, min_value=1, max_value=AT_MOST)
    modified_after = forms.DateTimeField(required=False)
    taxonomy_term_id = forms.UUIDField(required=False)


def _problems(form: PageForm) -> JsonResponse:
    return JsonResponse({"errors": {name: list(words) for name, words in form.errors.items()}}, status=400)


def _listing(form: PageForm, found: Any, write: Callable[[list[Any]], list[Any]]) -> JsonResponse:
    """One page of a list as the profile wraps it."""
    paginator = Paginator(found, form.cleaned_data["per_page"] or USUAL)
    page = paginator.get_page(form.cleaned_data["page"] or 1)
    return JsonResponse(
        {
            "total_items": paginator.count,
            "total_pages": paginator.num_pages,
            "page_number": page.number,
            "size": len(page.object_list),
            "first_page": not page.has_previous(),
            "last_page": not page.has_next(),
            "empty": paginator.count == 0,
            "contents": write(list(page.object_list)),
        }
    )


@require_safe
def about(request: HttpRequest) -> JsonResponse:
    """What the feed is, and where its lists are."""
    address = settings.SITE_URL + reverse("open_referral:about")
    return JsonResponse(
        {
            "version": "HSDS-UK-3.0",
            "profile": PROFILE,
            "openapi_url": f"{PROFILE}openapi",
            "licence": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
            "services": f"{address}services",
            "organizations": f"{address}organizations",
            "taxonomies": f"{address}taxonomies",
            "taxonomy_terms": f"{address}taxonomy_terms",
        }
    )


@require_safe
def services(request: HttpRequest) -> JsonResponse:
    """Every public service, a page at a time."""
    form = PageForm(request.GET)
    if not form.is_valid():
        return _problems(form)
    found = public_services()
    if since := form.cleaned_data["modified_after"]:
        found = found.filter(modified_at__gt=since)
    if term := form.cleaned_data["taxonomy_term_id"]:
        about = Q(kind__translation_key=term) | Q(client_groups__translation_key=term)
        found = found.filter(about).distinct()
    return _listing(form, found, lambda pages: records.services(pages, whole=False))


@require_safe
def service(request: HttpRequest, identifier: UUID) -> JsonResponse:
    """One service with all that belongs to it."""
    written = records.services(public_services().filter(translation_key=identifier)[:1], whole=True)
    return JsonResponse(written[0]) if written else _nothing()


@require_safe
def organizations(request: HttpRequest) -> JsonResponse:
    """The councils."""
    form = PageForm(request.GET)
    if not form.is_valid():
        return _problems(form)
    return _listing(form, public_councils(), lambda pages: [records.organization(page) for page in pages])


@require_safe
def taxonomies(request: HttpRequest) -> JsonResponse:
    """The vocabularies that services are sorted by."""
    form = PageForm(request.GET)
    if not form.is_valid():
        return _problems(form)
    return _listing(
        form, list(records.TAXONOMIES), lambda models: [records.taxonomy(model) for model in models]
    )


@require_safe
def taxonomy_terms(request: HttpRequest) -> JsonResponse:
    """The words of these vocabularies."""
    form = PageForm(request.GET)
    if not form.is_valid():
        return _problems(form)
    locale = Locale.get_default()
    terms = [term for model in records.TAXONOMIES for term in model.objects.filter(locale=locale)]
    return _listing(form, terms, lambda found: [records.taxonomy_term(term) for term in found])


def _nothing() -> JsonResponse:
    return JsonResponse({"errors": {"id": ["There is no such record."]}}, status=404)
