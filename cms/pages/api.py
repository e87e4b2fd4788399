"""The public pages as JSON, for those who build upon the site: Wagtail's own API at /api/v2/pages/."""

from __future__ import annotations

from rest_framework.renderers import JSONRenderer
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet


class PublicPages(PagesAPIViewSet):
    """Nobody signs in here, so nothing but what all readers can open is given."""

    authentication_classes: list[type] = []
    renderer_classes = [JSONRenderer]


router = WagtailAPIRouter("api")
router.register_endpoint("pages", PublicPages)
