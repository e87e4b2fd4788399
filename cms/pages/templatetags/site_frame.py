"""Tags of the frame around every page."""

from __future__ import annotations

from types import SimpleNamespace

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.utils.html import conditional_escape
from wagtail.models import Page, Site

from cms.blocks.text import LinkedText
from cms.page_cache.generation import kept
from cms.pages import navigation
from cms.pages.feedback.tags import feedback_form
from cms.pages.models import SiteSettings

register = template.Library()


def _shown(settings: SiteSettings) -> SimpleNamespace:
    """The settings as templates show them; all queries happen here, once for each change of content."""
    logo = settings.logo.get_rendition("max-320x80") if settings.logo_id else None
    return SimpleNamespace(
        settings=settings,
        title=settings.title,
        phase=settings.phase,
        phase_text=conditional_escape(LinkedText(settings.phase_text)),
        notice_text=conditional_escape(LinkedText(settings.notice_text)),
        footer_links=[
            (item.value.shown_title, item.value.url) for item in settings.footer_links if item.value.url
        ],
        logo_url=logo.url if logo else "",
        logo_alt=settings.logo_alt,
        logo_width=logo.width if logo else 0,
        logo_height=logo.height if logo else 0,
        signup_heading=settings.signup_heading,
        signup_text=settings.signup_text,
        signup_button=settings.signup_button,
        contact_team=settings.contact_team,
        contact_email=settings.contact_email,
        contact_telephone=settings.contact_telephone,
        contact_address=settings.contact_address,
    )


@register.simple_tag(takes_context=True)
def site_settings(context: Context) -> SimpleNamespace:
    """The site settings; `notice` is the banner of this moment or None."""
    request: HttpRequest | None = context.get("request")
    site = Site.find_for_request(request) if request else None
    if site is None:
        return _shown(SiteSettings())
    shown = kept(("settings", site.pk), lambda: _shown(SiteSettings.for_site(site)))
    notice = None
    if shown.settings.notice_is_shown():
        notice = SimpleNamespace(title=shown.settings.notice_title, text=shown.notice_text)
    return SimpleNamespace(**vars(shown), notice=notice)


@register.simple_tag(takes_context=True)
def main_menu(context: Context) -> list[navigation.MenuItem]:
    request = context.get("request")
    return navigation.main_menu(request) if request else []


@register.simple_tag
def breadcrumbs(page: Page) -> list[tuple[str, str]]:
    return navigation.breadcrumbs(page)


@register.simple_tag
def canonical_url(page: Page) -> str:
    """The one public address of a page."""
    return page.get_full_url() or ""


register.inclusion_tag("pages/feedback/ask.html")(feedback_form)
