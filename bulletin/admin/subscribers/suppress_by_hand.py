"""Entering an address that gets no mail: somebody has written to us, or left after a backup was made."""

from __future__ import annotations

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from bulletin.admin.subscribers.base import SubscribersView
from bulletin.admin.subscribers.log_actions import SUPPRESSED
from bulletin.models import Suppression
from bulletin.subscribe.exporting import note
from bulletin.subscribe.forms import AddressField
from bulletin.subscribe.sources import ON_REQUEST
from bulletin.subscribe.suppress import suppress
from cms.mail.addresses import key_of


class SuppressForm(forms.Form):
    """One address, of which only the keyed hash is kept."""

    email = AddressField(
        label=gettext_lazy("Address"), error_messages={"required": gettext_lazy("Enter an address")}
    )


class SuppressAddress(SubscribersView):
    """Whether a subscriber has this address or not: it gets no mail from now on."""

    permission_required = "change"
    page_title = gettext_lazy("Suppress an address")
    template_name = "bulletin/admin/subscribers_suppress.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=SuppressForm()))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = SuppressForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        with transaction.atomic():
            key = key_of(form.cleaned_data["email"])
            if suppress(key, Suppression.Reason.BY_HAND, source=ON_REQUEST):
                note(SUPPRESSED, 1, request.user)
        messages.success(request, _("This address gets no more editions."))
        return redirect("bulletin_suppress_by_hand")
