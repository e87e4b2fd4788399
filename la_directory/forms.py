"""The forms behind the records of councils in the editor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.utils.functional import cached_property
from django.utils.translation import ngettext
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.blocks import StreamValue
from wagtail.models import Locale

from la_directory.teams.own_only import OwnOnlyMixin

if TYPE_CHECKING:
    from la_directory.models.place_on_council_page import PlaceOnCouncilPage
    from resources.models import ProductPage


class PublicProductsMixin:
    """Offers the handbook products that readers know; the titles of drafts are not for council editors.

    Translations choose among the records of the first language, too: pages are matched by translation key.
    What was chosen and is not offered now, such as a product taken off the site for a while, stays chosen.
    """

    kept_products: Sequence[ProductPage] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "products" in self.fields:
            products = self.fields["products"]
            public = products.queryset.live().public().filter(locale=Locale.get_default())
            products.queryset = public.only("title").order_by("path")
            self._keep_what_is_not_offered()

    def _keep_what_is_not_offered(self) -> None:
        """Not among what the form began with: it would count as changed by every save."""
        products = self.fields["products"]
        chosen = list(self.initial.get("products") or [])
        keys = [product.pk for product in chosen]
        offered = set(products.queryset.filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()
        self.initial["products"] = [product for product in chosen if product.pk in offered]
        self.kept_products = [product for product in chosen if product.pk not in offered]
        if number := len(self.kept_products):
            words = ngettext(
                "One product that was chosen cannot be shown now. It stays chosen.",
                "%(number)d products that were chosen cannot be shown now. They stay chosen.",
                number,
            )
            products.help_text = " ".join([str(products.help_text), words % {"number": number}]).strip()

    def clean_products(self) -> list[ProductPage]:
        return [*self.cleaned_data["products"], *self.kept_products]


class CouncilRecordForm(PublicProductsMixin, OwnOnlyMixin, WagtailAdminPageForm):
    """A draft is never refused; what readers would miss is asked for when it goes out."""

    instance: PlaceOnCouncilPage

    @cached_property
    def changed_data(self) -> list[str]:
        """Without hours that are the same: Wagtail compares times as they were stored and as they were sent.

        Approving an unchanged draft would else make a new one, as if the moderator had written it.
        """
        return [name for name in super().changed_data if not self._is_same_stream(name)]

    def _is_same_stream(self, name: str) -> bool:
        old, new = self.initial.get(name), getattr(self, "cleaned_data", {}).get(name)
        if not isinstance(old, StreamValue) or not isinstance(new, StreamValue):
            return False
        return _blocks(old) == _blocks(new)

    def _post_clean(self) -> None:
        super()._post_clean()
        if not self.is_deferred_validation:
            for name, words in self.instance.missing().items():
                self.add_error(name, words)


def _blocks(stream: StreamValue) -> list[tuple[str, Any]]:
    return [(child.id, child.block.get_prep_value(child.value)) for child in stream]
