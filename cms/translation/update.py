"""“Sync translated pages”: what publishing English does by itself, for where that has failed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import cached_property
from wagtail_localize.views.update_translations import UpdateTranslationsForm, UpdateTranslationsView

from cms.translation.behind_english import waits_for_english
from cms.translation.followed import bring_up_to_date
from cms.translation.rights import may_publish, may_translate


class UpdateTranslations(UpdateTranslationsView):
    """wagtail-localize asks for the right to translate anything, and then publishes for everyone."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            english = self.get_object().get_source_instance()
        except ObjectDoesNotExist:
            raise Http404 from None
        if not may_translate(request.user, english):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def may_publish_all(self) -> bool:
        targets = [each.get_target_instance() for each in self.object.translations.filter(enabled=True)]
        return all(may_publish(self.request.user, each) and not waits_for_english(each) for each in targets)

    def form_valid(self, form: UpdateTranslationsForm) -> HttpResponse:
        bring_up_to_date(self.object.pk)
        self.object.refresh_from_db()
        return super().form_valid(form)

    def get_form(self) -> UpdateTranslationsForm:
        form = super().get_form()
        if not self.may_publish_all:
            field = form.fields["publish_translations"]
            field.disabled, field.widget = True, forms.HiddenInput()
        return form
