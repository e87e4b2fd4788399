"""What the page of a translation says of itself, and the editor of translations without what nobody needs."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.template import Context
from wagtail.models import Page

from cms.languages.original import original_of
from cms.translation.behind_english import is_translation, waits_for_english
from cms.translation.rights import looks_after_all_pages
from cms.translation.state import TranslationState, state_of

register = template.Library()


@register.inclusion_tag("translation/notices.html", takes_context=True)
def translation_notices(context: Context, page: Page | None) -> dict[str, Any]:
    """For readers of what a machine translated, or what was translated before the English changed."""
    request = context.get("request")
    state = state_of(page) if page and is_translation(page) else TranslationState()
    english = original_of(page) if state.is_unreviewed or state.is_stale else None
    return {"state": state, "english_url": english.get_url(request) if english and english.live else ""}


@register.simple_tag(takes_context=True)
def editor_props(context: Context) -> str:
    """The data of wagtail-localize’s editor without what would lead nowhere.

    Other pictures, files and links than in English are chosen by those who look after all pages.
    """
    props = json.loads(context["props"])
    props["links"]["convertToAliasUrl"] = None
    if waits_for_english(context["instance"]):
        props["perms"]["canPublish"] = False
    if not looks_after_all_pages(context["request"].user):
        props["segments"] = [one for one in props["segments"] if one["type"] == "string"]
        props["initialOverrides"] = []
    return json.dumps(props)
