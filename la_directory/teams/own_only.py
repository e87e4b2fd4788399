"""The editor's form for those whose rights end at their own council."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import models
from wagtail.admin.widgets import BaseChooser
from wagtail.blocks import BlockField
from wagtail.rich_text import extract_references_from_rich_text

from cms.pages.forms import SitePageForm
from la_directory.teams.choosing import has_no_limit, out_of_reach

# Who reviews a page, and when, is arranged by those who look after all pages; the list names every editor.
ARRANGED_ABOVE = ("review_on", "responsible")

Reference = tuple[type[models.Model], str]


class OwnOnlyMixin(forms.ModelForm):
    """Refuses what no chooser has offered: the number of somebody else's draft, typed into what is sent.

    The form would show its title when it comes back, and so would the page in the preview.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_limited = self.for_user is not None and not has_no_limit(self.for_user)
        if self.is_limited:
            for name in ARRANGED_ABOVE:
                self.fields.pop(name, None)

    def full_clean(self) -> None:
        if self.is_bound and self.is_limited:
            self._refuse_strangers()
        super().full_clean()

    def _refuse_strangers(self) -> None:
        asked: dict[type[models.Model], set[str]] = defaultdict(set)
        for model, key in set(self._references(sent=True)) - set(self._references(sent=False)):
            asked[model].add(key)
        if any(out_of_reach(model, keys, self.for_user) for model, keys in asked.items()):
            raise PermissionDenied

    def _references(self, sent: bool) -> Iterator[Reference]:
        """What the fields point to, as they were sent or as they stood before."""
        for name, field in self.fields.items():
            prefixed = self.add_prefix(name)
            value = (
                field.widget.value_from_datadict(self.data, self.files, prefixed)
                if sent
                else self.get_initial_for_field(field, name)
            )
            if value:
                yield from _references_in(field, value)


def _references_in(field: forms.Field, value: Any) -> Iterator[Reference]:
    if isinstance(field, BlockField):
        for model, key, *_place in field.block.extract_references(value):
            yield model, str(key)
    elif isinstance(field, forms.ModelChoiceField) and isinstance(field.widget, BaseChooser):
        for key in value if isinstance(value, (list, tuple)) else [value]:
            yield field.queryset.model, str(getattr(key, "pk", key))
    elif isinstance(value, str) and "<" in value:
        for model, key, *_place in extract_references_from_rich_text(value):
            yield model, str(key)


class OwnOnlySitePageForm(OwnOnlyMixin, SitePageForm):
    """For pages of a council that readers have an address for."""
