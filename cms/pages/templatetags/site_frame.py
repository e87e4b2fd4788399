"""Tags of the frame around every page."""

from __future__ import annotations

from collections.abc import Hashable
from types import SimpleNamespace

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Page, Site

from cms.blocks.links import TitledLinkValue
from cms.blocks.targets import gathered, readable_page
from cms.blocks.text import LinkedText
from cms.languages.marks import html_language, is_foreign
from cms.page_cache.generation import kept
from cms.pages import navigation
from cms.pages.feedback.tags import feedback_form
from cms.pages.models import SiteSettings
from cms.pages.models.site_settings import WORDS
from cms.pages.other_language import OtherLanguage, alternates, other_language

register = template.Library()


ENGLISH = html_language(settings.LANGUAGE_CODE)


def _shown(details: SiteSettings) -> SimpleNamespace:
    """The settings as templates show them; all queries happen here, once for each change of content."""
    logo = details.logo.get_rendition("max-320x80") if details.logo_id else None
    shown = {name: details.in_words(name) for name in WORDS}
    words = {name: text for name, (text, _is_own) in shown.items()}
    for name in ("phase_text", "notice_text"):
        words[name] = conditional_escape(LinkedText(words[name]))
    return SimpleNamespace(
        **words,
        # For words that are there in English only.
        lang={
            name: "" if is_own else format_html(' lang="{}"', ENGLISH) for name, (_t, is_own) in shown.items()
        },
        settings=details,
        phase=details.phase,
        footer_links=_footer_links(details),
        logo_url=logo.url if logo else "",
        logo_alt=details.logo_alt,
        logo_width=logo.width if logo else 0,
        logo_height=logo.height if logo else 0,
        contact_email=details.contact_email,
        contact_telephone=details.contact_telephone,
        contact_address=details.contact_address,
    )


def _footer_links(details: SiteSettings) -> list[SimpleNamespace]:
    with gathered(details.footer_links):
        return [_footer_link(item.value) for item in details.footer_links if item.value.url]


def _footer_link(link: TitledLinkValue) -> SimpleNamespace:
    """With the title of the translated page where there is one; else with the English words, marked."""
    page = readable_page(link["link"]["page"])
    is_other = get_language() != settings.LANGUAGE_CODE
    is_english = is_other and (page is None or is_foreign(page))
    title = page.title if page and is_other and not is_english else link.shown_title
    return SimpleNamespace(title=title, url=link.url, lang=ENGLISH if is_english else "")


def _site(context: Context) -> Site | None:
    request: HttpRequest | None = context.get("request")
    return Site.find_for_request(request) if request else None


def _settings(site: Site | None) -> SimpleNamespace:
    if site is None:
        return _shown(SiteSettings())
    return kept(("settings", site.pk, get_language()), lambda: _shown(SiteSettings.for_site(site)))


@register.simple_tag(takes_context=True)
def site_settings(context: Context) -> SimpleNamespace:
    """The site settings; `notice` is the banner of this moment or None."""
    site = _site(context)
    shown = _settings(site)
    if site is None:
        return shown
    notice = None
    if shown.settings.notice_is_shown():
        title = format_html("<span{}>{}</span>", shown.lang["notice_title"], shown.notice_title)
        notice = SimpleNamespace(title=title, text=shown.notice_text)
    return SimpleNamespace(**vars(shown), notice=notice)


@register.simple_tag(takes_context=True)
def kept_include(context: Context, template_name: str, **given: Hashable) -> SafeString:
    """A part of the frame, made once for each site and language until content changes.

    It sees the settings of the site (without the notice, which depends on the time) and what it is given,
    nothing else of the page: so it cannot depend on what it is not kept by.
    """
    site = _site(context)
    name = ("part", template_name, site and site.pk, get_language(), *given.items())
    return kept(name, lambda: render_to_string(template_name, {"site": _settings(site), **given}))


@register.simple_tag(takes_context=True)
def main_menu(context: Context) -> tuple[navigation.MenuItem, ...]:
    request = context.get("request")
    return navigation.main_menu(request) if request else ()


@register.simple_tag
def breadcrumbs(page: Page) -> list[tuple[str, str]]:
    return navigation.breadcrumbs(page)


@register.simple_tag
def canonical_url(page: Page) -> str:
    """The one public address of a page."""
    return page.get_full_url() or ""


@register.simple_tag(takes_context=True)
def other_language_link(context: Context) -> OtherLanguage | None:
    request = context.get("request")
    return other_language(request, context.get("page")) if request else None


@register.simple_tag(takes_context=True)
def page_in_languages(context: Context) -> list[tuple[str, str]]:
    """Languages with the addresses of this page in them."""
    request = context.get("request")
    return alternates(request, context.get("page")) if request else []


register.simple_tag(feedback_form)
