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
from cms.page_cache.generation import kept
from la_directory.case_studies.filters import CaseStudyFilterForm, Choices, choices_of
from resources.listing import ListPaginator

if TYPE_CHECKING:
    from la_directory.models import CaseStudyPage
    from la_directory.models.case_study import CaseStudyList

PER_PAGE = 20


@dataclass(frozen=True)
class ListedCaseStudy:
    """A case study as lists show it; the picture decorates."""

    title: str
    url: str
    summary: str
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
        "case_studies": listed(shown, choices, names_council=page.council is None, request=request),
        "all_url": all_case_studies_url(page.locale_id) if page.council else "",
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
                record.title,
                record.get_url(request) or "",
                record.summary,
                _facts(record, choices if names_council else None),
                next((card_picture(block.value["image"]) for block in record.picture), ""),
            )
            for record in records
        ]


def _facts(record: CaseStudyPage, choices: Choices | None) -> list[tuple[str, Any]]:
    council = choices.council_of(record) if choices else None
    return [
        (_("Council"), council.name if council else ""),
        (_("Theme"), record.theme.name if record.theme else ""),
        (_("For"), ", ".join(audience.name for audience in record.audiences.all())),
        (_("Published"), record.listing_date),
    ]


def all_case_studies_url(locale_id: int) -> str:
    """Where the case studies of all councils stand; "" where there is no such page."""
    from la_directory.models import CaseStudiesPage

    return _url_of(CaseStudiesPage, locale_id=locale_id)


def own_list_url(case_study: CaseStudyPage) -> str:
    """Where the case studies of its council stand; "" where readers may not go there."""
    from la_directory.models import CouncilCaseStudiesPage

    return _url_of(CouncilCaseStudiesPage, path=case_study.path[: -case_study.steplen])


def _url_of(model: type[CaseStudyList], **place: Any) -> str:
    def found() -> str:
        page = model.objects.live().public().filter(**place).first()
        return page.url or "" if page else ""

    return kept(("address of a list of case studies", *place.items()), found)
