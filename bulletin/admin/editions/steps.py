"""Handing in and approving, from the page of the sending."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from bulletin.admin.editions.base import EditionView
from bulletin.approval.approve import CannotApprove, approve, what_is_missing
from bulletin.approval.links import links_answer


class Submit(EditionView):
    """The newest draft goes to those who approve, as from the editor."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.standing.may_edit:
            raise PermissionDenied
        if not self.standing.may_submit:
            messages.info(request, _("The edition already waits for approval, or is locked."))
        elif missing := what_is_missing(self.standing.draft):
            messages.error(request, _("Not submitted yet. %(first)s") % {"first": missing[0]})
        elif links_answer(request, self.standing.draft):
            self._submit()
            messages.success(request, _("The edition waits for approval now."))
        return redirect(self.sending_url)

    @transaction.atomic
    def _submit(self) -> None:
        """One that was sent back goes on where it was."""
        if self.standing.returned:
            self.standing.returned.resume(self.request.user)
        else:
            self.edition.get_workflow().start(self.edition, self.request.user)


class Approve(EditionView):
    """The form names what was looked at, by its digest."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.standing.is_approver:
            raise PermissionDenied
        if not links_answer(request, self.standing.draft):
            return redirect(self.sending_url)
        try:
            approve(self.edition, request.user, seen=request.POST.get("seen", ""))
        except CannotApprove as problem:
            for reason in problem.reasons:
                messages.error(request, reason)
        else:
            messages.success(request, _("The edition is approved. It can be queued for sending."))
        return redirect(self.sending_url)
