"""Reports of faults to Sentry, where SENTRY_DSN names one: what broke and where, and nothing personal.

What may go is listed, and what else there is stays here: a new version of the library adds nothing by itself.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import sentry_sdk
from django.conf import settings
from sentry_sdk.integrations.django import DjangoIntegration

from cms.operations.hosts import OF_STAFF
from cms.operations.masking import masked_all
from cms.operations.version import version
from cms.operations.work_in_hand import ids

Event = dict[str, Any]

MAY_GO = (
    *("event_id", "timestamp", "level", "logger", "platform", "type", "transaction", "transaction_info"),
    *("release", "environment", "server_name", "sdk", "modules", "exception", "logentry", "request"),
)


def start(dsn: str, **options: Any) -> None:
    """`options` are those of the library, for tests: its transport."""
    sentry_sdk.init(
        dsn,
        release=version(),
        environment=urlsplit(settings.SITE_URL).hostname,
        integrations=[DjangoIntegration(middleware_spans=False, signals_spans=False)],
        auto_enabling_integrations=False,
        auto_session_tracking=False,
        before_send=harmless,
        include_local_variables=False,
        max_breadcrumbs=0,
        max_request_body_size="never",
        send_client_reports=False,
        send_default_pii=False,
        traces_sample_rate=0,
        **options,
    )


def harmless(event: Event, hint: Event) -> Event:
    """Without query, cookies, body, headers, user and variables; what is left is masked."""
    kept = {name: event[name] for name in MAY_GO if name in event}
    if request := kept.get("request"):
        path = urlsplit(request.get("url", "")).path
        host = settings.WAGTAILADMIN_BASE_URL if path.startswith(OF_STAFF) else settings.SITE_URL
        kept["request"] = {"method": request.get("method", ""), "url": f"{host}{path}"}
    if entry := kept.get("logentry"):
        kept["logentry"] = {"message": entry.get("message", ""), "formatted": entry.get("formatted", "")}
    for one in kept.get("exception", {}).get("values", []):
        # Further lines of a database's error hold the row that it refused.
        one["value"] = str(one.get("value") or "").split("\n", 1)[0]
    kept["tags"] = ids()
    return masked_all(kept)
