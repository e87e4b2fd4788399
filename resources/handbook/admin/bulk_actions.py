"""What may be done with the products that are ticked in their list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.permissions import page_permission_policy

from resources.handbook.admin.approval_states import with_approval_states
from resources.handbook.admin.change_many import Outcome, change_many, reason_to_leave
from resources.handbook.admin.change_many_forms import ReviewDateForm, StatusForm
from resources.handbook.admin.product_filters import ProductFilters, with_words
from resources.models import ProductPage


def is_key(word: str) -> bool:
    """A number that a database can look for: it takes at most 18 digits for certain."""
    return word.isdecimal() and len(word) <= 18


class OfListedProducts(PageBulkAction):
    """“All” means all that the list shows as it is filtered; Wagtail would take every page of the site.

    Nor does it name products that the list would not show to this person.
    """

    models = [ProductPage]

    def get_all_objects_in_listing_query(self, parent_id: str | None) -> list[int]:
        products = with_words(self._explorable(), self.request.GET.get("q", ""))
        filters = ProductFilters(self.request.GET, queryset=products, request=self.request)
        return list((filters.qs if filters.is_valid() else products).values_list("pk", flat=True))

    def get_queryset(self, model: type[ProductPage], object_ids: Iterable[Any]) -> QuerySet[ProductPage]:
        keys = [int(key) for key in object_ids if is_key(str(key))]
        products = with_approval_states(self._explorable().filter(pk__in=keys).order_by("path"))
        if not products:
            raise Http404
        return products

    def _explorable(self) -> QuerySet[ProductPage]:
        pages = page_permission_policy.explorable_instances(self.request.user)
        return ProductPage.objects.filter(pk__in=pages.order_by().values("pk"))


class PublishProducts(OfListedProducts, PublishBulkAction):
    """Publishes the newest draft of each, such as those that an import made."""

    aria_label = gettext_lazy("Publish selected products")


class ChangeProducts(OfListedProducts):
    """Asks for new values, then says by name what became of each product."""

    template_name = "resources/handbook/admin/change_many.html"
    outcome: Outcome | None = None

    def check_perm(self, page: ProductPage) -> bool:
        return page.permissions_for_user(self.request.user).can_edit()

    def object_context(self, obj: ProductPage) -> dict[str, Any]:
        return {**super().object_context(obj), "left_because": reason_to_leave(obj, self.request.user)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "question": self.aria_label}

    def execute_action(self, objects: list[ProductPage], **kwargs: Any) -> tuple[int, int]:
        self.outcome = change_many(objects, self.cleaned_form.change, self.request.user)
        return len(self.outcome.published) + len(self.outcome.drafted), 0

    def form_valid(self, form: ReviewDateForm | StatusForm) -> HttpResponse:
        response = super().form_valid(form)
        if self.outcome:
            self._tell(self.outcome)
        return response

    def _tell(self, outcome: Outcome) -> None:
        if number := len(outcome.published):
            words = ngettext(
                "%(number)d product is changed and published.",
                "%(number)d products are changed and published.",
                number,
            )
            messages.success(self.request, words % {"number": number})
        if outcome.drafted:
            words = _("Saved as drafts, which still have to be published: %s.")
            messages.info(self.request, words % ", ".join(product.title for product in outcome.drafted))
        if outcome.left:
            names = ", ".join(f"{product.title} ({reason})" for product, reason in outcome.left)
            messages.warning(self.request, _("Left as they are: %s.") % names)


class SetReviewDate(ChangeProducts):
    display_name = gettext_lazy("Set review date")
    action_type = "set_review_date"
    aria_label = gettext_lazy("Set the review date of selected products")
    action_priority = 10
    form_class = ReviewDateForm


class SetStatus(ChangeProducts):
    display_name = gettext_lazy("Set status")
    action_type = "set_status"
    aria_label = gettext_lazy("Set the status of selected products")
    action_priority = 20
    form_class = StatusForm


ACTIONS = (SetReviewDate, SetStatus, PublishProducts)
