"""What the template of a council's page needs. Costs the same however much a council has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.html import conditional_escape
from django.utils.translation import gettext as _

from cms.blocks.addresses import safe_address
from cms.blocks.contents import Heading, headings
from cms.blocks.pictures import card_picture
from cms.blocks.targets import gathered
from cms.blocks.text import LinkedText
from cms.languages.original import in_language, original_of, source_of
from cms.page_cache.generation import kept
from cms.pages.navigation import breadcrumbs
from la_directory.case_studies.listing import own_list_link
from la_directory.council_page.contact_parts import contact_parts
from la_directory.council_page.service_groups import ServiceGroup, service_groups
from la_directory.council_page.shown import ShownContact, ShownService
from la_directory.freshness.stamp import stamps_of
from la_directory.in_its_language import (
    GAELIC,
    has_gaelic_name,
    kept_in_language,
    lang,
    language_of_official_name,
    language_of_title,
    link_words,
    words_of,
)
from la_directory.models import (
    CaseStudyPage,
    ContactPage,
    LocalServicePage,
)
from la_directory.models.place_on_council_page import CouncilRecord, RecordQuerySet
from la_directory.public_products import product_links

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
    products = product_links(services, page.locale_id)
    groups = service_groups(
        ShownService(one, stamps.get(one.translation_key), products[one.translation_key]) for one in services
    )
    studies = _case_studies(page, request)
    with gathered(page.documents, page.delivery_plan, page.introduction, request=request):
        own_words = _own_words(page)
    context = {
        **own_words,
        **_names(page),
        "crumbs": [*breadcrumbs(page)[:-1], (page.title, "")],
        "website": _link(page.website),
        "people": parts[0],
        "other_parts": parts[1:],
        "service_groups": groups,
        "case_studies": studies,
        "all_case_studies": own_list_link(page) if studies else None,
        "body_prefix": BODY,
        "draft": draft,
    }
    other_parts = [Heading(part.heading, 2, part.anchor) for part in parts[1:]]
    return context | {"contents": [*other_parts, *_contents(page, groups, context)]}


def _records(records: RecordQuerySet[R], page: CouncilPage, draft: PlaceOnCouncilPage | None) -> list[R]:
    """The live ones of a council, with the draft in the place of its live version or as a new one."""
    source = source_of(page)
    found = in_language(records.live().public().of_council(source), page.locale_id)
    if isinstance(draft, records.model):
        found = [*(one for one in found if one.translation_key != draft.translation_key), draft]
        found.sort(key=lambda one: (one.sort_order, source_of(one).path))
    for record in found:  # known, so it is not asked for again
        record.council = page if record.locale_id == page.locale_id else source
    return found


def _names(page: CouncilPage) -> dict[str, Any]:
    """Its official and its Gaelic name as far as its title does not say them, each with its language."""
    has_other_name = page.gaelic_name and not has_gaelic_name(page) and page.gaelic_name != page.title
    return {
        "title_lang": lang(language_of_title(page)),
        "official_lang": lang(language_of_official_name(page)),
        "gaelic_name": page.gaelic_name if has_other_name else "",
        "gaelic_lang": lang(GAELIC),
    }


def _own_words(page: CouncilPage) -> dict[str, Any]:
    """What the council says of itself, with all that it links to."""
    lists = [block.value for block in page.documents]
    present = [entry for value in lists for entry in value.present]
    return {
        "about": _("About %(council)s") % {"council": page.title},
        "introduction": LinkedText(page.introduction).__html__() if page.introduction else "",
        "places": page.places.splitlines(),
        "partnership": _partnership(page),
        "documents": [(words_of(entry.shown_title, source_of(page)), entry) for entry in present],
        "documents_heading": _documents_heading(page, [value["title"] for value in lists]),
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
        "years": _years(years),
    }


def _years(years: Sequence[str]) -> str:
    first, last = (years[0], years[-1]) if years else ("", "")
    return first if first == last else _("%(start)s to %(end)s") % {"start": first, "end": last}


def _documents_heading(page: CouncilPage, titles: Sequence[str]) -> str:
    """As its editors wrote it, in the first language; the lists of documents are the same in all."""
    return (next(iter(titles), "") if original_of(page) is None else "") or _("Documents")


def _link(address: str) -> tuple[str, str] | None:
    """An address of the web, as people say it and in full."""
    safe = safe_address(address, web_only=True)
    return (urlsplit(safe).netloc, safe) if safe else None


def _case_studies(page: CouncilPage, request: HttpRequest) -> list[dict[str, Any]]:
    """The newest, as cards."""
    newest = CaseStudyPage.objects.live().public().descendant_of(source_of(page)).for_listing()
    records = list(newest.prefetch_related(None)[:CASE_STUDIES])
    studies = kept_in_language(records, page.locale_id)
    shown = tuple(study.pk for study in studies)
    pictures = kept(("pictures of case studies", shown), lambda: _pictures(studies))
    return [
        {
            "title": link_words(words_of(study.title, study), study),
            "url": study.get_url(request) or "",
            "summary": words_of(study.summary, study),
            "label": record.theme or "",
            "picture": picture,
        }
        for record, study, picture in zip(records, studies, pictures, strict=True)
    ]


def _pictures(studies: Sequence[CaseStudyPage]) -> list[str]:
    """The HTML of the picture of each, "" for one without."""
    with gathered(*(study.picture for study in studies)):
        found = [next((block.value["image"] for block in study.picture), None) for study in studies]
        return [conditional_escape(card_picture(image)) for image in found]


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
