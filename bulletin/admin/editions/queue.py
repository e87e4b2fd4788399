"""Queueing an edition: the page that asks is the page that confirms."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from bulletin.admin.editions.base import EditionView
from bulletin.admin.editions.forms import QueueForm
from bulletin.admin.editions.rights import QUEUE
from bulletin.admin.editions.scottish_time import in_scotland
from bulletin.admin.editions.standing import Stage
from bulletin.approval.links import links_answer
from bulletin.compose.checklist import problems_of
from bulletin.render.failure import CannotRender
from bulletin.render.message import sender_of
from bulletin.send import gate
from bulletin.send.queue import NotReady, queue_edition


class Queue(EditionView):
    """Says once more what goes out, from whom and to how many, and asks when."""

    http_method_names = ["get", "head", "post"]
    template_name = "bulletin/admin/queue.html"
    page_title = gettext_lazy("Queue for sending")
    right = QUEUE

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        if self.standing.stage is not Stage.APPROVED:
            messages.warning(request, _("Only an approved edition can be queued."))
            return redirect(self.sending_url)
        return self.show(QueueForm(edition=self.standing.draft))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = QueueForm(request.POST, edition=self.standing.draft)
        if not form.is_valid():
            return self.show(form)
        if self.has_passed_by(form.chosen_time):
            return self.show(form)
        if not links_answer(request, self.standing.draft):
            return redirect(self.sending_url)
        try:
            sending = queue_edition(
                self.edition,
                by=request.user,
                send_at=form.chosen_time,
                same_audience_as=form.corrected,
            )
        except NotReady as problem:
            for reason in problem.reasons:
                messages.error(request, reason)
            return redirect(self.sending_url)
        if form.chosen_time:
            moment = date_format(timezone.localtime(sending.send_at, in_scotland()), "j F Y, H:i")
            messages.success(request, _("Queued. The sending starts on %(moment)s.") % {"moment": moment})
        else:
            messages.success(request, _("Queued. The sending starts in a moment."))
        return redirect(self.sending_url)

    def has_passed_by(self, moment: datetime | None) -> bool:
        """Says what readers would get too late. They live in Scotland, wherever the moderator is."""
        if moment is None:
            return False
        day = timezone.localdate(moment, in_scotland())
        known = {each for each in self.standing.problems if each.is_blocking}
        late = [each for each in problems_of(self.standing.draft, day=day) if each.is_blocking]
        for each in late:
            if each not in known:
                messages.error(self.request, f"{each.where}: {each.words}")
        return any(each not in known for each in late)

    def show(self, form: QueueForm) -> HttpResponse:
        context = self.get_context_data(form=form, sender=self.sender, gate=gate.state())
        return self.render_to_response(context)

    @property
    def sender(self) -> str:
        """As "Name <address>"; of settings that cannot be used, what is wrong with them."""
        try:
            name, address = sender_of(self.standing.draft)
        except CannotRender as problem:
            return str(problem)
        return f"{name} <{address}>" if name else address
