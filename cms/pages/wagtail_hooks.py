from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

import cms.pages.feedback.wagtail_hooks
import cms.pages.review.wagtail_hooks  # noqa: F401  hooks register themselves
from cms.pages.dashboard import WaitingPanel


@hooks.register("construct_homepage_panels", order=1000)
def one_panel_on_the_dashboard(request: HttpRequest, panels: list[Component]) -> None:
    panels[:] = [WaitingPanel()]
