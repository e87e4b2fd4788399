"""Every block of a page on one page, as readers see it: for editors who choose and developers who change."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.admin.auth import require_admin_access

from cms.blocks.body import BodyBlock


@require_admin_access
def gallery(request: HttpRequest) -> HttpResponse:
    """Label, description and preview of each block."""
    body = BodyBlock()
    shown = [
        (
            str(block.label),
            block.get_description(),
            block.render(block.get_preview_value(), {"request": request, "heading_level": 3, "anchor": name}),
        )
        for name, block in body.child_blocks.items()
    ]
    return render(request, "pages/gallery.html", {"blocks": shown, "title": _("Blocks and components")})
