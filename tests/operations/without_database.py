"""Asks the site for a few pages while its database is away, and prints what it answers.

Run as a program it is a process of its own, because a database cannot be taken from under other tests.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PATHS = ("/", "/healthz", "/readyz", "/admin/login/")
NOBODY_LISTENS = "postgres://reader@127.0.0.1:1/site"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: str


Answers = dict[str, Answer]


def answers() -> Answers:
    """What the site answers without its database, by path."""
    result = subprocess.run(
        [sys.executable, "-m", "tests.operations.without_database"],
        cwd=PROJECT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.test", "DATABASE_URL": NOBODY_LISTENS},
        capture_output=True,
        text=True,
        check=True,
    )
    return {path: Answer(**answer) for path, answer in json.loads(result.stdout).items()}


def main() -> None:
    import django

    django.setup()
    from django.test import Client

    client = Client(raise_request_exception=False)
    told = {}
    for path in PATHS:
        response = client.get(path)
        told[path] = {
            "status": response.status_code,
            "headers": dict(response.items()),
            "body": response.content.decode(),
        }
    print(json.dumps(told))  # noqa: T201  read by answers()


if __name__ == "__main__":
    main()
