"""What the mail provider reports: signed, each message once, and none that was signed long ago.

Mailgun signs a time and a token, but not what it reports. So a token counts once, whatever comes with it, and
only for a day.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from anymail.exceptions import AnymailWebhookValidationFailure
from anymail.signals import AnymailTrackingEvent, EventType, RejectReason, tracking
from anymail.webhooks.mailgun import MailgunTrackingWebhookView
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from bulletin.bounces.reports import Report, code_in, reason_of, take
from bulletin.models import Suppression

Reason = Suppression.Reason
# What a report that has not the provider's form makes its reader raise.
UNREADABLE = (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError)
GONE = (RejectReason.BOUNCED, RejectReason.INVALID)


class ProviderWebhook(MailgunTrackingWebhookView):
    """Answers 400 to what is not signed, was signed long ago, or is no report."""

    def validate_request(self, request: HttpRequest) -> None:
        """Only the JSON form, in which the signature stands apart from what others may have written."""
        if request.content_type != "application/json":
            raise AnymailWebhookValidationFailure("Only JSON is taken in")
        signed_at = datetime.fromtimestamp(int(json.loads(request.body)["signature"]["timestamp"]), tz=UTC)
        if abs(timezone.now() - signed_at) > settings.PROVIDER_EVENT_HOLDS:
            raise AnymailWebhookValidationFailure("Signed too long ago")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            self.run_validators(request)
            events = self.parse_events(request)
        except UNREADABLE as error:
            raise SuspiciousOperation(f"A report that cannot be read: {type(error).__name__}") from None
        for event in events:
            self.signal.send(sender=type(self), event=event, esp_name=self.esp_name)
        return HttpResponse()


def take_event(event: AnymailTrackingEvent, esp_name: str, **_signal: Any) -> None:
    """Whatever is reported, its token is used up."""
    reason = _reason(event)
    words = str(event.mta_response or event.description or "")[:300]
    addresses, name = (str(event.recipient or ""),), str(event.message_id or "")
    reports = [Report(reason, addresses, name, words)] if reason else []
    take(reports, f"{esp_name}:{event.event_id}")


def _reason(event: AnymailTrackingEvent) -> str | None:
    """Why the address gets no more mail; None for what is passing, or says nothing of the address."""
    if event.event_type == EventType.COMPLAINED or event.reject_reason == RejectReason.SPAM:
        return Reason.COMPLAINED
    if event.event_type == EventType.UNSUBSCRIBED or event.reject_reason == RejectReason.UNSUBSCRIBED:
        return Reason.LEFT
    if event.event_type not in (EventType.BOUNCED, EventType.REJECTED):
        return None
    code = code_in(str(event.mta_response or ""))
    if code:
        return reason_of(code)
    return Reason.BOUNCED if event.reject_reason in GONE else None


def listen() -> None:
    tracking.connect(take_event, dispatch_uid="bulletin_provider_events")
