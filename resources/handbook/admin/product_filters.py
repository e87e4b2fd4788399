"""How the list of products is narrowed down."""

from __future__ import annotations

import django_filters
from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from cms.languages.original import first_locale_id
from cms.vocabulary.models import Audience
from resources.handbook.product_choices import ProductStatus
from resources.models import ProductCategory, ProductPage
from resources.models.product import ProductQuerySet

WITH_WORDS = ("title", "draft_title", "what", "made_by", "used_by", "usage", "rhythm", "withdrawn_reason")


class ProductFilters(WagtailFilterSet):
    """By category, status, audience, review and whether readers see them."""

    category = django_filters.ModelMultipleChoiceFilter(
        label=_("Category"),
        queryset=lambda request: ProductCategory.objects.filter(locale=first_locale_id()),
        widget=forms.CheckboxSelectMultiple,
    )
    status = django_filters.MultipleChoiceFilter(
        label=_("Status"), choices=ProductStatus.choices, widget=forms.CheckboxSelectMultiple
    )
    audiences = django_filters.ModelMultipleChoiceFilter(
        label=_("Audience"),
        queryset=lambda request: Audience.objects.filter(locale=first_locale_id()),
        widget=forms.CheckboxSelectMultiple,
        method="for_audiences",
    )
    review = django_filters.ChoiceFilter(
        label=_("Review"),
        choices=[("overdue", _("Overdue")), ("none", _("Without a date"))],
        method="with_review",
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )
    review_on = django_filters.DateFromToRangeFilter(label=_("Review by"), widget=DateRangePickerWidget)
    state = django_filters.ChoiceFilter(
        label=_("Seen by readers"),
        choices=[
            ("live", _("Live")),
            ("changed", _("Live, with a newer draft")),
            ("draft", _("Not live")),
        ],
        method="in_state",
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )

    class Meta:
        model = ProductPage
        fields = ["category", "status", "audiences", "review", "review_on", "state"]

    def for_audiences(
        self, products: ProductQuerySet, name: str, audiences: list[Audience]
    ) -> ProductQuerySet:
        """Asked for without a join, which would list a product of two audiences twice."""
        if not audiences:
            return products
        found = ProductPage.audiences.through.objects.filter(audience__in=audiences)
        return products.filter(pk__in=found.values("productpage"))

    def with_review(self, products: ProductQuerySet, name: str, value: str) -> ProductQuerySet:
        if value == "overdue":
            return products.filter(review_on__lt=timezone.localdate())
        return products.filter(review_on=None)

    def in_state(self, products: ProductQuerySet, name: str, value: str) -> ProductQuerySet:
        if value == "draft":
            return products.filter(live=False)
        if value == "changed":
            return products.filter(live=True, has_unpublished_changes=True)
        return products.filter(live=True)


def with_words(products: ProductQuerySet, words: str) -> ProductQuerySet:
    """Every word stands somewhere in the record. Read from the records, as the search index follows later."""
    for word in words.split():
        found = Q()
        for name in WITH_WORDS:
            found |= Q(**{f"{name}__icontains": word})
        products = products.filter(found)
    return products
