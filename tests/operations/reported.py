"""What would be sent to Sentry: a process of its own asks for a page that breaks, and prints the reports."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
# Each stands in one place of the request, or in what breaks.
PERSONAL = {
    "query": "who-query",
    "body": "who-body",
    "cookie": "who-cookie",
    "header": "who-header",
    "token": "who-token",
    "client": "203.0.113.9",
    "address": "who@council.example",
    "variable": "who-variable",
    "detail": "who-detail",
}


def reports() -> list[dict[str, Any]]:
    variables = {"DJANGO_SETTINGS_MODULE": "cms.settings.test", "DATABASE_URL": "sqlite:///:memory:"}
    result = subprocess.run(
        [sys.executable, "-m", "tests.operations.reported"],
        cwd=PROJECT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def main() -> None:
    import django
    from django.conf import settings
    from sentry_sdk.envelope import Envelope
    from sentry_sdk.transport import Transport

    class Kept(Transport):
        """Takes what would go out."""

        def capture_envelope(self, envelope: Envelope) -> None:
            taken.extend(item.payload.json or {} for item in envelope.items)

    taken: list[dict[str, Any]] = []
    django.setup()
    settings.ROOT_URLCONF = "tests.operations.breaking_site"
    settings.MIDDLEWARE = ["cms.operations.access.AccessMiddleware"]

    from django.core.wsgi import get_wsgi_application
    from django.test import RequestFactory

    from cms.operations import fault_reports

    fault_reports.start("https://key@sentry.example/1", transport=Kept)
    requests = RequestFactory()
    requests.cookies["session"] = PERSONAL["cookie"]
    request = requests.post(
        f"/directory/check/{PERSONAL['token']}/?q={PERSONAL['query']}",
        {"comment": PERSONAL["body"]},
        REMOTE_ADDR=PERSONAL["client"],
        headers={"referer": f"https://elsewhere.example/{PERSONAL['header']}"},
    )
    get_wsgi_application()(request.environ, lambda status, headers: None).close()
    logging.getLogger("wagtail.admin").error("Failed to send a mail to %s", PERSONAL["address"])
    print(json.dumps(taken))  # noqa: T201  read by reports()


if __name__ == "__main__":
    main()
