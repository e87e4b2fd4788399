"""Pausing, resuming and cancelling a sending. The verbs write the log; here they become messages."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.contrib.auth.models import AbstractUser
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from bulletin.admin.editions.base import SendingView
from bulletin.admin.editions.rights import QUEUE
from bulletin.models import Sending
from bulletin.send import states

log = logging.getLogger(__name__)

Verb = Callable[[Sending, AbstractUser], None]
BUSY = gettext_lazy("The database was busy. Please try again.")


class Act(SendingView):
    """One verb on one sending, by those who may queue."""

    http_method_names = ["post"]
    right = QUEUE
    verb: Verb
    done = ""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            type(self).verb(self.sending, request.user)
        except states.NotPossible as problem:
            messages.error(request, str(problem))
        except OperationalError:
            # Two who wait for each other, or a file that somebody else writes: nothing has changed.
            log.warning("A sending could not be changed", exc_info=True)
            messages.error(request, BUSY)
        else:
            messages.success(request, self.done)
        return redirect(self.sending_url)


class Pause(Act):
    verb = states.pause
    done = gettext_lazy("Paused. Nobody else gets it until somebody resumes it.")


class Resume(Act):
    verb = states.resume
    done = gettext_lazy("Resumed. It goes on with those who wait.")


class Cancel(Act):
    """Asks first: what is on its way cannot be called back."""

    http_method_names = ["get", "head", "post"]
    template_name = "bulletin/admin/cancel.html"
    page_title = gettext_lazy("Cancel the sending")
    verb = states.cancel
    done = gettext_lazy("Cancelled. The edition can be changed, or queued again.")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        if self.sending.state not in Sending.OPEN:
            messages.info(request, gettext_lazy("This sending has ended already."))
            return redirect(self.sending_url)
        counts = self.sending.counts() if self.sending.audience is not None else None
        return self.render_to_response(self.get_context_data(counts=counts))
