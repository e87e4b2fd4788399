"""An edition as a mail tells it: its words cleaned, its links in full, its pictures measured.

The templates of the mail and of the plain text see this and nothing else of the edition.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.conf import settings
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.models import Site

from bulletin.models import BulletinSettings, EditionPage
from bulletin.render import links
from bulletin.render.failure import CannotRender
from bulletin.render.letter_items import LetterItem, items_of
from bulletin.render.pictures import Picture, is_kept_format, mail_picture
from bulletin.render.rich_text import Parts, as_html, as_text, mail_parts
from bulletin.render.typed import typed, typed_lines
from cms.blocks.targets import gathered
from cms.languages.marks import html_language
from cms.pages.models import SiteSettings

LOGO_BOX = (240, 56)


@dataclass(frozen=True)
class LetterSection:
    """A heading and what stands below it."""

    heading: str
    items: tuple[LetterItem, ...]

    @property
    def underline(self) -> str:
        """Marks the heading in plain text."""
        return "-" * len(self.heading)


@dataclass(frozen=True)
class Letter:
    """All that the mail of an edition says."""

    language: str  # as in HTML, such as "en-GB"
    subject: str
    preheader: str
    site_title: str
    logo: Picture | None
    title: str
    month: str  # "" where the title names it
    is_special: bool
    parts: Parts  # of the introduction
    sections: tuple[LetterSection, ...]
    postal_address: tuple[str, ...]
    web_url: str
    preferences_url: str
    privacy_url: str  # "" where the foot of the site has none

    @property
    def introduction(self) -> SafeString:
        return as_html(self.parts)

    @property
    def introduction_text(self) -> str:
        return as_text(self.parts)

    def one_by_one(self) -> Iterator[tuple[str, Letter]]:
        """A letter for each part, with the name of the part: to find the one that breaks the mail."""
        yield _("Introduction"), replace(self, sections=())
        for section in self.sections:
            for item in section.items:
                alone = replace(section, items=(item,))
                yield item.where, replace(self, parts=(), sections=(alone,))


def letter_of(edition: EditionPage) -> Letter:
    """Raises CannotRender, with the name of the field or of the item."""
    site = site_of(edition)
    code = edition.locale.language_code if edition.locale_id else settings.LANGUAGE_CODE
    with translation.override(code), gathered(edition.introduction, edition.sections):
        return _letter(edition, site, html_language(code))


def site_of(edition: EditionPage) -> Site:
    """The default one for a page that stands nowhere yet."""
    site = edition.get_site() if edition.depth else None
    return site or Site.objects.get(is_default_site=True)


def _letter(edition: EditionPage, site: Site, language: str) -> Letter:
    if edition.month is None:
        raise CannotRender(_("Month"), _("Say which month the edition belongs to."))
    details, bulletin = SiteSettings.for_site(site), BulletinSettings.for_site(site)
    title, month = typed(edition.title), edition.month_name
    logo = details.logo if details.logo and is_kept_format(details.logo) else None
    return Letter(
        language=language,
        subject=typed(edition.subject) or title,
        preheader=typed(edition.preheader),
        site_title=typed(details.title),
        logo=mail_picture(logo, LOGO_BOX, _("Logo"), typed(details.logo_alt)) if logo else None,
        title=_("Bulletin, %(month)s") % {"month": month} if title.lower() == month.lower() else title,
        month="" if month.lower() in title.lower() else month,
        is_special=edition.edition_kind == EditionPage.Kind.SPECIAL,
        parts=mail_parts(edition.introduction or ""),
        sections=_sections(edition),
        postal_address=typed_lines(bulletin.postal_address or details.contact_address),
        web_url=links.web_url(edition),
        preferences_url=links.preferences_url(),
        privacy_url=links.absolute(details.foot_address("privacy")),
    )


def _sections(edition: EditionPage) -> tuple[LetterSection, ...]:
    sections = []
    for section in edition.sections:
        heading = typed(section.value["heading"] or "")
        is_first = not any(earlier.items for earlier in sections)
        sections.append(LetterSection(heading, items_of(section.value["items"], heading, is_first=is_first)))
    return tuple(section for section in sections if section.items)
