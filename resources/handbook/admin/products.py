"""The list of products: filtered, searched, sorted, ticked for a change of many, taken away as a file."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets.button import Button
from wagtail.permissions import page_permission_policy

from cms.languages.original import first_locale_id
from resources.handbook.admin.approval_states import with_approval_states
from resources.handbook.admin.product_export import COLUMNS, headings, rows
from resources.handbook.admin.product_filters import ProductFilters, with_words
from resources.models import ProductIndexPage, ProductPage
from resources.models.product import ProductQuerySet

READING_ORDER = ("category__sort_order", "category_id", "path")
EMPTY_COMES_LAST = {"review_on", "latest_revision_created_at", "category__sort_order"}


class ReviewColumn(Column):
    """The day by which the product is to be read again, and whether that day is over."""

    cell_template_name = "resources/handbook/admin/review_cell.html"

    def get_cell_context_data(self, instance: ProductPage, parent_context: dict[str, Any]) -> dict[str, Any]:
        overdue = bool(instance.review_on) and instance.review_on < timezone.localdate()
        return {**super().get_cell_context_data(instance, parent_context), "overdue": overdue}


class ProductList(IndexView):
    """All products this person may see in the admin, in the order of the handbook unless sorted.

    Translations are found through the product that they were made from.
    """

    model = ProductPage
    template_name = "resources/handbook/admin/products.html"
    page_title = _("Products")
    default_ordering = READING_ORDER
    base_filterset_class = ProductFilters
    list_export = COLUMNS
    base_columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Name"), sort_key="title", classname="title"),
        Column(
            "category",
            label=_("Category"),
            accessor=lambda product: product.category or "",
            sort_key="category__sort_order",
        ),
        Column(
            "published",
            label=_("Published"),
            accessor=lambda product: product.published or "",
            sort_key="published",
        ),
        Column("status", label=_("Status"), accessor="get_status_display", sort_key="status"),
        ReviewColumn("review_on", label=_("Review by"), sort_key="review_on"),
        DateColumn("latest_revision_created_at", label=_("Updated"), sort_key="latest_revision_created_at"),
        PageStatusColumn("live", label=_("Live"), sort_key="live"),
    ]
    custom_value_preprocess = {
        **IndexView.custom_value_preprocess,
        datetime: {"xlsx": None, "csv": lambda value: f"{value:%Y-%m-%d %H:%M}"},
        date: {"xlsx": None, "csv": date.isoformat},
    }

    @cached_property
    def export_headings(self) -> dict[str, str]:
        return headings(ProductPage)

    def get_base_queryset(self) -> ProductQuerySet:
        return super().get_base_queryset().filter(locale=first_locale_id())

    def annotate_queryset(self, products: ProductQuerySet) -> ProductQuerySet:
        """As Wagtail's own lists, but all of one type, which is therefore read in one query."""
        products = products if self.is_export else products.defer_streamfields()
        return (
            with_approval_states(products)
            .select_related("category", "content_type", "locale")
            .prefetch_related("sites_rooted_here")
            .annotate_site_root_state()
        )

    def get_ordering(self) -> str | tuple[str, ...]:
        asked = self.request.GET.get("ordering")
        return asked if asked in self.get_valid_orderings() else self.default_ordering

    def order_queryset(self, products: ProductQuerySet) -> ProductQuerySet:
        """Databases do not agree on where an empty value stands, so it stands last either way."""
        if not isinstance(self.ordering, str):
            return products.order_by(*self.ordering)
        name = self.ordering.removeprefix("-")
        if name in EMPTY_COMES_LAST:
            ascending = name == self.ordering
            order = F(name).asc(nulls_last=True) if ascending else F(name).desc(nulls_last=True)
            return products.order_by(order, *READING_ORDER)
        return products.order_by(self.ordering, *READING_ORDER)

    def search_queryset(self, products: ProductQuerySet) -> ProductQuerySet:
        return with_words(products, self.search_query)

    def as_spreadsheet(self, queryset: ProductQuerySet, spreadsheet_format: str) -> HttpResponse:
        return super().as_spreadsheet(rows(queryset), spreadsheet_format)

    def to_row_dict(self, item: dict[str, Any]) -> dict[str, Any]:
        return {name: item[name] for name in self.list_export}

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Products are put in order where Wagtail orders pages: in the tree."""
        lists = page_permission_policy.instances_user_has_permission_for(self.request.user, "publish")
        parents = ProductIndexPage.objects.filter(pk__in=lists.values("pk"), locale=first_locale_id())
        return [
            *super().header_more_buttons,
            *(
                Button(
                    _("Put in order"),
                    url=f"{reverse('wagtailadmin_explore', args=[parent.pk])}?ordering=ord",
                    icon_name="list-ul",
                    priority=50,
                )
                for parent in parents.only("pk", "title")
            ),
        ]


class KeepsTheHandbookMenuItem(MenuItem):
    """Shown to those who have some right on the records of the handbook, besides rights on pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        may_edit_pages = page_permission_policy.user_has_any_permission(
            request.user, {"add", "change", "publish"}
        )
        return may_edit_pages and request.user.has_module_perms("resources")


class ProductViewSet(PageListingViewSet):
    """Where the list of products stands in the admin."""

    model = ProductPage
    name = "handbook_products"
    url_prefix = "handbook/products"
    icon = "openquote"
    menu_label = _("Products")
    menu_item_class = KeepsTheHandbookMenuItem
    index_view_class = ProductList
    filterset_class = ProductFilters
    export_filename = "products"
    list_per_page = 50
