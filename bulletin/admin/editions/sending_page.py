"""The page on which an edition goes out: where it stands, and one clear next step."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets.button import Button, HeaderButton

from bulletin.admin.editions.base import Crumb, EditionView, crumb_of_editions
from bulletin.admin.editions.progress import ProgressShown, progress_shown
from bulletin.admin.editions.standing import Stage
from bulletin.models import Sending
from bulletin.send import gate
from bulletin.send.progress import workers_now

WITH_PROGRESS = (Stage.SENDING, Stage.PAUSED, Stage.SENT)
# What changes by itself while one looks at it.
MOVES = (Stage.QUEUED, Stage.SENDING, Stage.PAUSED)


class SendingPage(EditionView):
    """For the writers of the edition, too: they see how far it is, and what they can do."""

    http_method_names = ["get", "head"]
    template_name = "bulletin/admin/sending.html"
    page_title = gettext_lazy("Sending")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def get_breadcrumbs_items(self) -> list[Crumb]:
        own = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*self.breadcrumbs_items, crumb_of_editions(), own]

    @cached_property
    def header_buttons(self) -> list[Button]:
        pk = self.edition.pk
        buttons = []
        if self.standing.may_edit:
            url = reverse("wagtailadmin_pages:edit", args=[pk])
            buttons.append(HeaderButton(_("Edit"), url=url, icon_name="edit", priority=10))
        if self.edition.live and (url := self.edition.get_url(self.request)):
            buttons.append(HeaderButton(_("View live"), url=url, icon_name="view", priority=20))
        return buttons

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        standing = self.standing
        return super().get_context_data(
            progress=self._progress(),
            moves=standing.stage in MOVES,
            gate=gate.state(),
            workers=workers_now(),
            next_step=f"bulletin/admin/steps/{standing.stage}.html",
            **kwargs,
        )

    def _progress(self) -> ProgressShown | None:
        """From the moment on in which there is an audience."""
        sending: Sending | None = self.standing.sending
        if sending is None or sending.audience is None or self.standing.stage not in WITH_PROGRESS:
            return None
        return progress_shown(sending)


class SendingProgress(SendingPage):
    """What moves, for the small script on the page. Without it, the page is loaded again."""

    template_name = "bulletin/admin/sending_state.html"
