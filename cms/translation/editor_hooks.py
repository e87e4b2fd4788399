"""What the editor says and refuses around translations. The hooks of cms.translation import this module."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page, TranslatableMixin

from cms.languages.original import original_of
from cms.translation.behind_english import is_translation, waits_for_english, why_it_waits
from cms.translation.review import drafts_of
from cms.translation.rights import may_publish
from cms.translation.state import judged, words_of
from cms.translation.target import edit_url_of, translation_of

BEFORE_LOCALIZE = -10  # it answers in the place of the editor, so what comes after it is not asked
CONVERT = "localize-convert-to-alias"


def _refusal(request: HttpRequest, record: models.Model) -> HttpResponse:
    messages.error(request, why_it_waits(record))
    return redirect(edit_url_of(record))


@hooks.register("before_edit_page", order=BEFORE_LOCALIZE)
@hooks.register("before_edit_snippet", order=BEFORE_LOCALIZE)
def around_a_translation(request: HttpRequest, record: models.Model) -> HttpResponse | None:
    """Says how it stands, and refuses to publish it before its English."""
    if not isinstance(record, TranslatableMixin) or not is_translation(record):
        return None
    if request.method != "POST":
        _say_how_it_stands(request, record)
    elif _would_publish_at_once(request) and waits_for_english(record):
        return _refusal(request, record)
    return None


def _would_publish_at_once(request: HttpRequest) -> bool:
    """In the translators’ editor, or by approving. The usual editor first saves what it publishes."""
    approves = request.POST.get("workflow-action-name") == "approve"
    return request.POST.get("action") == "publish" or approves


@hooks.register("before_publish_page")
@hooks.register("before_publish_snippet")
def not_before_its_english(request: HttpRequest, record: models.Model) -> HttpResponse | None:
    """The usual editor, now or at a time to come. The draft is saved by then."""
    return _refusal(request, record) if waits_for_english(record) else None


@hooks.register("before_bulk_action", order=BEFORE_LOCALIZE)
def no_translations_before_their_english(
    request: HttpRequest, action_type: str, objects: list[models.Model], action: Any
) -> HttpResponse | None:
    if action_type != "publish":
        return None
    waiting = [record for record in objects if waits_for_english(record)]
    if not waiting:
        return None
    for record in waiting:
        messages.error(request, why_it_waits(record))
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")


@hooks.register("before_create_page")
def first_in_english(request: HttpRequest, parent: Page, model: type[Page]) -> HttpResponse | None:
    """Lists follow the English pages, so readers would never find one that is only there in Gaelic."""
    if not is_translation(parent):
        return None
    messages.error(request, _("Nothing was made. Make the page in English first, then translate it."))
    return redirect("wagtailadmin_explore", parent.pk)


@hooks.register("before_create_snippet")
def record_first_in_english(request: HttpRequest, model: type[models.Model]) -> HttpResponse | None:
    if request.GET.get("locale") in (None, "", settings.LANGUAGE_CODE):
        return None
    if not issubclass(model, TranslatableMixin):
        return None
    messages.error(request, _("Nothing was made. Make it in English first, then translate it."))
    return redirect("wagtailadmin_home")


@hooks.register("construct_page_action_menu")
def no_way_back_to_copies(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """The Gaelic tree holds what is translated and no copies of English pages."""
    items[:] = [item for item in items if item.name != CONVERT]


def _say_how_it_stands(request: HttpRequest, record: models.Model) -> None:
    english, translation = original_of(record), translation_of(record)
    if waits_for_english(record):
        messages.warning(request, _("The English is not live, so this translation cannot be published yet."))
    if english and (translation is None or not translation.enabled):
        button = messages.button(edit_url_of(english), _("Go to the English"))
        words = _("Dates, telephone numbers and all else that is not words are changed in English.")
        messages.info(request, words, buttons=[button])
    if translation is None:
        return
    state = judged(words_of(translation.source, translation.target_locale_id), None)
    if state.is_unreviewed and may_publish(request.user, record):
        url = reverse("translation:review", args=[translation.pk])
        button = messages.button(url, _("Mark as reviewed"))
        messages.warning(request, _unreviewed(drafts_of(translation).count()), buttons=[button])
    elif state.is_unreviewed:
        messages.warning(request, _unreviewed(state.by_machine))
    if translation.enabled and not may_publish(request.user, record):
        words = _("When every piece of text is translated, a moderator is told and publishes it.")
        messages.info(request, words)


def _unreviewed(number: int) -> str:
    return _("Drafted by a machine and not yet reviewed: %(number)d pieces of text.") % {"number": number}
