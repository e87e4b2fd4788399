"""What the template of a council's page needs. Costs the same however much a council has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.html import conditional_escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.blocks.addresses import safe_address
from cms.blocks.contents import Heading, headings
from cms.blocks.pictures import card_picture
from cms.blocks.targets import gathered
from cms.blocks.text import LinkedText
from cms.page_cache.generation import kept
from cms.pages.navigation import breadcrumbs
from la_directory.council_page.contact_parts import contact_parts
from la_directory.council_page.service_groups import ServiceGroup, service_groups
from la_directory.council_page.shown import ShownContact, ShownService
from la_directory.freshness.stamp import stamps_of
from la_directory.models import (
    CaseStudyPage,
    ContactPage,
    CouncilCaseStudiesPage,
    LocalServicePage,
)
from la_directory.models.place_on_council_page import CouncilRecord, RecordQuerySet

if TYPE_CHECKING:
    from la_directory.models import CouncilPage
    from la_directory.models.place_on_council_page import PlaceOnCouncilPage

CASE_STUDIES = 3
BODY = "more"  # begins the ids of the body's headings: an editor may write a heading “Services”, too
R = TypeVar("R", bound=CouncilRecord)


def council_context(
    page: CouncilPage, request: HttpRequest, draft: PlaceOnCouncilPage | None = None
) -> dict[str, Any]:
    """Everything is as readers see it now, but for the `draft` that is being previewed."""
    contacts = _records(ContactPage.objects, page, draft)
    services = _records(LocalServicePage.objects.with_terms(), page, draft)
    stamps = stamps_of([*contacts, *services])
    if draft:
        stamps = {key: stamp for key, stamp in stamps.items() if key != draft.translation_key}
    parts = contact_parts([ShownContact(one, stamps.get(one.translation_key)) for one in contacts])
    groups = service_groups(ShownService(one, stamps.get(one.translation_key)) for one in services)
    studies = _case_studies(page, request)
    with gathered(page.documents, page.delivery_plan, page.introduction, request=request):
        own_words = _own_words(page)
    context = own_words | {
        "crumbs": [*_way_here(page), (page.title, "")],
        "is_gaelic": page.official_name == page.gaelic_name,
        "website": _link(page.website),
        "people": parts[0],
        "other_parts": parts[1:],
        "service_groups": groups,
        "case_studies": studies,
        "case_studies_url": _case_studies_url(page) if studies else "",
        "body_prefix": BODY,
        "draft": draft,
    }
    other_parts = [Heading(part.heading, 2, part.anchor) for part in parts[1:]]
    return context | {"contents": [*other_parts, *_contents(page, groups, context)]}


def _records(records: RecordQuerySet[R], page: CouncilPage, draft: PlaceOnCouncilPage | None) -> list[R]:
    """The live ones of a council, with the draft in the place of its live version or as a new one."""
    found = list(records.live().public().of_council(page))
    if isinstance(draft, records.model):
        found = [*(one for one in found if one.pk != draft.pk), draft]
        found.sort(key=lambda one: (one.sort_order, one.path))
    for record in found:
        record.council = page  # known, so it is not asked for again
    return found


def _way_here(page: CouncilPage) -> list[tuple[str, str]]:
    """Titles and addresses above: the same for all councils, so looked up once for each change of content."""
    above = page.path[: -page.steplen]
    return kept(("way to the councils", above, get_language()), lambda: breadcrumbs(page)[:-1])


def _own_words(page: CouncilPage) -> dict[str, Any]:
    """What the council says of itself, with all that it links to."""
    lists = [block.value for block in page.documents]
    return {
        "about": _("About %(council)s") % {"council": page.title},
        "introduction": LinkedText(page.introduction).__html__() if page.introduction else "",
        "places": page.places.splitlines(),
        "partnership": _partnership(page),
        "documents": [entry for value in lists for entry in value.present],
        "documents_heading": next((value["title"] for value in lists), "") or _("Documents"),
    }


def _partnership(page: CouncilPage) -> dict[str, Any] | None:
    link = next((block.value for block in page.delivery_plan), None)
    plan = link if link and link.url else None
    if not (page.partnership_name or page.partnership_site or plan):
        return None
    years = [str(year) for year in (page.plan_from, page.plan_until) if year]
    return {
        "name": page.partnership_name,
        "site": _link(page.partnership_site),
        "plan_url": plan.url if plan else "",
        "plan_note": plan.note if plan else "",
        "years": _(" to ").join(dict.fromkeys(years)),
    }


def _link(address: str) -> tuple[str, str] | None:
    """An address of the web, as people say it and in full."""
    safe = safe_address(address, web_only=True)
    return (urlsplit(safe).netloc, safe) if safe else None


def _case_studies(page: CouncilPage, request: HttpRequest) -> list[dict[str, Any]]:
    """The newest, as cards."""
    newest = CaseStudyPage.objects.live().public().descendant_of(page).for_listing()
    studies = list(newest.prefetch_related(None)[:CASE_STUDIES])
    shown = tuple(study.pk for study in studies)
    pictures = kept(("pictures of case studies", shown), lambda: _pictures(studies))
    return [
        {
            "title": study.title,
            "url": study.get_url(request) or "",
            "summary": study.summary,
            "label": study.theme.name if study.theme else "",
            "picture": picture,
        }
        for study, picture in zip(studies, pictures, strict=True)
    ]


def _pictures(studies: Sequence[CaseStudyPage]) -> list[str]:
    """The HTML of the picture of each, "" for one without."""
    with gathered(*(study.picture for study in studies)):
        found = [next((block.value["image"] for block in study.picture), None) for study in studies]
        return [conditional_escape(card_picture(image)) for image in found]


def _case_studies_url(page: CouncilPage) -> str:
    """Where all case studies of the council stand."""

    def ask() -> str:
        index = CouncilCaseStudiesPage.objects.live().public().child_of(page).first()
        return index.url or "" if index else ""

    return kept(("case studies of a council", page.pk), ask)


def _contents(page: CouncilPage, groups: Sequence[ServiceGroup], context: dict[str, Any]) -> list[Heading]:
    """The sections below the contacts that this council has, in the order of the template."""
    kinds = [Heading(group.heading, 3, group.anchor) for group in groups if group.heading]
    sections = [
        (groups, Heading(_("Services"), 2, "services", kinds)),
        (True, Heading(context["about"], 2, "about")),
        (context["partnership"], Heading(_("Local employability partnership"), 2, "partnership")),
        (context["case_studies"], Heading(_("Case studies"), 2, "case-studies")),
        (context["documents"], Heading(context["documents_heading"], 2, "documents")),
    ]
    return [*(heading for is_there, heading in sections if is_there), *headings(page.body, BODY)]
