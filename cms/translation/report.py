"""The report of all translations and how they stand."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail_localize.models import Translation

from cms.translation.rights import SUBMIT
from cms.translation.standing import LABELS, Mark, Standing, standings_for


def kinds(request: HttpRequest) -> QuerySet[ContentType]:
    used = Translation.objects.order_by().values("source__specific_content_type")
    return ContentType.objects.filter(pk__in=used)


class KindFilter(django_filters.ModelChoiceFilter):
    """By the type of page or record, as editors call it."""

    @property
    def field(self) -> forms.Field:
        field = super().field
        field.label_from_instance = lambda kind: capfirst(kind.name)
        return field


class ReportFilters(WagtailFilterSet):
    """By how a translation stands, its kind and its title."""

    state = django_filters.MultipleChoiceFilter(
        label=_("State"),
        choices=[(mark.value, capfirst(LABELS[mark])) for mark in Mark],
        method="with_state",
        widget=forms.CheckboxSelectMultiple,
    )
    kind = KindFilter(label=_("Kind"), queryset=kinds, field_name="source__specific_content_type")
    title = django_filters.CharFilter(
        label=_("English title"), field_name="source__object_repr", lookup_expr="icontains"
    )

    class Meta:
        model = Translation
        fields = ["state", "kind", "title"]

    def with_state(self, translations: QuerySet[Translation], name: str, value: list[str]) -> QuerySet:
        wanted = {Mark(one) for one in value}
        if not wanted:
            return translations
        return translations.filter(
            pk__in=[one.translation.pk for one in all_of(self.request) if wanted & set(one.marks)]
        )


def all_of(request: HttpRequest) -> list[Standing]:
    """What the person may work on, gathered once a request."""
    if not hasattr(request, "_translations"):
        request._translations = standings_for(request.user)
    return request._translations


class TranslationsReport(ReportView):
    """Every translation with its state, and how much of it is translated."""

    model = Translation
    page_title = _("Translations")
    header_icon = "globe"
    template_name = "wagtailadmin/reports/base_report.html"
    index_url_name = "translation:report"
    index_results_url_name = "translation:report_results"
    filterset_class = ReportFilters
    is_searchable = False
    export_filename = "translations"
    list_export = ["title", "english_title", "kind", "words", "share", "is_live", "edit_url"]
    export_headings = {
        "title": _("Title"),
        "english_title": _("English title"),
        "kind": _("Kind"),
        "words": _("State"),
        "share": _("Translated"),
        "is_live": _("Live"),
        "edit_url": _("Address in the admin"),
    }

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(SUBMIT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("title", label=_("Title"), get_url=lambda one: one.edit_url),
            Column("english_title", label=_("English title")),
            Column("kind", label=_("Kind")),
            Column("words", label=_("State")),
            Column("share", label=_("Translated")),
            BooleanColumn("is_live", label=_("Live")),
        ]

    def get_queryset(self) -> QuerySet[Translation]:
        return Translation.objects.filter(pk__in=[one.translation.pk for one in all_of(self.request)])

    def get_filtered_queryset(self) -> list[Standing]:
        kept = set(super().get_filtered_queryset().values_list("pk", flat=True))
        return [one for one in all_of(self.request) if one.translation.pk in kept]
