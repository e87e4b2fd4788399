"""Beginning a translation: who may, of what, and what has to be translated before."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Locale, Page
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitSnippetTranslationView,
    SubmitTranslationForm,
)

from cms.languages.original import first_locale_id
from cms.translation.behind_english import is_translation, title_of
from cms.translation.holders import is_holder, missing_above, translate_holder, translate_holders_below
from cms.translation.rights import SUBMIT, is_translated_here, may_edit, may_translate
from cms.translation.target import edit_url_of

MOST_AT_ONCE = 100  # pages below, translated within one request


class Refusing:
    """Answers with one line where there is nothing to begin."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        record = self.get_object()
        if not request.user.has_perm(SUBMIT) or not may_edit(request.user, record):
            raise PermissionDenied
        if words := self.why_not(record):
            buttons = [messages.button(url, text) for url, text in self.ways_on(record)]
            messages.error(request, words, buttons=buttons)
            return redirect(edit_url_of(record))
        return super().dispatch(request, *args, **kwargs)

    def why_not(self, record: models.Model) -> str:
        if is_translation(record):
            # Two sources of one record would break the editor of translations.
            return _("Translations are made from the English. Go to the English page for that.")
        if not is_translated_here(record):
            return _("“%(title)s” is not translated: it stays in English.") % {"title": title_of(record)}
        return ""

    def ways_on(self, record: models.Model) -> list[tuple[str, str]]:
        return []

    def get_form(self) -> SubmitTranslationForm:
        """With its only language chosen."""
        form = super().get_form()
        if not form.is_bound:
            form.initial.setdefault("locales", list(form.fields["locales"].queryset))
        return form


class SubmitPage(Refusing, SubmitPageTranslationView):
    """Without the pages above, wagtail-localize would put English copies of them into the Gaelic tree."""

    def first_above(self, page: Page) -> Page | None:
        """The page that has to be translated first."""
        for locale in Locale.objects.exclude(pk=first_locale_id()):
            for above in missing_above(page, locale):
                if not is_holder(above):
                    return above
        return None

    def why_not(self, record: Page) -> str:
        if words := super().why_not(record):
            return words
        if above := self.first_above(record):
            return _("Translate “%(above)s” first: “%(title)s” stands below it.") % {
                "above": title_of(above),
                "title": title_of(record),
            }
        return ""

    def ways_on(self, record: Page) -> list[tuple[str, str]]:
        above = None if is_translation(record) else self.first_above(record)
        if above is None or not may_translate(self.request.user, above):
            return []
        url = reverse("wagtail_localize:submit_page_translation", args=[above.pk])
        return [(url, _("Translate “%(title)s”") % {"title": title_of(above)})]

    def get_form(self) -> SubmitTranslationForm:
        form = super().get_form()
        below = list(self.object.get_descendants()[: MOST_AT_ONCE + 1].specific(defer=True))
        if len(below) > MOST_AT_ONCE or not all(map(is_translated_here, below)):
            form.fields["include_subtree"].disabled = True
            form.fields["include_subtree"].widget = forms.HiddenInput()
        return form

    @transaction.atomic
    def form_valid(self, form: SubmitTranslationForm) -> HttpResponse:
        locales = form.cleaned_data["locales"]
        for locale in locales:
            for above in missing_above(self.object, locale):
                translate_holder(above, locale, self.request.user)
        response = super().form_valid(form)
        for locale in locales:
            if is_holder(self.object):
                translate_holder(self.object, locale, self.request.user)
            if form.cleaned_data["include_subtree"]:
                translate_holders_below(self.object, locale, self.request.user)
        return response


class SubmitSnippet(Refusing, SubmitSnippetTranslationView):
    """A record of a vocabulary or of the handbook."""
