"""What the page of a case study shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cms.blocks.targets import gathered
from cms.blocks.text import LinkedText
from cms.page_cache.restrictions import is_restricted
from la_directory.case_studies.listing import list_context, own_list_url
from la_directory.freshness.stamp import stamps_of
from la_directory.public_products import public_among
from la_directory.telephone import telephone_link

if TYPE_CHECKING:
    from la_directory.models import CaseStudyPage, ContactPage, CouncilPage
    from resources.models import ProductPage

__all__ = ["case_study_context", "list_context"]


def case_study_context(page: CaseStudyPage, request: HttpRequest) -> dict[str, Any]:
    """Council, contact and products only as far as readers may know of them."""
    council = page.council if _is_public(page.council) else None
    contact = contact_of(page) if council else None
    stamp = stamps_of([contact])[contact.translation_key] if contact else None
    with gathered(page.picture, page.what_was_done, page.what_changed, request=request):
        texts = [
            (heading, LinkedText(text).__html__())
            for heading, text in (
                (_("What was done"), page.what_was_done),
                (_("What changed"), page.what_changed),
            )
            if text
        ]
        pictures = [block.render({"request": request}) for block in page.picture]
    return {
        "council": council,
        "council_url": council.get_url(request) if council else "",
        "list_url": own_list_url(page),
        "facts": _facts(page, council, request),
        "pictures": pictures,
        "texts": texts,
        "products": [(product.title, product.get_url(request)) for product in products_of(page)],
        "contact": contact,
        "telephone": telephone_link(contact.telephone) if contact else "",
        # What nobody has checked for long may be wrong; the switchboard is the surer way.
        "switchboard": "" if stamp is None or stamp.is_fresh else telephone_link(council.switchboard),
        "contact_url": contact.get_url(request) if contact else "",
        "stamp": stamp,
    }


def contact_of(page: CaseStudyPage) -> ContactPage | None:
    """Who knows more, if it is a public contact of the same council; in the language of the page."""
    from la_directory.models import ContactPage

    if page.contact_id is None:
        return None
    keys = ContactPage.objects.filter(pk=page.contact_id).values("translation_key")
    public = ContactPage.objects.live().public().descendant_of(page.council)
    contact = public.filter(translation_key__in=keys).first()
    if contact:
        contact.council = page.council
    return contact


def products_of(page: CaseStudyPage) -> Sequence[ProductPage]:
    """The public ones, in the language of the page where they are translated."""
    chosen = public_among(page.products.all())
    foreign = [product.translation_key for product in chosen if product.locale_id != page.locale_id]
    if foreign:
        model = type(chosen[0])
        translated = model.objects.live().public().filter(locale=page.locale_id, translation_key__in=foreign)
        ours = {product.translation_key: product for product in translated}
        chosen = [ours.get(product.translation_key, product) for product in chosen]
    return chosen


def _is_public(page: CouncilPage) -> bool:
    return page.live and not is_restricted(page)


def _facts(
    page: CaseStudyPage, council: CouncilPage | None, request: HttpRequest
) -> list[tuple[str, str | SafeString]]:
    link = ""
    if council:
        link = format_html('<a href="{}">{}</a>', council.get_url(request) or "", council.title)
    return [
        (_("Council"), link),
        (_("Theme"), page.theme.name if page.theme else ""),
        (_("For"), ", ".join(audience.name for audience in page.audiences.all())),
        (_("Published"), str(page.listing_date or "")),
    ]
