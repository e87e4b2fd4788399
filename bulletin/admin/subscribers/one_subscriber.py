"""One subscriber: what is held, what happened when, and what is done on the person's request."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log

from bulletin.admin.subscribers.base import SubscribersView
from bulletin.admin.subscribers.log_actions import ERASED, UNSUBSCRIBED
from bulletin.models import Subscriber
from bulletin.subscribe.erase import erase
from bulletin.subscribe.held import held_about
from bulletin.subscribe.leave import leave
from bulletin.subscribe.sources import ON_REQUEST


class SubscriberView(SubscribersView):
    """About one person. By `id`: as `pk`, a number too large for the database is an error."""

    page_title = gettext_lazy("Subscriber")

    @cached_property
    def subscriber(self) -> Subscriber:
        return get_object_or_404(Subscriber, id=self.kwargs["number"])

    def get_page_subtitle(self) -> str:
        return str(self.subscriber)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(subscriber=self.subscriber, **kwargs)


class OneSubscriber(SubscriberView):
    """What the person sees, in words for staff and with the buttons of an editor."""

    http_method_names = ["get", "head"]
    template_name = "bulletin/admin/subscriber.html"

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        may = self.permission_policy.user_has_permission
        context = self.get_context_data(
            held=held_about(self.subscriber, for_staff=True),
            may_unsubscribe=may(request.user, "change") and self.subscriber.state != Subscriber.State.LEFT,
            may_erase=may(request.user, "delete"),
        )
        return self.render_to_response(context)


class Unsubscribe(SubscriberView):
    """Asks first."""

    permission_required = "change"
    page_title = gettext_lazy("Unsubscribe")
    template_name = "bulletin/admin/subscriber_unsubscribe.html"

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        with transaction.atomic():
            if leave(self.subscriber, source=ON_REQUEST):
                log(self.subscriber, UNSUBSCRIBED, user=request.user)
        messages.success(request, _("This address gets no more editions."))
        return redirect("bulletin_subscriber", self.subscriber.pk)


class Erase(SubscriberView):
    """Asks first: what is erased does not come back."""

    permission_required = "delete"
    page_title = gettext_lazy("Erase")
    template_name = "bulletin/admin/subscriber_erase.html"

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        with transaction.atomic():
            log(self.subscriber, ERASED, user=request.user)
            erase(self.subscriber, ON_REQUEST)
        messages.success(request, _("The person was erased. Only keyed hashes of the address are left."))
        return redirect("bulletin_subscribers")
