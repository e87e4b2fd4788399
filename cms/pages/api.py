"""The public pages as JSON, for those who build upon the site: Wagtail's own API at /api/v2/pages/."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from rest_framework.renderers import JSONRenderer
from rest_framework.response import Response
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.models import Page, PageQuerySet, Site

LARGEST = 2**63 - 1


class PublicPages(PagesAPIViewSet):
    """Nobody signs in here, so nothing but what all readers can open is given.

    Wagtail hands some of what stands in the address to the database as it is, and that may refuse it.
    """

    authentication_classes: list[type] = []
    renderer_classes = [JSONRenderer]

    def initial(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        given = [value for _name, values in request.GET.lists() for value in values]
        if any("\x00" in value for value in given):
            raise BadRequestError("null characters are not allowed")
        if any(map(_is_too_large, given)):
            raise BadRequestError("a number is too large")

    def get_base_queryset(self) -> PageQuerySet:
        """Wagtail asks for it three times in a request."""
        if not hasattr(self, "_base"):
            try:
                self._base = super().get_base_queryset()
            except (Site.DoesNotExist, ValueError) as error:
                raise BadRequestError("there is no such site") from error
        return self._base.all()

    def listing_view(self, request: HttpRequest) -> Response:
        try:
            return super().listing_view(request)
        except (ValidationError, OverflowError) as error:
            raise BadRequestError("field filter error: no date that can be asked for") from error

    def find_object(self, queryset: PageQuerySet, request: HttpRequest) -> Page | None:
        try:
            return super().find_object(queryset, request)
        except ValueError as error:
            raise BadRequestError("id must be a number") from error

    def get_queryset(self) -> PageQuerySet:
        return super().get_queryset().select_related("locale")


def _is_too_large(value: str) -> bool:
    """For a whole number of the database."""
    try:
        return abs(int(value)) > LARGEST
    except ValueError:
        return False


router = WagtailAPIRouter("api")
router.register_endpoint("pages", PublicPages)
