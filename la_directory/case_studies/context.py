"""What the page of a case study shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cms.blocks.targets import gathered
from cms.blocks.text import LinkedText
from cms.languages.original import in_language, source_of
from cms.page_cache.restrictions import is_restricted
from la_directory.case_studies.listing import list_context, own_list_link
from la_directory.freshness.stamp import stamps_of
from la_directory.in_its_language import Words, checked_by, council_link, link_words, official_name, words_of
from la_directory.public_products import product_links
from la_directory.telephone import telephone_link

if TYPE_CHECKING:
    from la_directory.models import CaseStudyPage, ContactPage, CouncilPage

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
        "list_link": own_list_link(council) if council else None,
        "facts": _facts(page, council, request),
        "pictures": pictures,
        "texts": texts,
        "products": product_links([page], page.locale_id)[page.translation_key],
        "contact": contact,
        "contact_words": _contact_words(contact) if contact else "",
        "telephone": telephone_link(contact.telephone) if contact else "",
        # What nobody has checked for long may be wrong; the switchboard is the surer way.
        "switchboard": "" if stamp is None or stamp.is_fresh else telephone_link(council.switchboard),
        "contact_url": contact.get_url(request) if contact else "",
        "stamp": stamp,
        "checked_by": checked_by(stamp.checked_for, council) if stamp else "",
    }


def contact_of(page: CaseStudyPage) -> ContactPage | None:
    """Who knows more, if it is a public contact of the same council; in the language of the page."""
    from la_directory.models import ContactPage

    if page.contact_id is None:
        return None
    keys = ContactPage.objects.filter(pk=page.contact_id).values("translation_key")
    source = source_of(page.council)
    public = ContactPage.objects.live().public().descendant_of(source).filter(translation_key__in=keys)
    contact = next(iter(in_language(public[:1], page.locale_id)), None)
    if contact:
        contact.council = page.council if contact.locale_id == page.locale_id else source
    return contact


def _contact_words(contact: ContactPage) -> Words:
    words = format_html("{}, {}", words_of(contact.title, contact), official_name(contact.council))
    return link_words(words, contact)


def _is_public(page: CouncilPage) -> bool:
    return page.live and not is_restricted(page)


def _facts(
    page: CaseStudyPage, council: CouncilPage | None, request: HttpRequest
) -> list[tuple[str, str | SafeString]]:
    link = ""
    if council:
        link = format_html('<a href="{}">{}</a>', council.get_url(request) or "", council_link(council))
    return [
        (_("Council"), link),
        (_("Theme"), page.theme or ""),
        (_("For"), ", ".join(str(audience) for audience in page.audiences.all())),
        (_("Published"), str(page.listing_date or "")),
    ]
