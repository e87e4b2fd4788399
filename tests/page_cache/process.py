"""One process of a site: takes a line of JSON, does what it says, and answers with a line."""

from __future__ import annotations

import gzip
import json
import sys
from typing import Any

import django


def main() -> None:
    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from tests.page_cache.edits import EDITS

    reader = Client()

    def read(path: str, who: str, encoding: str) -> dict[str, Any]:
        headers = {"accept-encoding": encoding}
        if who == "uncached":
            headers["authorization"] = "Basic bmFtZTp3b3Jk"
        if who == "somebody":
            headers["cookie"] = f"{settings.SESSION_COOKIE_NAME}=somebody"
        reader.cookies.clear()
        with CaptureQueriesContext(connection) as captured:
            response = reader.get(path, headers=headers)
        body = response.content
        if response.get("Content-Encoding") == "gzip":
            body = gzip.decompress(body)
        names = ("Location", "ETag", "Content-Language", "Cache-Control", "Vary")
        return {
            "status": response.status_code,
            "body": body.decode(),
            "headers": {name: response.get(name, "") for name in names},
            "queries": len(captured),
        }

    for line in sys.stdin:
        what, *arguments = json.loads(line)
        answer = read(*arguments) if what == "read" else EDITS[what].make(*arguments)
        sys.stdout.write(f"{json.dumps(answer)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
