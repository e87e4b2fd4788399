"""The list of products: filters and sorting by the address alone, so that they need no JavaScript."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.languages.marks import html_language
from cms.languages.sorting import by_letter
from cms.page_cache.generation import kept
from resources.handbook.content import Category, Handbook, Product
from resources.handbook.files.wording import status_line
from resources.handbook.gather import current_handbook, withdrawn_products
from resources.handbook.product_choices import ProductStatus

if TYPE_CHECKING:
    from resources.models import ProductIndexPage

PER_PAGE = 50
Pair = tuple[Category, Product]
SORTS: dict[str, tuple[Any, Callable[[Pair], Any] | None, bool]] = {
    "": (_("Order of the handbook"), None, False),
    "name": (_("Name"), lambda pair: by_letter(pair[1].name), False),
    "newest": (_("Newest first"), lambda pair: pair[1].published.sort_key if pair[1].published else "", True),
    "oldest": (
        _("Oldest first"),
        lambda pair: pair[1].published.sort_key if pair[1].published else "~",
        False,
    ),
}


class ProductFilterForm(forms.Form):
    """Words, category, audience and status, sent by GET."""

    mark_optional = False
    q = forms.CharField(label=_("Words"), required=False, max_length=100)
    category = forms.ChoiceField(label=_("Category"), required=False)
    audience = forms.ChoiceField(label=_("Who can use it"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)
    sort = forms.ChoiceField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, book: Handbook, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        audiences = {
            audience.id: audience.name for product in book.products for audience in product.audiences
        }
        choices: dict[str, Sequence[tuple[str, Any]]] = {
            "category": [("", _("All categories")), *((each.id, each.name) for each in book.categories)],
            "audience": [
                ("", _("Everyone")),
                *sorted(audiences.items(), key=lambda pair: by_letter(pair[1])),
            ],
            "status": [("", _("All but withdrawn")), *ProductStatus.choices],
            "sort": [(key, label) for key, (label, _key, _reverse) in SORTS.items()],
        }
        for name, options in choices.items():
            self.fields[name].choices = options
        self.is_valid()
        self.chosen = {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def is_used(self) -> bool:
        return bool(self.chosen.keys() - {"sort"})

    def narrowed(self, pairs: Sequence[Pair]) -> list[Pair]:
        found = [pair for pair in pairs if self._fits(*pair)]
        _label, key, newest_first = SORTS[self.chosen.get("sort", "")]
        return sorted(found, key=key, reverse=newest_first) if key else found

    def _fits(self, category: Category, product: Product) -> bool:
        chosen = self.chosen
        if chosen.get("category", category.id) != category.id:
            return False
        if chosen.get("status", product.status) != product.status:
            return False
        if "audience" in chosen and all(each.id != chosen["audience"] for each in product.audiences):
            return False
        if "q" not in chosen:
            return True
        texts = (product.what, product.made_by, product.used_by, product.usage)
        words = " ".join([product.name, *(text.text for text in texts)]).casefold()
        return all(word in words for word in chosen["q"].casefold().split())


def list_context(page: ProductIndexPage, request: HttpRequest) -> dict[str, Any]:
    """What the template of the list needs."""
    book = current_handbook(page.handbook_page)
    form = ProductFilterForm(request.GET, book=book)
    is_nonsense = bool(form.errors)
    if is_nonsense:  # the address asks for what is no choice: the list stays whole and says so
        form = ProductFilterForm({}, book=book)
    pairs = [(category, product) for category in book.categories for product in category.products]
    if form.chosen.get("status") == ProductStatus.WITHDRAWN:
        handbook = page.handbook_page
        name = ("withdrawn products", handbook.pk, get_language())
        pairs = kept(name, lambda: withdrawn_products(handbook))
    items = [_item(*pair, book) for pair in form.narrowed(pairs)]
    return {
        "filter_form": form,
        "is_nonsense": is_nonsense,
        "page_obj": Paginator(items, PER_PAGE).get_page(request.GET.get("page")),
        "sort_links": _sort_links(form),
        "book": book,
    }


def _item(category: Category, product: Product, book: Handbook) -> dict[str, Any]:
    return {
        "product": product,
        "facts": [
            (_("Category"), category.name),
            (_("Published"), str(product.published or "")),
            (_("Status"), status_line(product, book)),
        ],
        "language": html_language(product.language),
    }


def _sort_links(form: ProductFilterForm) -> list[tuple[str, str]]:
    """Words and address of every order; no address for the one in use."""
    filters = {name: value for name, value in form.chosen.items() if name != "sort"}
    in_use = form.chosen.get("sort", "")
    return [
        (str(label), "" if key == in_use else f"?{urlencode({**filters, **({'sort': key} if key else {})})}")
        for key, (label, _key, _reverse) in SORTS.items()
    ]
