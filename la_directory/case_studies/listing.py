"""The lists of case studies: of one council, and of all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.images.models import ResponsiveImage

from cms.blocks.pictures import card_picture
from cms.blocks.targets import gathered
from cms.languages.original import first_locale_id, in_language, source_of
from cms.page_cache.generation import kept
from la_directory.case_studies.filters import CaseStudyFilterForm, Choices, choices_of
from la_directory.in_its_language import Words, link_words, words_of
from resources.listing import ListPaginator

if TYPE_CHECKING:
    from la_directory.models import CaseStudyPage, CouncilPage
    from la_directory.models.case_study import CaseStudyList

PER_PAGE = 20


@dataclass(frozen=True)
class ListedCaseStudy:
    """A case study as lists show it; the picture decorates."""

    title: Words
    url: str
    summary: Words
    facts: list[tuple[str, Any]]
    picture: ResponsiveImage | str


def list_context(page: CaseStudyList, request: HttpRequest) -> dict[str, Any]:
    """What the template of a list needs. Costs the same however long the list is."""
    choices = choices_of(page)
    form = CaseStudyFilterForm(request.GET, choices, has_councils=page.council is None)
    found = ListPaginator(form.narrow(page.case_studies.for_listing()), PER_PAGE)
    shown = found.get_page(request.GET.get("page"))
    context = {
        "filter_form": form,
        "page_obj": shown,
        "case_studies": listed(
            in_language(shown, page.locale_id), choices, names_council=page.council is None, request=request
        ),
        "all_link": all_case_studies_link(page.locale_id) if page.council else None,
    }
    if shown.number > 1 and not form.is_used:
        context["canonical"] = f"{page.get_full_url(request)}?page={shown.number}"
    return context


def listed(
    case_studies: Iterable[CaseStudyPage], choices: Choices, names_council: bool, request: HttpRequest
) -> list[ListedCaseStudy]:
    """With the pictures of all of them fetched at once."""
    records = list(case_studies)
    with gathered(*(record.picture for record in records), request=request):
        return [
            ListedCaseStudy(
                link_words(words_of(record.title, record), record),
                record.get_url(request) or "",
                words_of(record.summary, record),
                _facts(record, choices if names_council else None),
                next((card_picture(block.value["image"]) for block in record.picture), ""),
            )
            for record in records
        ]


def _facts(record: CaseStudyPage, choices: Choices | None) -> list[tuple[str, Any]]:
    council = choices.council_of(record) if choices else None
    return [
        (_("Council"), council.words if council else ""),
        (_("Theme"), record.theme or ""),
        (_("For"), ", ".join(str(audience) for audience in record.audiences.all())),
        (_("Published"), record.listing_date),
    ]


def all_case_studies_link(locale_id: int) -> tuple[Words, str] | None:
    """Words and address of the list of all councils; None where there is no such page."""
    from la_directory.models import CaseStudiesPage

    def ask() -> CaseStudiesPage | None:
        pages = CaseStudiesPage.objects.live().public().filter(locale_id=first_locale_id())
        return next(iter(in_language(pages[:1], locale_id)), None)

    page = kept(("list of all case studies", locale_id), ask)
    return (link_words(_("Case studies of all councils"), page), page.url or "") if page else None


def own_list_link(council: CouncilPage) -> tuple[Words, str] | None:
    """The same for the list of a council; None where readers may not go there."""
    from la_directory.models import CouncilCaseStudiesPage

    def ask() -> CouncilCaseStudiesPage | None:
        lists = CouncilCaseStudiesPage.objects.live().public().child_of(source_of(council))
        return next(iter(in_language(lists[:1], council.locale_id)), None)

    page = kept(("list of case studies", council.pk), ask)
    words = _("All case studies of %(council)s") % {"council": council.title}
    return (link_words(words, page), page.url or "") if page else None
