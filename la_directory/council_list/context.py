"""What the template of the directory's page needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from cms.languages.original import source_of
from cms.page_cache.generation import kept
from la_directory.case_studies.listing import all_case_studies_link
from la_directory.council_list.entries import CouncilEntry, entries_of
from la_directory.council_list.filters import CouncilFilterForm
from la_directory.freshness.overview import freshness_of
from la_directory.models import CouncilPage

if TYPE_CHECKING:
    from la_directory.models import DirectoryPage


def list_context(page: DirectoryPage, request: HttpRequest) -> dict[str, Any]:
    """Councils by letter. What is stale is worked out for editors alone."""
    every = entries_of(page)
    form = CouncilFilterForm(request.GET, every)
    found = form.narrowed(every)
    due = _due(found) if _is_editor(request) else {}
    letters = [
        (letter, [_shown(entry, form, due) for entry in entries])
        for letter, entries in groupby(found, key=lambda entry: entry.letter)
    ]
    present = {letter for letter, _entries in letters}
    return {
        "find_url": page.find_url,
        "filter_form": form,
        "letters": letters,
        "alphabet": [(letter, letter in present) for letter in ascii_uppercase],
        "number": len(found),
        "number_of_all": len(every),
        "is_editor": _is_editor(request),
        "further_links": _further_links(page),
        "open_data": _open_data(page),
    }


def _shown(entry: CouncilEntry, form: CouncilFilterForm, due: Mapping[int, int]) -> dict[str, Any]:
    """The services are named that the words were found in, where the council's names do not hold them."""
    words = form.words_sought
    by_services = words and not entry.is_named(words)
    return {
        "title": entry.title,
        "lang": entry.lang,
        "mark": entry.mark,
        "url": entry.url,
        "region": entry.region or "",
        "kinds": entry.kinds,
        "services": [(each.title, each.anchor) for each in entry.services_with(words)] if by_services else [],
        "due": due.get(entry.pk),
    }


def _is_editor(request: HttpRequest) -> bool:
    """Answers to people who are signed in are kept by no cache, so they may differ."""
    user = getattr(request, "user", None)
    return bool(user and user.is_authenticated and user.has_perm("wagtailadmin.access_admin"))


def _due(entries: Sequence[CouncilEntry]) -> dict[int, int]:
    """How many contacts and services of each council have no check that holds; 0 where all have one."""
    freshness = freshness_of(CouncilPage.objects.filter(pk__in=[entry.pk for entry in entries]))
    return {key: sum(not each.stamp.is_fresh for each in found.entries) for key, found in freshness.items()}


def _further_links(page: DirectoryPage) -> list[tuple[Any, str]]:
    case_studies = all_case_studies_link(page.locale_id)
    return [
        (_("Partnerships Leads of all councils"), page.url + page.reverse_subpage("partnership_leads")),
        *([case_studies] if case_studies else []),
    ]


def _open_data(page: DirectoryPage) -> list[tuple[str, str, str, str]]:
    """Words, address, type and, where it is not that of the page, the language: the files are in English."""
    source = kept(("open data of a directory", page.pk), lambda: source_of(page))
    language = _("English") if source.pk != page.pk else ""
    files = (
        (_("Councils, contacts and services, as a spreadsheet"), "csv"),
        (_("The same for programmers"), "json"),
    )
    return [(words, source.file_url("export", kind), kind, language) for words, kind in files]
