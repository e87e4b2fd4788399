"""The report of what readers looked for in vain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Max, QuerySet, Sum
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import ButtonsColumnMixin, Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import Button
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.coreutils import get_content_languages
from wagtail.permission_policies import ModelPermissionPolicy

from search.models import MissedSearch, Synonyms

missed_policy = ModelPermissionPolicy(MissedSearch)
synonyms_policy = ModelPermissionPolicy(Synonyms)
promotions_policy = ModelPermissionPolicy(SearchPromotion)


class WordsColumn(ButtonsColumnMixin, TitleColumn):
    """What was looked for, with a way to answer it by one page."""

    def get_buttons(self, instance: dict[str, Any], parent_context: Mapping[str, Any]) -> list[Button]:
        if not promotions_policy.user_has_permission(parent_context["request"].user, "add"):
            return []
        address = f"{reverse('missed_searches:promote')}?{urlencode({'words': instance['words']})}"
        return [Button(_("Put a page first"), url=address)]


class MissedSearches(ReportView):
    """The words with the most searches first; each leads to a form that adds a word or a page for it."""

    page_title = _("Searches that found nothing")
    header_icon = "search"
    template_name = "wagtailadmin/reports/base_report.html"
    index_url_name = "missed_searches:index"
    index_results_url_name = "missed_searches:results"
    permission_policy = missed_policy
    permission_required = "view"
    default_ordering = "-total"
    list_export = ["words", "language", "total", "last"]
    export_headings = {"total": _("How often"), "last": _("Last on")}
    export_filename = "searches-that-found-nothing"
    verbose_name_plural = _("searches")
    languages = dict(get_content_languages())

    def get_base_queryset(self) -> QuerySet:
        rows = MissedSearch.objects.values("words", "language")
        return rows.annotate(total=Sum("number"), last=Max("day")).order_by("-total", "words")

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        return queryset

    @cached_property
    def columns(self) -> list[Column]:
        return [
            WordsColumn("words", label=_("Words"), get_url=self.address_of_form),
            Column(
                "language", label=_("Language"), accessor=lambda row: self.languages.get(row["language"], "")
            ),
            Column("total", label=_("How often")),
            Column("last", label=_("Last on")),
        ]

    def address_of_form(self, row: dict[str, Any]) -> str | None:
        if not synonyms_policy.user_has_permission(self.request.user, "add"):
            return None
        return f"{reverse('synonyms:add')}?{urlencode({'words': row['words'] + ', '})}"
