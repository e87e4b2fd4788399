"""In the usual editor of a translation, what is read from the English record cannot be typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import models
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.models import Page, TranslatableMixin

from cms.languages.facts import SHARED
from cms.languages.original import original_of
from cms.translation.behind_english import is_translation


class WithoutFactsMixin(forms.ModelForm):
    """A field that the form does not have is not shown; what would be typed into it nobody would read."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        record = self.instance
        if record.pk and is_translation(record) and original_of(record):
            for name in (*getattr(record, "language_neutral", ()), *SHARED):
                self.fields.pop(name, None)


def hide_facts(every: Iterable[type[models.Model]]) -> None:
    """Once, when all models are known and before any form is made."""
    for model in every:
        if issubclass(model, TranslatableMixin):
            usual = WagtailAdminPageForm if issubclass(model, Page) else WagtailAdminModelForm
            base = getattr(model, "base_form_class", None) or usual
            if not issubclass(base, WithoutFactsMixin):
                model.base_form_class = type(base.__name__, (WithoutFactsMixin, base), {})
