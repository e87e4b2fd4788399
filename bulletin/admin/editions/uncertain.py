"""Deciding about messages of which nobody knows whether they arrived."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import BadRequest
from django.db import OperationalError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from bulletin.admin.editions.base import Crumb, SendingView, crumb_of_editions
from bulletin.admin.editions.rights import QUEUE
from bulletin.admin.editions.verbs import BUSY
from bulletin.models import Delivery
from bulletin.send.states import NotPossible
from bulletin.send.uncertain import resend, treat_as_sent

log = logging.getLogger(__name__)

Verb = Callable[[Delivery, AbstractUser], None]
AGAIN, AS_SENT = "again", "as_sent"
VERBS: dict[str, Verb] = {AGAIN: resend, AS_SENT: treat_as_sent}


class Decide(SendingView):
    """Asks about all of them; the buttons of the report decide about one.

    A POST names what is decided, and with `delivery` about which one.
    """

    http_method_names = ["get", "head", "post"]
    template_name = "bulletin/admin/decide.html"
    page_title = gettext_lazy("Uncertain messages")
    right = QUEUE

    @property
    def report_url(self) -> str:
        return reverse("bulletin_report", args=[self.sending.pk])

    def get_breadcrumbs_items(self) -> list[Crumb]:
        edition = {"url": self.sending_url, "label": self.get_page_subtitle()}
        report = {"url": self.report_url, "label": _("Report")}
        own = {"url": "", "label": self.page_title}
        return [*self.breadcrumbs_items, crumb_of_editions(), edition, report, own]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        number = self._uncertain().count()
        if not number:
            messages.info(request, _("No message is uncertain any more."))
            return redirect(self.report_url)
        return self.render_to_response(self.get_context_data(number=number, report_url=self.report_url))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        decision = request.POST.get("decision", "")
        if decision not in VERBS:
            raise BadRequest
        answers = [self._decide(VERBS[decision], delivery) for delivery in self._chosen()]
        refusals = [answer for answer in answers if answer]
        done = len(answers) - len(refusals)
        if done:
            words = (
                ngettext("%d message is sent again.", "%d messages are sent again.", done)
                if decision == AGAIN
                else ngettext("%d message counts as sent.", "%d messages count as sent.", done)
            )
            messages.success(request, words % done)
        for refusal in dict.fromkeys(refusals):
            messages.error(request, refusal)
        if not answers:
            messages.warning(request, _("Nothing was changed: no such message is uncertain any more."))
        return redirect(self.report_url)

    def _uncertain(self) -> QuerySet[Delivery]:
        return Delivery.objects.filter(sending=self.sending, state=Delivery.State.UNCERTAIN).order_by("pk")

    def _chosen(self) -> list[Delivery]:
        one = self.request.POST.get("delivery")
        if one is None:
            return list(self._uncertain())
        return list(self._uncertain().filter(pk=int(one))) if one.isdecimal() and len(one) < 19 else []

    def _decide(self, verb: Verb, delivery: Delivery) -> str:
        """Why it could not be done; "" when it was."""
        try:
            verb(delivery, self.request.user)
        except NotPossible as problem:
            return str(problem)
        except OperationalError:
            log.warning("An uncertain message could not be decided about", exc_info=True)
            return str(BUSY)
        return ""
