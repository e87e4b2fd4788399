"""The public pages as JSON, for those who build upon the site: Wagtail's own API at /api/v2/pages/."""

from __future__ import annotations

from rest_framework.renderers import JSONRenderer
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.models import PageQuerySet


class PublicPages(PagesAPIViewSet):
    """Nobody signs in here, so nothing but what all readers can open is given."""

    authentication_classes: list[type] = []
    renderer_classes = [JSONRenderer]

    def get_base_queryset(self) -> PageQuerySet:
        """Wagtail asks for it three times in a request."""
        if not hasattr(self, "_base"):
            self._base = super().get_base_queryset()
        return self._base.all()

    def get_queryset(self) -> PageQuerySet:
        return super().get_queryset().select_related("locale")


router = WagtailAPIRouter("api")
router.register_endpoint("pages", PublicPages)
